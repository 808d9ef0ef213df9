import type { Handler } from '../handler.ts';
import type { JobLog } from '../queue.ts';
import type { Delivered } from '../watches/deliver.ts';

/** What the job works with. */
export interface SendDeliveriesDeps {
  readonly deliver: (signal: AbortSignal) => Promise<Delivered>;
  readonly log: JobLog;
}

/** Makes deliveries that are due. */
export function sendDeliveries({ deliver, log }: SendDeliveriesDeps): Handler<'send-deliveries'> {
  return async (_payload, { signal }) => {
    const ends = await deliver(signal);
    if (Object.values(ends).some((count) => count > 0)) log.info({ ends }, 'deliveries were made');
  };
}
