/** Releases a quarantined run: a person has looked at its findings, and it is published as it was read. */
import { closeRun, type HeldRun, heldRun, sourceRunState } from '../db/queries/runs.ts';
import { runSnapshots } from '../db/queries/snapshots.ts';
import { type Page, pageKey, type SourceAdapter } from '../scrapers/contract.ts';
import { readPages } from '../scrapers/read-pages.ts';
import { forgetBundled } from './bundled.ts';
import { hashPages } from './content-hash.ts';
import { publishBatch } from './publish.ts';
import { coverageOf, isRepeated, type RunDeps } from './run-source.ts';
import { withSourceLock } from './source-lock.ts';

/** Why a run cannot be released. */
export type ReleaseRefusal = 'unknown-run' | 'not-quarantined' | 'older-than-published' | 'busy' | 'unreadable';

/** What came of a release. */
export type Released =
  | { readonly ok: true; readonly plans: number; readonly changed: number }
  | { readonly ok: false; readonly code: ReleaseRefusal; readonly message: string };

/** Publishes a quarantined run from its stored snapshots, read by today's reader. */
export async function releaseRun(
  deps: RunDeps,
  adapterOf: (sourceId: string) => SourceAdapter | null,
  runId: string,
): Promise<Released> {
  const run = await heldRun(deps.database.sql, runId);
  if (!run) return refused('unknown-run', `there is no run ${runId}`);
  const adapter = adapterOf(run.sourceId);
  if (!adapter) return refused('unreadable', `no adapter for ${run.sourceId}`);
  const released = await withSourceLock(deps.database, run.sourceId, () => releaseLocked(deps, adapter, runId));
  return released ?? refused('busy', `${run.sourceId} is being run now; try again`);
}

async function releaseLocked(deps: RunDeps, adapter: SourceAdapter, runId: string): Promise<Released> {
  const { database, provider } = deps;
  const run = await heldRun(database.sql, runId);
  if (run?.state !== 'quarantined') return refused('not-quarantined', `run ${runId} is ${run?.state}, not quarantined`);
  const state = await sourceRunState(database.sql, run.sourceId);
  if (state.publishedAt !== null && state.publishedTrigger !== 'catalogue' && state.publishedAt > run.observedAt) {
    return refused('older-than-published', `${run.sourceId} has published a newer observation of ${state.publishedAt}`);
  }
  const stored = await runSnapshots(database.sql, runId);
  const pages = stored.map(({ role, place, number, url, headers, body }): Page => ({ role, place, number, url, headers, body }));
  const read = readPages(adapter, pages, provider);
  if (read.plans.length === 0) return refused('unreadable', 'its pages hold no plan that today’s reader can read');
  const snapshots = Object.fromEntries(stored.map((snapshot) => [pageKey(snapshot), String(snapshot.snapshotId)]));
  const contentHash = hashPages(pages, adapter, provider);
  const observation = {
    observedAt: run.observedAt,
    kind: run.trigger === 'replay' ? ('recorded' as const) : ('live' as const),
    coverage: coverageOf(read, missingPages(run)),
    repeated: isRepeated(state, run.observedAt),
  };
  const done = await database.transaction(async (tx) => {
    if (state.publishedTrigger === 'catalogue') await forgetBundled(tx.sql, run.sourceId, run.observedAt);
    const { manifest } = adapter;
    const batch = { plans: read.plans };
    const published = await publishBatch(tx, { runId, manifest, provider, contentHash, snapshots, batch, observation });
    await closeRun(tx.sql, run.sourceId, {
      runId,
      state: 'published',
      failureCode: null,
      message: 'released by a person',
      finishedAt: new Date(deps.now()).toISOString(),
      contentHash,
      batchHash: null,
      counts: { ...published, pages: pages.length, rejections: read.rejections.length },
      // Why it was held stays on record.
      findings: run.findings,
      rejections: read.rejections,
    });
    return published;
  });
  return { ok: true, plans: done.plans, changed: done.changed };
}

function missingPages(run: HeldRun): HeldRun['findings'] {
  return run.findings.filter((finding) => finding.code === 'incomplete');
}

function refused(code: ReleaseRefusal, message: string): Released {
  return { ok: false, code, message };
}
