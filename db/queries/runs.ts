/** Scrape runs: opened before anything is fetched, closed with what came of them. */
import type { Coverage } from '../../domain/coverage.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Finding, Rejection } from '../../domain/listing.ts';
import type { Db } from '../bulk.ts';
import type { RunCounts, RunState, RunTrigger } from '../schema/scraping.ts';
import { isoTime, isoTimeOrNull } from '../time.ts';

/** A run as it begins. Times are ISO. */
export interface OpenRun {
  readonly runId: string;
  readonly sourceId: string;
  readonly trigger: RunTrigger;
  readonly startedAt: string;
  readonly observedAt: string;
}

/** A run as it ends. */
export interface ClosedRun {
  readonly runId: string;
  readonly state: RunState;
  readonly failureCode: FailureCode | null;
  readonly message: string | null;
  readonly finishedAt: string;
  readonly contentHash: string | null;
  readonly batchHash: string | null;
  readonly counts: RunCounts;
  readonly findings: readonly Finding[];
  readonly rejections: readonly Rejection[];
}

/** Notes that a run has begun. */
export async function openRun(db: Db, run: OpenRun): Promise<void> {
  await db`insert into scrape_runs (run_id, source_id, trigger, state, started_at, observed_at)
    values (${run.runId}, ${run.sourceId}, ${run.trigger}, 'running', ${run.startedAt}, ${run.observedAt})`;
}

/** Notes how a run ended, on the run and on its source. */
export async function closeRun(db: Db, sourceId: string, run: ClosedRun): Promise<void> {
  await db`update scrape_runs set state = ${run.state}, failure_code = ${run.failureCode}, message = ${run.message},
    finished_at = ${run.finishedAt}, content_hash = ${run.contentHash}, batch_hash = ${run.batchHash}, counts = ${db.json({ ...run.counts })},
    findings = ${db.json(run.findings.map((finding) => ({ ...finding })))},
    rejections = ${db.json(run.rejections.map((rejection) => ({ ...rejection })))} where run_id = ${run.runId}`;
  await db`update sources set last_run_id = ${run.runId}, last_state = ${run.state}, last_run_at = ${run.finishedAt}
    where source_id = ${sourceId}`;
}

/** Runs that a killed process left behind are closed as bugs by the next run of the source, which holds its lock. */
export async function closeAbandonedRuns(db: Db, sourceId: string, now: string): Promise<void> {
  await db`update scrape_runs set state = 'failed', failure_code = 'bug', message = 'the process ended before the run did', finished_at = ${now}
    where source_id = ${sourceId} and state = 'running'`;
}

/** What a source has published last, as far as a run needs it. Times are ISO. */
export interface SourceRunState {
  readonly publishedAt: string | null;
  readonly publishedHash: string | null;
  readonly publishedTrigger: RunTrigger | null;
  readonly publishedCoverage: Coverage | null;
  /** Listings that the published run rejected; null where nothing is published. */
  readonly publishedRejections: number | null;
  /** Batch hash of the latest run, where it was left in quarantine, and when it was observed: what a second run confirms. */
  readonly heldHash: string | null;
  readonly heldAt: string | null;
}

const NEVER_PUBLISHED: SourceRunState = {
  publishedAt: null,
  publishedHash: null,
  publishedTrigger: null,
  publishedCoverage: null,
  publishedRejections: null,
  heldHash: null,
  heldAt: null,
};

/** State of a source; all null before its first publication. */
export async function sourceRunState(db: Db, sourceId: string): Promise<SourceRunState> {
  const [row] = await db<(SourceRunState & { readonly rejections: string | null })[]>`
    select s.published_at as "publishedAt", s.published_hash as "publishedHash", p.trigger as "publishedTrigger",
      s.published_coverage as "publishedCoverage",
      p.counts ->> 'rejections' as rejections,
      held.batch_hash as "heldHash", held.observed_at as "heldAt"
    from sources s left join scrape_runs p on p.run_id = s.published_run_id
    left join lateral (select r.state, r.batch_hash, r.observed_at from scrape_runs r
      where r.source_id = s.source_id and r.state in ('quarantined', 'published', 'unchanged')
      order by r.started_at desc, r.finished_at desc nulls last limit 1) held on held.state = 'quarantined'
    where s.source_id = ${sourceId}`;
  if (!row) return NEVER_PUBLISHED;
  const { rejections, ...state } = row;
  return {
    ...state,
    publishedAt: isoTimeOrNull(row.publishedAt),
    heldAt: isoTimeOrNull(row.heldAt),
    publishedRejections: rejections === null ? null : Number(rejections),
  };
}

/** A run as a release needs it. */
export interface HeldRun {
  readonly runId: string;
  readonly sourceId: string;
  readonly state: RunState;
  readonly trigger: RunTrigger;
  /** ISO time. */
  readonly observedAt: string;
  readonly findings: readonly Finding[];
}

/** A run that a person may release; null for an unknown id. */
export async function heldRun(db: Db, runId: string): Promise<HeldRun | null> {
  const [row] = await db<HeldRun[]>`
    select run_id as "runId", source_id as "sourceId", state, trigger, observed_at as "observedAt", findings
    from scrape_runs where run_id = ${runId}`;
  return row ? { ...row, observedAt: isoTime(row.observedAt) } : null;
}
