/** The worker of a process: the queue, its handlers, and the plan of first runs. */
import { readCostRates } from '../db/catalog/read-catalog.ts';
import { readCpuScores } from '../db/catalog/read-cpu-scores.ts';
import { assessRisk } from '../jobs/handlers/assess-risk.ts';
import { enqueueDue } from '../jobs/handlers/enqueue-due.ts';
import { matchWatches } from '../jobs/handlers/match-watches.ts';
import { refreshRates } from '../jobs/handlers/refresh-rates.ts';
import { releaseRun } from '../jobs/handlers/release-run.ts';
import { scrapeSource } from '../jobs/handlers/scrape-source.ts';
import { sendDeliveries } from '../jobs/handlers/send-deliveries.ts';
import { sendDigests } from '../jobs/handlers/send-digests.ts';
import { planFirstRuns } from '../jobs/plan-runs.ts';
import type { Queue } from '../jobs/queue.ts';
import { assessRows } from '../jobs/risk/assess-rows.ts';
import { startWorker } from '../jobs/worker.ts';
import { adapterOf, SOURCES } from '../scrapers/registry.ts';
import { type Context, offReason, runLive, runRates, runRelease } from './context.ts';
import type { WatchServices } from './watch-services.ts';

/** A running worker service. */
export interface WorkerService {
  /** Lets running jobs end, within bounds. The queue and the context stay the caller's. */
  drain(): Promise<void>;
}

/** Starts taking jobs from the queue. */
export async function startWorkerService(context: Context, queue: Queue, watches: WatchServices): Promise<WorkerService> {
  const { database, log, now } = context;
  const random = Math.random;
  const planning = { db: database.sql, now, random };
  const on = SOURCES.map(({ manifest }) => manifest).filter((manifest) => offReason(context.config, manifest) === null);
  await planFirstRuns(planning, on);
  const assessing = {
    database,
    costRates: await readCostRates(),
    cpuScores: await readCpuScores(),
    now,
  };
  const worker = startWorker({
    queue,
    log,
    now,
    random,
    handlers: {
      'assess-risk': assessRisk({ log, assessRows: (signal) => assessRows(assessing, signal) }),
      'enqueue-due': enqueueDue({
        transaction: (work) => database.transaction(work),
        queue,
        sourceIds: on.map(({ sourceId }) => sourceId),
        now,
      }),
      'release-run': releaseRun({ db: database.sql, now, log, release: (runId) => runRelease(context, runId) }),
      'refresh-rates': refreshRates({
        log,
        refreshRates: async () => {
          const report = await runRates(context);
          log.info({ rates: report }, `exchange rates: ${report.state}`);
          return { failure: report.state === 'failed' ? report.failure : null };
        },
      }),
      'match-watches': matchWatches({ match: watches.match, queue, log }),
      'send-digests': sendDigests({ digests: watches.digests, purge: watches.purge, queue, log }),
      'send-deliveries': sendDeliveries({ deliver: watches.deliver, log }),
      'scrape-source': scrapeSource({
        ...planning,
        log,
        manifestOf: (sourceId) => adapterOf(sourceId)?.manifest,
        runSource: (sourceId, trigger) => {
          const adapter = adapterOf(sourceId);
          if (!adapter) throw new Error(`no adapter for ${sourceId}`);
          return runLive(context, adapter, trigger).then(async (report) => {
            // The next minute would do it too: nobody should wait so long for news.
            await queue
              .enqueue('match-watches', {})
              .catch((error: unknown) => log.warn({ err: error }, 'watches wait for a minute'));
            return report;
          });
        },
      }),
    },
  });
  return { drain: worker.drain };
}
