import type { Db } from '../../db/bulk.ts';
import { endRelease } from '../../db/queries/run-releases.ts';
import type { Released } from '../../ingest/release.ts';
import { JOBS } from '../definitions.ts';
import type { Handler } from '../handler.ts';
import type { JobLog } from '../queue.ts';

/** What a release job works with. */
export interface ReleaseRunDeps {
  readonly db: Db;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: JobLog;
  readonly release: (runId: string) => Promise<Released>;
}

/** Releases a held run that an operator looked at, and notes on it how that ended. A source that is being run is tried again. */
export function releaseRun({ db, now, log, release }: ReleaseRunDeps): Handler<'release-run'> {
  return async ({ runId }, { attempt }) => {
    const lastTry = attempt > JOBS['release-run'].retryLimit;
    const end = (message: string | null) => endRelease(db, runId, { message, finishedAt: new Date(now()).toISOString() });
    const released = await release(runId).catch(async (error: unknown) => {
      if (lastTry) await end('an error on our side, noted in the log of the worker');
      throw error;
    });
    if (!released.ok && released.code === 'busy' && !lastTry) throw new Error(released.message);
    await end(released.ok ? null : released.message);
    log.info({ runId, released }, `release of run ${runId}: ${released.ok ? 'done' : released.code}`);
  };
}
