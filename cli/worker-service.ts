/** The worker of a process: the queue, its handlers, and the plan of first runs. */
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
import { startWorker } from '../jobs/worker.ts';
import { adapterOf, SOURCES } from '../scrapers/registry.ts';
import { assessor } from './assessor.ts';
import { type Context, offReason, runLive, runRates, runRelease } from './context.ts';
import type { WatchServices } from './watch-services.ts';

/** How long news waits for its assessment: far longer than one takes, so that only a broken one lets it go without. */
const MATCH_PATIENCE_SECONDS = 15 * 60;

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
  const assess = await assessor(context);
  const worker = startWorker({
    queue,
    log,
    now,
    random,
    handlers: {
      'assess-risk': assessRisk({ log, queue, assessRows: assess }),
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
      'match-watches': matchWatches({ match: () => watches.match(MATCH_PATIENCE_SECONDS), queue, log }),
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
            // The next minute would do both too: nobody should wait so long for news.
            for (const job of ['assess-risk', 'match-watches'] as const) {
              await queue.enqueue(job, {}).catch((error: unknown) => log.warn({ err: error }, `${job} waits for a minute`));
            }
            return report;
          });
        },
      }),
    },
  });
  return { drain: worker.drain };
}
