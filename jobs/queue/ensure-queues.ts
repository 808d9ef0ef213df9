import type PgBoss from 'pg-boss';
import { JOB_NAMES, type JobDefinition, type JobDefinitions } from '../definitions.ts';

/**
 * Creates the declared queues that are missing and corrects those that say something else: whoever creates a queue first
 * decides its policy, and a newer release may have declared it anew.
 */
export async function ensureQueues(boss: PgBoss, jobs: JobDefinitions): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const name of JOB_NAMES) {
    const wanted = queueOptions(name, jobs[name]);
    const found = existing.get(name);
    if (!found) await boss.createQueue(name, { ...wanted });
    else if (!says(found, wanted)) await boss.updateQueue(name, { ...wanted });
  }
}

type QueueOptions = PgBoss.Queue & Required<Pick<PgBoss.Queue, 'policy' | 'retryLimit'>>;

type Limits = Pick<JobDefinition<never>, 'retryLimit' | 'retryDelaySeconds' | 'expireInSeconds'>;

function queueOptions(name: string, job: Limits): QueueOptions {
  return {
    name,
    // One job a key in each state: two can never be active, by a unique index and not by our care.
    policy: 'stately',
    retryLimit: job.retryLimit,
    retryDelay: job.retryDelaySeconds,
    retryBackoff: job.retryLimit > 0,
    expireInSeconds: job.expireInSeconds,
  };
}

function says(found: PgBoss.Queue, wanted: QueueOptions): boolean {
  return Object.entries(wanted).every(([key, value]) => found[key as keyof PgBoss.Queue] === value);
}
