/** Takes jobs and runs them. The composition root starts it, and drains it before the process ends. */
import { JOB_NAMES, type JobName } from './definitions.ts';
import type { Handlers } from './handler.ts';
import { offerScheduled } from './offer-scheduled.ts';
import { type Pause, pause } from './pause.ts';
import type { JobLog, Queue } from './queue.ts';
import { type RunningJob, runJob } from './run-job.ts';
import type { Random } from './schedule.ts';

/** What a worker needs. */
export interface WorkerOptions {
  readonly queue: Queue;
  readonly handlers: Handlers;
  readonly log: JobLog;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  /** Jobs at once (4): they wait for the network most of the time. */
  readonly concurrency?: number;
  /** Pause between looks into an empty queue (1000). */
  readonly pollMs?: number;
  /** How often scheduled jobs are offered (30000): twice in the shortest period, so that none is missed. */
  readonly offerMs?: number;
  /** How long a drain waits for running jobs (20000). */
  readonly drainMs?: number;
}

/** A running worker. */
export interface Worker {
  /** Stops taking, lets running jobs end, gives back those that take too long. Close the queue and the database after it. */
  drain(): Promise<void>;
}

/** Longest pause while the database is away. */
const LONGEST_PAUSE_MS = 30_000;

/** Starts taking jobs, and offering those that are scheduled. */
export function startWorker(options: WorkerOptions): Worker {
  const { queue, handlers, log, random, concurrency = 4, pollMs = 1000, offerMs = 30_000, drainMs = 20_000 } = options;
  const names = JOB_NAMES.filter((name) => handlers[name] !== undefined);
  const running = new Set<RunningJob>();
  const pauses = { take: pause(), offer: pause() };
  let draining = false;

  const repeat = async (what: string, step: () => Promise<void>, rest: Pause, everyMs: number): Promise<void> => {
    let wait = everyMs;
    while (!draining) {
      try {
        await step();
        wait = everyMs;
      } catch (error) {
        wait = Math.max(everyMs, Math.min(wait * 2, LONGEST_PAUSE_MS));
        log.warn({ err: error, waitMs: wait }, `${what} failed`);
      }
      if (!draining) await rest.sleep(wait);
    }
  };

  const takeAndRun = async <N extends JobName>(name: N): Promise<void> => {
    const handler = handlers[name];
    const free = concurrency - running.size;
    if (handler === undefined || free <= 0 || draining) return;
    for (const job of await queue.take(name, free)) {
      const run = runJob(options, job, handler);
      running.add(run);
      void run.done.then(() => {
        running.delete(run);
        // A place is free, and what it did may have enqueued more.
        pauses.take.end();
      });
    }
  };

  const takeAll = async (): Promise<void> => {
    for (const name of names) await takeAndRun(name);
  };
  const loops = Promise.all([
    repeat('looking for jobs', takeAll, pauses.take, pollMs),
    repeat('offering scheduled jobs', () => offerScheduled(queue, names, random), pauses.offer, offerMs),
  ]);

  const drain = async (): Promise<void> => {
    draining = true;
    const patience = setTimeout(() => {
      for (const run of running) run.giveUp('the worker stopped before the job was done');
    }, drainMs);
    pauses.take.end();
    pauses.offer.end();
    await loops;
    await Promise.all([...running].map((run) => run.done));
    clearTimeout(patience);
  };
  let drained: Promise<void> | undefined;
  return {
    drain() {
      drained ??= drain();
      return drained;
    },
  };
}
