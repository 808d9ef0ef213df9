/** The state of sources: when each is due, and how it fares. */
import type { FailureCode } from '../../domain/failure.ts';
import type { Db } from '../bulk.ts';
import type { RunCounts, RunState } from '../schema/scraping.ts';
import { isoTime, isoTimeOrNull } from '../time.ts';

/** When a source is to run. */
export interface NextRunTimes {
  /** ISO time; null: not before a person acts. */
  readonly nextRunAt: string | null;
  readonly notBefore: string | null;
}

/** A source with its last run, as the sources page tells it. Times are ISO. */
export interface SourceState extends NextRunTimes {
  readonly sourceId: string;
  readonly providerId: string;
  readonly enabled: boolean;
  /** Why and since when it is switched off; null: it is on. Since null: it began so and was never on. */
  readonly off: { readonly reason: string | null; readonly since: string | null } | null;
  readonly publishedAt: string | null;
  readonly observation: 'live' | 'recorded' | null;
  /** Null: never run. */
  readonly lastRun: {
    readonly runId: string;
    readonly state: RunState;
    readonly at: string | null;
    readonly failureCode: FailureCode | null;
    /** One sentence about a failure or a quarantine. */
    readonly message: string | null;
    readonly counts: RunCounts | null;
  } | null;
}

/**
 * Makes sure that sources exist and have a run planned; one that has keeps it. A source that a failure stopped until a person
 * acts gets a try as well: somebody restarted the service, perhaps with the missing credential or a repaired release.
 */
export async function registerSources(
  db: Db,
  sources: readonly { readonly sourceId: string; readonly providerId: string; readonly firstRunAt: string }[],
): Promise<void> {
  for (const { sourceId, providerId, firstRunAt } of sources) {
    await db`
      insert into sources as known (source_id, provider_id, next_run_at) values (${sourceId}, ${providerId}, ${firstRunAt})
      on conflict (source_id) do update set provider_id = excluded.provider_id,
        next_run_at = coalesce(known.next_run_at, excluded.next_run_at)
      where known.provider_id <> excluded.provider_id or known.next_run_at is null`;
  }
}

/**
 * Sources among `sourceIds` that are due until `until`, the longest due first. Within a transaction they stay locked, so that a
 * run that begins meanwhile is not planned a second time.
 */
export async function dueSources(
  db: Db,
  options: { readonly sourceIds: readonly string[]; readonly until: string; readonly limit: number },
): Promise<{ readonly sourceId: string; readonly dueAt: string }[]> {
  if (options.sourceIds.length === 0) return [];
  const rows = await db<{ sourceId: string; dueAt: string | Date }[]>`
    select source_id as "sourceId", greatest(next_run_at, not_before) as "dueAt" from sources
    where enabled and next_run_at <= ${options.until} and (not_before is null or not_before <= ${options.until})
      and source_id in ${db(options.sourceIds)}
    order by next_run_at limit ${options.limit} for update skip locked`;
  return rows.map(({ sourceId, dueAt }) => ({ sourceId, dueAt: isoTime(dueAt) }));
}

/** Writes when a source runs next. */
export async function setNextRun(db: Db, sourceId: string, next: NextRunTimes): Promise<void> {
  await db`update sources set next_run_at = ${next.nextRunAt}, not_before = ${next.notBefore} where source_id = ${sourceId}`;
}

/** How the newest runs of a source before `runId` failed, newest first, up to the first that did not; at most `limit`. */
export async function failuresInARow(db: Db, sourceId: string, runId: string, limit: number): Promise<FailureCode[]> {
  // Replays and the bundled catalogue say nothing about whether the source can be reached.
  const rows = await db<{ failureCode: FailureCode | null }[]>`
    select case when state = 'failed' then failure_code end as "failureCode" from scrape_runs
    where source_id = ${sourceId} and run_id <> ${runId} and trigger in ('schedule', 'command')
    order by started_at desc limit ${limit}`;
  const codes = rows.map(({ failureCode }) => failureCode);
  const end = codes.indexOf(null);
  return (end === -1 ? codes : codes.slice(0, end)).filter((code) => code !== null);
}

interface SourceRecord {
  sourceId: string;
  providerId: string;
  enabled: boolean;
  offReason: string | null;
  offSince: Date | string | null;
  lastRunId: string | null;
  lastState: RunState | null;
  lastRunAt: Date | string | null;
  publishedAt: Date | string | null;
  observation: 'live' | 'recorded' | null;
  notBefore: Date | string | null;
  nextRunAt: Date | string | null;
  failureCode: FailureCode | null;
  message: string | null;
  counts: RunCounts | null;
}

/** All sources with their state, in order of their ids. */
export async function listSources(db: Db): Promise<SourceState[]> {
  const rows = await db<SourceRecord[]>`
    select s.source_id as "sourceId", s.provider_id as "providerId", s.enabled, s.off_reason as "offReason", s.off_since as "offSince", s.last_run_id as "lastRunId",
      s.last_state as "lastState", s.last_run_at as "lastRunAt", s.published_at as "publishedAt", s.observation,
      s.not_before as "notBefore", s.next_run_at as "nextRunAt", r.failure_code as "failureCode", r.message, r.counts
    from sources s left join scrape_runs r on r.run_id = s.last_run_id order by s.source_id`;
  return rows.map(({ lastRunId, lastState, lastRunAt, failureCode, message, counts, offReason, offSince, ...row }) => ({
    ...row,
    off: row.enabled ? null : { reason: offReason, since: isoTimeOrNull(offSince) },
    publishedAt: isoTimeOrNull(row.publishedAt),
    notBefore: isoTimeOrNull(row.notBefore),
    nextRunAt: isoTimeOrNull(row.nextRunAt),
    lastRun:
      lastRunId === null || lastState === null
        ? null
        : { runId: lastRunId, state: lastState, at: isoTimeOrNull(lastRunAt), failureCode, message, counts },
  }));
}
