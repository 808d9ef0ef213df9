/** A worker in a process of its own: `worker-process.ts URL`. Tells its parent what it does; ends when told to. */
import process from 'node:process';
import { openDatabase } from '../../../db/client.ts';
import { openQueue } from '../../../jobs/queue/open-queue.ts';
import { startWorker } from '../../../jobs/worker.ts';
import { memoryLog } from './jobs.ts';

/** What the process says. */
export type WorkerNews = { readonly said: 'ready' } | { readonly said: 'began' | 'overlap' | 'ended'; readonly sourceId: string };

const [, , url] = process.argv;
const database = await openDatabase({ url, max: 4 });
const { sql } = database;
const queue = await openQueue({ sql, log: memoryLog(), housekeeping: false });

const worker = startWorker({
  queue,
  log: memoryLog(),
  now: Date.now,
  random: Math.random,
  pollMs: 5,
  handlers: {
    async 'scrape-source'({ sourceId }) {
      const [mine] = await sql`insert into being_read values (${sourceId}) on conflict do nothing returning 1`;
      say({ said: mine ? 'began' : 'overlap', sourceId });
      await sql`select pg_sleep(${sourceId === 'endless' ? 3600 : 0.01})`;
      await sql`delete from being_read where source_id = ${sourceId}`;
      say({ said: 'ended', sourceId });
      // Asked for again by both processes, at the moment when it ends.
      await queue.enqueue('scrape-source', { sourceId });
    },
  },
});
process.once('message', async () => {
  await worker.drain();
  await queue.close();
  await database.close();
  process.disconnect();
});
say({ said: 'ready' });

function say(news: WorkerNews): void {
  process.send?.(news);
}
