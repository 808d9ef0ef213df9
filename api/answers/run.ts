/** Answers what an operator asks about one run. */
import { listProviders } from '../../db/queries/providers.ts';
import { loadPublished } from '../../db/queries/published-batch.ts';
import { type RunRecord, runRecord } from '../../db/queries/run-records.ts';
import { sourceRunState } from '../../db/queries/runs.ts';
import { runSnapshots } from '../../db/queries/snapshots.ts';
import { heldDiff } from '../../domain/held-diff.ts';
import { shownPlans } from '../../domain/shown-plans.ts';
import type { SourceAdapter } from '../../scrapers/contract.ts';
import { readPages } from '../../scrapers/read-pages.ts';
import type { ApiDeps } from '../env.ts';
import { presentRun, type ReadDiff } from '../present/run.ts';

type Deps = Pick<ApiDeps, 'database' | 'adapterOf' | 'log'>;

/** One run, a held one with what publishing it would change; null for an unknown id. */
export async function answerRun(deps: Deps, runId: string) {
  const run = await runRecord(deps.database.sql, runId);
  return run && presentRun(run, await readDiff(deps, run));
}

async function readDiff(deps: Deps, run: RunRecord): Promise<ReadDiff> {
  if (run.state !== 'quarantined') return { ok: false, reason: 'only a run in quarantine is compared with what is published' };
  if (run.pages.length === 0) return { ok: false, reason: 'its pages are not kept any more' };
  const adapter = deps.adapterOf(run.sourceId);
  if (!adapter) return { ok: false, reason: `this version does not read ${run.sourceId}` };
  return compare(deps, run, adapter);
}

async function compare({ database: { sql }, log }: Deps, run: RunRecord, adapter: SourceAdapter): Promise<ReadDiff> {
  const [pages, [provider], state, published] = await Promise.all([
    runSnapshots(sql, run.runId),
    listProviders(sql, adapter.manifest.providerId),
    sourceRunState(sql, run.sourceId),
    loadPublished(sql, run.sourceId),
  ]);
  try {
    const read = readPages(adapter, pages, provider?.facts ?? null);
    const shown = state.publishedAt === null ? [] : shownPlans(published, state.publishedAt, read);
    return { ok: true, publishedAt: state.publishedAt, diff: heldDiff(shown, read.plans) };
  } catch (error) {
    log.warn({ err: error, runId: run.runId }, 'the pages of a held run could not be read');
    return { ok: false, reason: "today's reader cannot read its pages; the log tells why" };
  }
}
