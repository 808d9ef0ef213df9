/** Runs as an operator looks at them. */
import type { FailureCode } from '../../domain/failure.ts';
import type { Finding, Rejection } from '../../domain/listing.ts';
import type { Db } from '../bulk.ts';
import type { ReleaseRecord, RunCounts, RunState, RunTrigger } from '../schema/scraping.ts';
import { isoTime, isoTimeOrNull } from '../time.ts';

/** A run in a list. Times are ISO. */
export interface ListedRun {
  readonly runId: string;
  readonly sourceId: string;
  readonly trigger: RunTrigger;
  readonly state: RunState;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly observedAt: string;
  readonly failureCode: FailureCode | null;
  readonly message: string | null;
  readonly counts: RunCounts | null;
  readonly findings: readonly Finding[];
  readonly release: ReleaseRecord | null;
}

/** One run with what it did not understand, and the pages it read. */
export interface RunRecord extends ListedRun {
  readonly rejections: readonly Rejection[];
  readonly pages: readonly RunPage[];
}

/** A page that a run kept. */
export interface RunPage {
  readonly snapshotId: string;
  readonly role: string;
  readonly place: string | null;
  readonly number: number;
  readonly url: string;
  readonly status: number;
  readonly bytes: number;
  readonly fetchedAt: string;
}

/** Where a page of the list ended: the start and the id of its last run. */
export interface AfterRun {
  readonly startedAt: string;
  readonly runId: string;
}

/** Which runs to list. */
export interface RunQuestion {
  /** Null: of all sources. */
  readonly sourceId: string | null;
  readonly state?: RunState | null;
  readonly after?: AfterRun | null;
  readonly limit: number;
}

/** The newest runs. */
export async function newestRuns(db: Db, { sourceId, state = null, after = null, limit }: RunQuestion): Promise<ListedRun[]> {
  const rows = await db<ListedRun[]>`
    select ${listedColumns(db)} from scrape_runs r
    where (${sourceId}::text is null or r.source_id = ${sourceId}) and (${state}::text is null or r.state = ${state})
      ${after ? db`and (r.started_at, r.run_id) < (${after.startedAt}, ${after.runId})` : db``}
    order by r.started_at desc, r.run_id desc limit ${limit}`;
  return rows.map(withIsoTimes);
}

/** One run; null for an unknown id. */
export async function runRecord(db: Db, runId: string): Promise<RunRecord | null> {
  const [row] = await db<Omit<RunRecord, 'pages'>[]>`
    select ${listedColumns(db)}, r.rejections from scrape_runs r where r.run_id = ${runId}`;
  if (!row) return null;
  const pages = await db<RunPage[]>`
    select s.snapshot_id::text as "snapshotId", s.role, s.place, s.number, s.url, s.status, b.bytes, s.fetched_at as "fetchedAt"
    from snapshots s join snapshot_bodies b using (content_hash) where s.run_id = ${runId} order by s.snapshot_id`;
  return { ...withIsoTimes(row), pages: pages.map((page) => ({ ...page, fetchedAt: isoTime(page.fetchedAt) })) };
}

function listedColumns(db: Db) {
  return db`r.run_id as "runId", r.source_id as "sourceId", r.trigger, r.state, r.started_at as "startedAt",
    r.finished_at as "finishedAt", r.observed_at as "observedAt", r.failure_code as "failureCode", r.message, r.counts, r.findings, r.release`;
}

function withIsoTimes<Run extends ListedRun>(run: Run): Run {
  return {
    ...run,
    startedAt: isoTime(run.startedAt),
    finishedAt: isoTimeOrNull(run.finishedAt),
    observedAt: isoTime(run.observedAt),
  };
}
