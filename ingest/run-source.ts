/** One scrape run from walk to publish, readable top to bottom. */
import type { Database } from '../db/client.ts';
import { closeAbandonedRuns, closeRun, openRun, type SourceRunState, sourceRunState } from '../db/queries/runs.ts';
import { type Coverage, WHOLE_SOURCE } from '../domain/coverage.ts';
import type { Finding } from '../domain/listing.ts';
import type { Provider } from '../domain/provider-facts.ts';
import type { SourceAdapter } from '../scrapers/contract.ts';
import { type PagesRead, readPages } from '../scrapers/read-pages.ts';
import { forgetBundled } from './bundled.ts';
import { type Collected, collectPages, type RunInput } from './collect-pages.ts';
import { hashPages } from './content-hash.ts';
import { judge } from './judge.ts';
import { closedRun, countsOf, failed, NOTHING, nothingRead, type Outcome } from './outcome.ts';
import { type Publication, publishBatch } from './publish.ts';
import type { RunReport } from './run.ts';
import { withSourceLock } from './source-lock.ts';

/** What runs are made with. */
export interface RunDeps {
  readonly database: Database;
  readonly provider: Provider;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newRunId: () => string;
}

/** A run under way: its record is open and this process holds the source's lock. */
interface Run extends RunDeps {
  readonly runId: string;
  readonly sourceId: string;
  /** ISO time. */
  readonly observedAt: string;
  readonly adapter: SourceAdapter;
  readonly input: RunInput;
  readonly state: SourceRunState;
}

/** What a run comes to: how it ends and, where its offers were seen, what is to be published with that. */
interface Decision {
  readonly outcome: Outcome;
  readonly publication?: Publication;
}

/** Runs one source. Expected trouble is in the report; `busy` when another process runs it now. */
export async function runSource(deps: RunDeps, adapter: SourceAdapter, input: RunInput): Promise<RunReport> {
  const { sourceId } = adapter.manifest;
  const observedAt = input.from === 'live' ? iso(deps.now()) : input.observedAt;
  const begun = { runId: deps.newRunId(), sourceId, trigger: input.trigger, observedAt };
  const outcome = await withSourceLock(deps.database, sourceId, () => runLocked(deps, adapter, input, begun));
  if (!outcome) return { ...begun, state: 'busy', failure: null, counts: NOTHING, findings: [] };
  const { state, failure = null, counts, findings } = outcome;
  return { ...begun, state, failure, counts, findings };
}

async function runLocked(
  deps: RunDeps,
  adapter: SourceAdapter,
  input: RunInput,
  begun: Pick<RunReport, 'runId' | 'sourceId' | 'trigger' | 'observedAt'>,
): Promise<Outcome> {
  const { sql } = deps.database;
  await closeAbandonedRuns(sql, begun.sourceId, iso(deps.now()));
  await openRun(sql, { ...begun, startedAt: iso(deps.now()) });
  try {
    const state = await sourceRunState(sql, begun.sourceId);
    const run: Run = { ...deps, ...begun, adapter, input, state };
    return await conclude(run, await decide(run));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const bug = closedRun(begun.runId, failed({ code: 'bug', message }), iso(deps.now()));
    // Where the database is gone, the next run closes this one; the error to be seen is the first.
    await closeRun(sql, begun.sourceId, bug).catch(() => undefined);
    throw error;
  }
}

/** Publishes what was decided and closes the run, all of it or nothing. */
async function conclude(run: Run, { outcome: decided, publication }: Decision): Promise<Outcome> {
  return run.database.transaction(async (tx) => {
    let outcome = decided;
    if (publication) {
      if (run.state.publishedTrigger === 'catalogue') await forgetBundled(tx.sql, run.sourceId, run.observedAt);
      outcome = { ...decided, counts: { ...decided.counts, ...(await publishBatch(tx, publication)) } };
    }
    await closeRun(tx.sql, run.sourceId, closedRun(run.runId, outcome, iso(run.now())));
    return outcome;
  });
}

