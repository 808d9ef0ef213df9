import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openQueue } from '../../jobs/queue/open-queue.ts';
import type { Queue } from '../../jobs/queue.ts';
import { startWorker } from '../../jobs/worker.ts';
import { useDatabase } from '../support/database.ts';
import { memoryLog, signal, until } from './support/jobs.ts';
import type { WorkerNews } from './support/worker-process.ts';

const SCRIPT = fileURLToPath(new URL('support/worker-process.ts', import.meta.url));
const database = useDatabase();
let started: ChildProcess[] = [];
let queue: Queue;

beforeEach(async () => {
  queue = await openQueue({ sql: database.sql, log: memoryLog(), housekeepingSeconds: 1 });
  await database.sql`delete from pgboss.job`;
  await database.sql`create table if not exists being_read (source_id text primary key)`;
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  await queue.close();
});

async function startProcess(): Promise<{ readonly child: ChildProcess; readonly news: WorkerNews[] }> {
  const child = fork(SCRIPT, [database.url], { execArgv: ['--import', 'tsx'] });
  started.push(child);
  const news: WorkerNews[] = [];
  child.on('message', (message) => news.push(message as WorkerNews));
  await until(() => news.length > 0 || child.exitCode !== null);
  return { child, news };
}

test('two processes never read one source at once, and end when drained', async () => {
  const processes = await Promise.all([startProcess(), startProcess()]);
  const sources = ['a', 'b', 'c'];
  await Promise.all(sources.map((sourceId) => queue.enqueue('scrape-source', { sourceId })));
  const all = () => processes.flatMap(({ news }) => news);
  const ended = (sourceId: string) => all().filter((each) => each.said === 'ended' && each.sourceId === sourceId).length;
  // Meanwhile a third party asks as well, all the time.
  await until(async () => {
    await Promise.all(sources.map((sourceId) => queue.enqueue('scrape-source', { sourceId })));
    return sources.every((sourceId) => ended(sourceId) >= 15) && processes.every(({ news }) => news.length > 10);
  });
  expect(all().filter(({ said }) => said === 'overlap')).toEqual([]);

  const exits = processes.map(({ child }) => once(child, 'exit'));
  for (const { child } of processes) child.send('drain');
  expect(await Promise.all(exits)).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(await database.sql`select * from being_read`).toEqual([]);
  expect(await database.sql`select * from pgboss.job where state = 'active'`).toEqual([]);
});

test('the job of a killed process is done by another when its time is over', async () => {
  await queue.enqueue('scrape-source', { sourceId: 'endless' });
  // A quarter of an hour, in short.
  await database.sql`update pgboss.job set expire_in = interval '1 second', retry_delay = 1`;
  const { child, news } = await startProcess();
  await until(() => news.some(({ said }) => said === 'began'));
  child.kill('SIGKILL');
  await once(child, 'exit');

  const again = signal<number>();
  const worker = startWorker({
    queue,
    log: memoryLog(),
    now: Date.now,
    random: Math.random,
    pollMs: 20,
    handlers: { 'scrape-source': async (_payload, { attempt }) => again.resolve(attempt) },
  });
  expect(await again.promise).toBe(2);
  await worker.drain();
  const [row] = await database.sql`select state::text, retry_count from pgboss.job`;
  expect(row).toEqual({ state: 'completed', retry_count: 1 });
});
