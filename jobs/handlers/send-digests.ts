import type { Handler } from '../handler.ts';
import type { JobLog, Queue } from '../queue.ts';

/** What the job works with. */
export interface SendDigestsDeps {
  readonly digests: () => Promise<{ readonly due: number; readonly queued: number }>;
  /** Forgets what is kept no longer. */
  readonly purge: () => Promise<void>;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly log: JobLog;
}

/** Makes digests that are due, ends watches whose time is over, and forgets what is kept no longer. */
export function sendDigests({ digests, purge, queue, log }: SendDigestsDeps): Handler<'send-digests'> {
  return async () => {
    const made = await digests();
    if (made.due > 0) log.info(made, `digests: ${made.due} due, ${made.queued} with something to say`);
    if (made.queued > 0) await queue.enqueue('send-deliveries', {});
    await purge();
  };
}