async function decide(run: Run): Promise<Decision> {
  if (isOlderThanPublished(run)) {
    const message = `observed ${run.observedAt}, but ${run.state.publishedAt} is already published`;
    return { outcome: failed({ code: 'older-than-published', message }) };
  }
  const collected = await collectPages(run.database.sql, run.adapter, run.input, run);
  if (!collected.ok) return { outcome: failed(collected.failure) };
  const contentHash = hashPages(collected.pages, run.adapter, run.provider);
  if (contentHash === run.state.publishedHash) return seenAgain(run, collected, contentHash);

  const read = readPages(run.adapter, collected.pages, run.provider);
  if (read.plans.length === 0) return { outcome: failed(nothingRead(read), { pages: collected.pages.length, read }) };
  return judged(run, collected, read, contentHash);
}

type Pages = Extract<Collected, { ok: true }>;

/** The pages are the published ones: their offers were seen again, and what they lacked was missed once more. */
function seenAgain(run: Run, collected: Pages, contentHash: string): Decision {
  const publication = publicationOf(run, collected, contentHash, {
    batch: { sameSince: run.state.publishedAt ?? run.observedAt },
    coverage: run.state.publishedCoverage ?? WHOLE_SOURCE,
  });
  const counts = { ...NOTHING, pages: collected.pages.length, rejections: run.state.publishedRejections ?? 0 };
  return { publication, outcome: { state: 'unchanged', counts, findings: collected.findings, rejections: [], contentHash } };
}

async function judged(run: Run, collected: Pages, read: PagesRead, contentHash: string): Promise<Decision> {
  const judgement = await judge(run.database.sql, { ...run, read });
  const { batchHash } = judgement;
  const findings = [...collected.findings, ...read.findings, ...judgement.findings];
  const counts = { ...NOTHING, ...countsOf(read), pages: collected.pages.length };
  const outcome = { counts, findings, rejections: read.rejections, contentHash, batchHash };
  if (judgement.verdict === 'quarantine') return { outcome: { ...outcome, state: 'quarantined' } };
  const coverage = coverageOf(read, collected.findings);
  const publication = publicationOf(run, collected, contentHash, { batch: { plans: read.plans }, coverage });
  return { publication, outcome: { ...outcome, state: 'published' } };
}

function publicationOf(
  run: Run,
  collected: Pages,
  contentHash: string,
  { batch, coverage }: { batch: Publication['batch']; coverage: Publication['observation']['coverage'] },
): Publication {
  const kind = run.input.from === 'live' ? 'live' : 'recorded';
  return {
    runId: run.runId,
    manifest: run.adapter.manifest,
    provider: run.provider,
    contentHash,
    snapshots: collected.snapshots,
    batch,
    observation: { observedAt: run.observedAt, kind, coverage, repeated: isRepeated(run.state, run.observedAt) },
  };
}

/** What a reading can say is gone. `missing`: findings about pages that could not be had. */
export function coverageOf({ complete, covers, posts, rejectedPlanIds }: PagesRead, missing: readonly Finding[]): Coverage {
  // A reader that names the places it speaks for has left a place without pages out itself.
  return {
    complete: complete && (covers !== null || missing.length === 0),
    covers,
    ...(posts ? { posts } : {}),
    rejectedPlanIds,
  };
}

/** Whether a batch of the same observation is published already. */
export function isRepeated(state: SourceRunState, observedAt: string): boolean {
  return state.publishedAt === observedAt && state.publishedTrigger !== 'catalogue';
}

/** Bundled offers are a stand-in for a first reading: anything that is really read replaces them, older or not. */
function isOlderThanPublished({ state, observedAt }: Run): boolean {
  return (
    state.publishedAt !== null && state.publishedTrigger !== 'catalogue' && Date.parse(observedAt) < Date.parse(state.publishedAt)
  );
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
