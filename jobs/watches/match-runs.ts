/** Asks watches about publications, one run after the other: each run in one transaction, from its changes to queued deliveries. */
import type { TransactionQueries } from '../../db/client.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { type NewDelivery, queueDeliveries } from '../../db/queries/watches/deliveries.ts';
import {
  dropUnmatched,
  forget,
  memoriesOf,
  remember,
  takeUnmatched,
  type UnmatchedRun,
  watchesOfFilters,
  watchesOfPlans,
  watchesRemembering,
} from '../../db/queries/watches/matching.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { changesOfRun, watchedRows } from '../../db/queries/watches/watched-rows.ts';
import type { FilterContext } from '../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { type Hit, standingViews, subjectFilter, subjectHit } from '../../domain/watch/hits.ts';
import {
  type Alert,
  alertsOf,
  type Concerned,
  isSettled,
  type Memories,
  memoryKey,
  rowsAfter,
} from '../../domain/watch/match-run.ts';
import { type Occurrence, occurrenceOf, type WatchedRow } from '../../domain/watch/occurrence.ts';
import type { FilterBook } from './filter-book.ts';

/** What matching works with. */
export interface MatchDeps {
  readonly transaction: <T>(work: (tx: TransactionQueries) => Promise<T>) => Promise<T>;
  readonly book: FilterBook;
  /** How long a publication waits for its rows to be assessed; default 0. */
  readonly patienceSeconds?: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What matching came to. */
export interface Matched {
  readonly runs: number;
  readonly changes: number;
  /** Watches that are told something. */
  readonly alerts: number;
}

/** Events of one message; what is beyond is counted. */
export const MOST_ITEMS = 20;

/** Matches everything that waits. */
export async function matchRuns(deps: MatchDeps): Promise<Matched> {
  let total: Matched = { runs: 0, changes: 0, alerts: 0 };
  for (;;) {
    const done = await deps.transaction((tx) => matchNext(tx.sql, deps));
    if (done === null) return total;
    total = { runs: total.runs + 1, changes: total.changes + done.changes, alerts: total.alerts + done.alerts };
  }
}

type Sql = TransactionQueries['sql'];

async function matchNext(sql: Sql, { book, now, patienceSeconds = 0 }: MatchDeps): Promise<Omit<Matched, 'runs'> | null> {
  const run = await takeUnmatched(sql, patienceSeconds);
  if (run === null) return null;
  const context: FilterContext = { now: new Date(now()).toISOString(), rates: await newestRates(sql) };
  await book.refresh(sql, context);
  const changes = await changesOfRun(sql, run.runId, run.observedAt);
  const planIds = [...new Set(changes.map(({ planId }) => planId))];
  const rows = await watchedRows(sql, planIds);
  const occurrences = changes.map((change) => occurrenceOf(change, rows.get(change.planId) ?? []));
  const concerned = [
    ...(await concernedBySearch(sql, occurrences, book, context)),
    ...(await concernedBySubject(sql, occurrences, planIds, context)),
  ];
  const byPlan = grouped(occurrences);
  const after = new Map([...rows].map(([planId, ofPlan]) => [planId, rowsAfter(ofPlan, byPlan.get(planId) ?? [])]));
  const alerts = await settleAndAlert(sql, concerned, planIds, after, context);
  await queueDeliveries(
    sql,
    alerts.filter(({ watch }) => watch.delivery !== 'digest').map((alert) => deliveryOf(alert, run)),
    context.now,
  );
  await dropUnmatched(sql, run.number);
  return { changes: changes.length, alerts: alerts.length };
}

async function concernedBySearch(
  sql: Sql,
  occurrences: readonly Occurrence[],
  book: FilterBook,
  context: FilterContext,
): Promise<Concerned<WatchRecord>[]> {
  const hits = new Map<number, Hit[]>();
  for (const occurrence of occurrences) {
    const views = new Map<number, Hit['views'][number][]>();
    for (const view of standingViews(occurrence, context.now)) {
      for (const filterId of book.match(occurrence, view)) {
        const shown = views.get(filterId);
        if (shown) shown.push(view);
        else views.set(filterId, [view]);
      }
    }
    for (const [filterId, shown] of views) {
      const hit: Hit = { occurrence, views: shown };
      const known = hits.get(filterId);
      if (known) known.push(hit);
      else hits.set(filterId, [hit]);
    }
  }
  const watches = hits.size === 0 ? [] : await watchesOfFilters(sql, [...hits.keys()], context.now);
  return watches.map((watch) => {
    const filterId = watch.filterId ?? 0;
    return { watch, filter: book.filterOf(filterId), hits: hits.get(filterId) ?? [] };
  });
}

async function concernedBySubject(
  sql: Sql,
  occurrences: readonly Occurrence[],
  planIds: readonly string[],
  context: FilterContext,
): Promise<Concerned<WatchRecord>[]> {
  const byPlan = grouped(occurrences);
  const watches = planIds.length === 0 ? [] : await watchesOfPlans(sql, planIds, context.now);
  return watches.map((watch) => {
    const subject = { ...watch, planId: watch.planId ?? '' };
    const own = byPlan.get(subject.planId) ?? [];
    return { watch, filter: subjectFilter(subject), hits: own.flatMap((one) => subjectHit(subject, one, context) ?? []) };
  });
}

function grouped(occurrences: readonly Occurrence[]): ReadonlyMap<string, readonly Occurrence[]> {
  const byPlan = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const known = byPlan.get(occurrence.planId);
    if (known) known.push(occurrence);
    else byPlan.set(occurrence.planId, [occurrence]);
  }
  return byPlan;
}

