/** What matching reads and writes: runs that no watch was asked about, watches by what they look at, what they remember. */

import type { WatchMemory } from '../../../domain/watch/decide.ts';
import { bulkInsert, type Db } from '../../bulk.ts';
import { isoTime } from '../../time.ts';
import type { PeriodsAt } from '../price-voids.ts';
import { selectWatches, type WatchRecord } from './watch-record.ts';

/** A publication to be matched. */
export interface UnmatchedRun {
  readonly number: number;
  readonly runId: string;
  readonly observedAt: string;
}

/** Notes, in the publishing transaction, that watches are to be asked about a run. */
export async function noteUnmatched(db: Db, { runId, observedAt }: { readonly runId: string; readonly observedAt: string }) {
  await db`insert into unmatched_runs (run_id, observed_at) values (${runId}, ${observedAt})`;
}

/**
 * The first run to be matched, for this transaction alone: runs come one after the other, in the order in which they were
 * published. Null: there is none, or another process is at it, or it waits: its rows are to be assessed first, so that searches by
 * risk find them and messages can tell it. `patienceSeconds`: how long it waits for that at most.
 */
export async function takeUnmatched(db: Db, patienceSeconds: number): Promise<UnmatchedRun | null> {
  const [lock] = await db<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(hashtextextended('match watches', 0)) as mine`;
  if (!lock?.mine) return null;
  const [run] = await db<{ number: bigint; runId: string; observedAt: string; isPatient: boolean }[]>`
    select number, run_id as "runId", observed_at as "observedAt", noted_at > now() - make_interval(secs => ${patienceSeconds}) as "isPatient"
    from unmatched_runs order by number limit 1`;
  if (!run || (run.isPatient && (await isUnassessed(db, run.runId)))) return null;
  return { number: Number(run.number), runId: run.runId, observedAt: isoTime(run.observedAt) };
}

/** Whether a row of what a run has changed waits to be assessed. */
async function isUnassessed(db: Db, runId: string): Promise<boolean> {
  const [row] = await db`select 1 from changes c join search_rows r on r.plan_id = c.plan_id
    where c.run_id = ${runId} and r.risk is null and not r.withdrawn limit 1`;
  return row !== undefined;
}

/** Notes that a run was matched. */
export async function dropUnmatched(db: Db, number: number): Promise<void> {
  await db`delete from unmatched_runs where number = ${number}`;
}

const ACTS = `w.state = 'active' and (w.expires_at is null or w.expires_at > $2::text::timestamptz)`;

/** Acting watches that stand for some searches. */
export function watchesOfFilters(db: Db, filterIds: readonly number[], now: string): Promise<WatchRecord[]> {
  return selectWatches(db, `w.filter_id = any($1::int4[]) and ${ACTS}`, [[...filterIds], now]);
}

/** Acting watches on some plans, or on offers of theirs. */
export function watchesOfPlans(db: Db, planIds: readonly string[], now: string): Promise<WatchRecord[]> {
  return selectWatches(db, `w.plan_id = any($1::text[]) and ${ACTS}`, [[...planIds], now]);
}

/** Acting watches that remember something of some plans. */
export function watchesRemembering(db: Db, planIds: readonly string[], now: string): Promise<WatchRecord[]> {
  return selectWatches(
    db,
    `w.watch_id in (select m.watch_id from watch_memories m where m.plan_id = any($1::text[])) and ${ACTS}`,
    [[...planIds], now],
  );
}

/** What a watch remembers of a plan. */
export interface StoredMemory {
  readonly watchId: string;
  readonly planId: string;
  readonly memory: WatchMemory;
}

interface MemoryRecord {
  watchId: string;
  planId: string;
  state: 'fired' | 'cooling';
  at: string;
  ownMicros: bigint | null;
  ownCurrency: string | null;
  until: string | null;
}

/** Everything that watches remember of some plans. */
export async function memoriesOf(db: Db, planIds: readonly string[]): Promise<StoredMemory[]> {
  const rows = await db<MemoryRecord[]>`
    select watch_id as "watchId", plan_id as "planId", state, at, own_micros as "ownMicros", own_currency as "ownCurrency", until
    from watch_memories where plan_id = any(${[...planIds]}::text[])`;
  return rows.map(({ watchId, planId, state, at, ownMicros, ownCurrency, until }) => ({
    watchId,
    planId,
    memory:
      state === 'cooling' && until !== null
        ? { state, at: isoTime(at), until: isoTime(until) }
        : {
            state: 'fired',
            at: isoTime(at),
            told: ownMicros === null || ownCurrency === null ? null : { micros: ownMicros, currency: ownCurrency },
          },
  }));
}

/** Stores what watches remember from now on. */
export async function remember(db: Db, memories: readonly StoredMemory[]): Promise<void> {
  await bulkInsert(
    db,
    'watch_memories',
    {
      watch_id: 'uuid',
      plan_id: 'text',
      state: 'text',
      at: 'timestamptz',
      own_micros: 'int8',
      own_currency: 'text',
      until: 'timestamptz',
    },
    memories.map(({ watchId, planId, memory }) => ({
      watch_id: watchId,
      plan_id: planId,
      state: memory.state,
      at: memory.at,
      own_micros: memory.state === 'fired' ? (memory.told?.micros ?? null) : null,
      own_currency: memory.state === 'fired' ? (memory.told?.currency ?? null) : null,
      until: memory.state === 'cooling' ? memory.until : null,
    })),
    `on conflict (watch_id, plan_id) do update set state = excluded.state, at = excluded.at, own_micros = excluded.own_micros,
     own_currency = excluded.own_currency, until = excluded.until`,
  );
}

/** Forgets: these watches are armed again for these plans. */
export async function forget(db: Db, pairs: readonly { readonly watchId: string; readonly planId: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await db`delete from watch_memories m using unnest(${pairs.map(({ watchId }) => watchId)}::uuid[],
    ${pairs.map(({ planId }) => planId)}::text[]) as gone(watch_id, plan_id)
    where m.watch_id = gone.watch_id and m.plan_id = gone.plan_id`;
}

/** Forgets what was told of a plan at prices that were voided since: the next one that is right is news. `offerIds`: whose periods they are. */
export async function forgetVoided(db: Db, planId: string, { providerId, offerIds, observedFrom }: PeriodsAt): Promise<void> {
  await db`delete from watch_memories m where m.plan_id = ${planId} and m.state = 'fired' and exists (
    select 1 from price_periods p where p.provider_id = ${providerId} and p.offer_id = any(${[...offerIds]}::text[])
      and date_trunc('milliseconds', p.first_seen_at) = ${observedFrom} and p.voided_at is not null
      and m.at >= ${observedFrom} and (p.open or m.at <= p.last_seen_at))`;
}

/** Searches that watches stand for, by number above `after`. */
export async function watchFiltersAfter(db: Db, after: number) {
  return db<{ filterId: number; rule: WatchRecord['rule']; params: Readonly<Record<string, string>> }[]>`
    select filter_id as "filterId", rule, params from watch_filters where filter_id > ${after} order by filter_id`;
}
