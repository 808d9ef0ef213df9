import type { Context } from 'hono';
import type { ApiEnv } from '../env.ts';

/** Has deliveries made now. Without it they wait for the next minute, so trouble with the queue is no trouble of the request. */
export async function wakeDeliveries(c: Context<ApiEnv>): Promise<void> {
  const { queue, log } = c.get('deps');
  await queue.enqueue('send-deliveries', {}).catch((error: unknown) => log.warn({ err: error }, 'deliveries wait for a minute'));
}