/** Arms anew what has left, then decides; writes what is remembered. */
async function settleAndAlert(
  sql: Sql,
  concerned: readonly Concerned<WatchRecord>[],
  planIds: readonly string[],
  rows: ReadonlyMap<string, readonly WatchedRow[]>,
  context: FilterContext,
): Promise<Alert<WatchRecord>[]> {
  const stored = planIds.length === 0 ? [] : await memoriesOf(sql, planIds);
  const before: Memories = new Map(stored.map(({ watchId, planId, memory }) => [memoryKey(watchId, planId), memory]));
  const after: Memories = new Map(before);
  const fired = stored.some(({ memory }) => memory.state === 'fired');
  const remembering = fired ? await watchesRemembering(sql, planIds, context.now) : [];
  const watchOf = new Map(remembering.map((watch) => [watch.watchId, watch]));
  for (const { watchId, planId, memory } of stored) {
    const watch = watchOf.get(watchId);
    const filter = watch && memory.state === 'fired' ? ownFilter(watch) : null;
    if (watch && filter && isSettled(watch, filter, memory, rows.get(planId) ?? [], context)) {
      after.delete(memoryKey(watchId, planId));
    }
  }
  const alerts = alertsOf(concerned, after, context);
  const pairOf = (key: string) => {
    const [watchId = '', planId = ''] = key.split(' ');
    return { watchId, planId };
  };
  await forget(sql, [...before.keys()].filter((key) => !after.has(key)).map(pairOf));
  const changed = [...after].filter(([key, memory]) => before.get(key) !== memory);
  await remember(
    sql,
    changed.map(([key, memory]) => ({ ...pairOf(key), memory })),
  );
  return alerts;
}

/** The search of a watch without the price limit of its own; null: this release cannot read it. */
function ownFilter(watch: WatchRecord): OfferFilter | null {
  if (watch.params === null) return subjectFilter({ ...watch, thresholdMicros: null });
  const read = parseFilter(watch.params);
  return read.ok ? { ...read.value, currency: watch.currency } : null;
}

function deliveryOf({ watch, items }: Alert<WatchRecord>, run: UnmatchedRun): NewDelivery {
  return {
    subscriberId: watch.subscriberId,
    watchId: watch.watchId,
    kind: 'alert',
    subject: watch.watchId,
    eventKey: `run:${run.runId}`,
    channel: watch.channel,
    content: { items: items.slice(0, MOST_ITEMS), more: Math.max(0, items.length - MOST_ITEMS) },
  };
}
