import type { TransactionQueries } from '../../db/client.ts';
import { dueSources } from '../../db/queries/source-state.ts';
import { LOOK_SECONDS } from '../definitions.ts';
import type { Handler } from '../handler.ts';
import type { Queue } from '../queue.ts';

/** What the look for due sources works with. */
export interface EnqueueDueDeps {
  readonly transaction: <T>(work: (tx: TransactionQueries) => Promise<T>) => Promise<T>;
  readonly queue: Queue;
  /** The sources of this release. */
  readonly sourceIds: readonly string[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Sources of one look; the others are first at the next. Bounds the locks of the transaction. */
const LIMIT = 500;

/** Enqueues a run for each source that is due until the next look, to start at its time. */
export function enqueueDue({ transaction, queue, sourceIds, now }: EnqueueDueDeps): Handler<'enqueue-due'> {
  return () =>
    transaction(async (tx) => {
      const at = now();
      const until = new Date(at + LOOK_SECONDS * 1000).toISOString();
      for (const { sourceId, dueAt } of await dueSources(tx.sql, { sourceIds, until, limit: LIMIT })) {
        const startAfterSeconds = Math.max(0, (Date.parse(dueAt) - at) / 1000);
        await queue.enqueue('scrape-source', { sourceId }, { tx: tx.sql, startAfterSeconds });
      }
    });
}
