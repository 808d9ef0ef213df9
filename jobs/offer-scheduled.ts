import { JOB_NAMES, type JobName } from './definitions.ts';
import type { Queue } from './queue.ts';
import type { Random } from './schedule.ts';

/**
 * Offers each job with a period to the queue. Every worker does so all the time; the queue takes one a period. So no process is
 * special, none has to be elected, and none is missed when it dies.
 */
export async function offerScheduled(queue: Queue, names: readonly JobName[], random: Random): Promise<void> {
  for (const name of JOB_NAMES) if (names.includes(name)) await offer(queue, name, random);
}

async function offer<N extends JobName>(queue: Queue, name: N, random: Random): Promise<void> {
  const { schedule } = queue.jobs[name];
  if (schedule.kind !== 'every') return;
  const startAfterSeconds = schedule.spreadSeconds * random();
  await queue.enqueue(name, schedule.payload, { oncePerSeconds: schedule.seconds, startAfterSeconds });
}
