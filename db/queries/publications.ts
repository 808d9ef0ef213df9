/** What a publication does to its source as a whole. */
import type { Coverage } from '../../domain/coverage.ts';
import type { Db } from '../bulk.ts';
import { type Bind, binder } from './binder.ts';
import { keepPast } from './retire-search-rows.ts';

/**
 * Held to the end of the transaction: publications of a source, and what an operator corrects in what it published, come one
 * after the other. Unlike the lock of a run it is never held while pages are fetched.
 */
export async function lockPublishing(db: Db, sourceId: string): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended(${`publish:${sourceId}`}, 0))`;
}

/**
 * Moves `observed_at` of the source's rows to this run, for plans whose every offer was seen in it. Rows of plans with an
 * unseen offer were built anew by this publication, each with its own time.
 */
export async function moveObservation(
  db: Db,
  run: { readonly sourceId: string; readonly observedAt: string },
  staleAfterHours: number,
): Promise<void> {
  const moved = (bind: Bind) => {
    const [source, time] = [bind(run.sourceId, 'text'), bind(run.observedAt, 'text::timestamptz')];
    return `r.source_id = ${source} and not r.withdrawn and r.observed_at < ${time} and r.plan_id in (
      select plan_id from offers where source_id = ${source} and not withdrawn group by plan_id having min(last_seen_at) >= ${time})`;
  };
  await keepPast(db, (bind) => `${moved(bind)} and ${TURNS_FRESH}`);
  const { bind, values } = binder();
  const [time, hours] = [bind(run.observedAt, 'text::timestamptz'), bind(staleAfterHours, 'int4')];
  await db.unsafe(
    `update search_rows r set observed_at = ${time}, stale_at = ${time} + make_interval(hours => ${hours}),
       since_version = case when ${TURNS_FRESH} then v.version else r.since_version end
     from catalogue_version v where ${moved(bind)}`,
    values,
  );
}

/**
 * Rows that are stale, or about to be: to a search that asks for freshness they become other ones by being seen. All others are
 * as fresh before as after, whenever within its life a cursor asks.
 */
const TURNS_FRESH = "r.observation = 'live' and r.stale_at < now() + interval '1 hour'";

/** Notes on the source what its offers now come from. */
export async function markPublished(
  db: Db,
  run: { readonly runId: string; readonly sourceId: string; readonly observedAt: string },
  published: { readonly contentHash: string; readonly observation: 'live' | 'recorded'; readonly coverage: Coverage },
): Promise<void> {
  await db`update sources set published_at = ${run.observedAt}, published_hash = ${published.contentHash},
    published_run_id = ${run.runId}, published_coverage = ${db.json({ ...published.coverage })}, observation = ${published.observation}
    where source_id = ${run.sourceId}`;
}

/** Notes that the published offers were seen again. */
export async function markSeenAgain(
  db: Db,
  run: { readonly sourceId: string; readonly observedAt: string },
  observation: 'live' | 'recorded',
): Promise<void> {
  await db`update sources set published_at = ${run.observedAt}, observation = ${observation} where source_id = ${run.sourceId}`;
}

/**
 * Raises the version of the catalogue: what search answers is another one from this transaction on. To be called before search
 * rows are touched: it holds a lock to the end, so that versions become visible in their order.
 */
export async function raiseVersion(db: Db): Promise<void> {
  await db`insert into catalogue_version (id, version) values (1, 1)
    on conflict (id) do update set version = catalogue_version.version + 1`;
}
