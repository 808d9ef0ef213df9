import { switchedOff } from '../../db/queries/switch-source.ts';
import type { RunReport } from '../../ingest/run.ts';
import type { SourceManifest } from '../../scrapers/contract.ts';
import { JOBS } from '../definitions.ts';
import type { Handler } from '../handler.ts';
import { type Planning, planAfter, planAfterCrash, planInCaseItDies } from '../plan-runs.ts';
import type { JobLog } from '../queue.ts';

/** What a scrape job works with. */
export interface ScrapeSourceDeps extends Planning {
  readonly manifestOf: (sourceId: string) => SourceManifest | undefined;
  readonly runSource: (sourceId: string, trigger: 'schedule' | 'command') => Promise<RunReport>;
  readonly log: JobLog;
}

/** Runs one source and plans its next run. A failed run is a job done: the plan brings the next try, not the queue. */
export function scrapeSource(deps: ScrapeSourceDeps): Handler<'scrape-source'> {
  return async ({ sourceId, trigger }, { attempt }) => {
    const manifest = deps.manifestOf(sourceId);
    if (!manifest) {
      deps.log.warn({ sourceId }, 'a run was asked for a source that this release does not know');
      return;
    }
    if ((await switchedOff(deps.db, sourceId)) !== null) {
      deps.log.info({ sourceId }, 'the source was switched off after its run was enqueued');
      return;
    }
    await planInCaseItDies(deps, manifest);
    const report = await deps.runSource(sourceId, trigger ?? 'schedule').catch(async (error: unknown) => {
      if (attempt > JOBS['scrape-source'].retryLimit) await planAfterCrash(deps, manifest, String(error));
      throw error;
    });
    const plan = await planAfter(deps, manifest, report);
    const { runId, state, failure, counts } = report;
    deps.log.info({ sourceId, runId, state, failure, counts, next: plan?.nextRunAt }, `source ${sourceId}: ${state}`);
  };
}
