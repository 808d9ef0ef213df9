import type { JobName } from './definitions.ts';
import type { Handler } from './handler.ts';
import type { JobLog, Queue, TakenJob } from './queue.ts';

/** A job that is being done. */
export interface RunningJob {
  /** Resolves when the queue knows how it ended. Never rejects. */
  readonly done: Promise<void>;
  /** Gives the job back to the queue; its handler is told to stop, and not waited for. */
  giveUp(reason: string): void;
}

/** Share of a job's time after which it counts as failed: while nobody else can have taken it for dead yet. */
const TIME_SHARE = 0.9;

/** Does one job and tells the queue. */
export function runJob<N extends JobName>(
  deps: { readonly queue: Queue; readonly log: JobLog; readonly now: () => number },
  job: TakenJob<N>,
  handler: Handler<N>,
): RunningJob {
  const { queue, log, now } = deps;
  const facts = { job: job.name, jobId: job.jobId, payload: job.payload, attempt: job.attempt };
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason));
  });
  const seconds = Math.round(job.expireInSeconds * TIME_SHARE * 10) / 10;
  const timer = setTimeout(() => stop.abort(new Error(`not done within ${seconds} s`)), seconds * 1000);

  const work = async (): Promise<void> => {
    const began = now();
    try {
      await Promise.race([handler(job.payload, { attempt: job.attempt, signal: stop.signal }), stopped]);
      await queue.complete(job);
      log.debug({ ...facts, tookMs: now() - began }, `job ${job.name} done`);
    } catch (error) {
      log.error({ ...facts, tookMs: now() - began, err: error }, `job ${job.name} failed`);
      await queue
        .fail(job, error instanceof Error ? error.message : String(error))
        .catch((err: unknown) =>
          log.error({ ...facts, err }, `the failure of job ${job.name} could not be stored; it will expire`),
        );
    } finally {
      clearTimeout(timer);
    }
  };
  return { done: work(), giveUp: (reason) => stop.abort(new Error(reason)) };
}
