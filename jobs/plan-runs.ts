/** Writes into the state of sources what `schedule.ts` decides. */

import type { Db } from '../db/bulk.ts';
import { failuresInARow, registerSources, setNextRun } from '../db/queries/source-state.ts';
import { handlingOf } from '../domain/failure.ts';
import type { RunReport } from '../ingest/run.ts';
import type { SourceManifest } from '../scrapers/contract.ts';
import { firstRun, MAX_SOON_TRIES, type NextRun, nextRegularRun, planNextRun, type Random } from './schedule.ts';

/** What planning needs. */
export interface Planning {
  readonly db: Db;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: Random;
}

/** Registers the known sources; those never planned are due within seconds. To be called by whoever starts first, and by all others. */
export async function planFirstRuns(
  { db, now, random }: Planning,
  manifests: readonly Pick<SourceManifest, 'sourceId' | 'providerId'>[],
): Promise<void> {
  const sources = manifests.map(({ sourceId, providerId }) => ({ sourceId, providerId, firstRunAt: firstRun(now(), random) }));
  await registerSources(db, sources);
}

/** Before a run: should it die with its process, the source still has a next one. */
export async function planInCaseItDies({ db, now, random }: Planning, manifest: SourceManifest): Promise<void> {
  const nextRunAt = new Date(nextRegularRun(manifest, now(), random)).toISOString();
  await setNextRun(db, manifest.sourceId, { nextRunAt, notBefore: null });
}

/** After a run, whoever asked for it: plans the next one and answers the plan; null where another run holds the source. */
export async function planAfter(
  { db, now, random }: Planning,
  manifest: SourceManifest,
  report: RunReport,
): Promise<NextRun | null> {
  const codes = await failuresInARow(db, manifest.sourceId, report.runId, MAX_SOON_TRIES);
  const lasting = codes.findIndex((code) => handlingOf(code).retry !== 'soon');
  const failuresBefore = lasting === -1 ? codes.length : lasting;
  const plan = planNextRun({ manifest, report, failuresBefore, now: now(), random });
  if (plan) await setNextRun(db, manifest.sourceId, plan);
  return plan;
}

/** After a run that threw each time it was tried: the failure table says what becomes of a source that meets an error of ours. */
export async function planAfterCrash({ db, now, random }: Planning, manifest: SourceManifest, message: string): Promise<void> {
  const report = { state: 'failed', failure: { code: 'bug', message }, findings: [] } as const;
  const plan = planNextRun({ manifest, report, failuresBefore: 0, now: now(), random });
  if (plan) await setNextRun(db, manifest.sourceId, plan);
}
