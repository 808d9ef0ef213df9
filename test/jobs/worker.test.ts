import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JOBS, type JobDefinitions } from '../../jobs/definitions.ts';
import type { Handlers } from '../../jobs/handler.ts';
import { openQueue } from '../../jobs/queue/open-queue.ts';
import type { Queue } from '../../jobs/queue.ts';
import { startWorker, type Worker, type WorkerOptions } from '../../jobs/worker.ts';
import { useDatabase } from '../support/database.ts';
import { memoryLog, signal, until } from './support/jobs.ts';

const database = useDatabase();
let queue: Queue;
let workers: Worker[] = [];

beforeEach(async () => {
  queue = await open();
  await database.sql`delete from pgboss.job`;
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.drain()));
  workers = [];
  await queue.close();
});

function open(jobs: JobDefinitions = JOBS): Promise<Queue> {
  return openQueue({ sql: database.sql, log: memoryLog(), housekeeping: false, jobs });
}

function start(handlers: Handlers, options: Partial<WorkerOptions> = {}): Worker {
  const worker = startWorker({
    queue,
    handlers,
    log: memoryLog(),
    now: Date.now,
    random: () => 0,
    pollMs: 5,
    drainMs: 20_000,
    ...options,
  });
  workers.push(worker);
  return worker;
}

async function states(): Promise<string[]> {
  const rows = await database.sql<{ state: string }[]>`select state::text from pgboss.job order by created_on`;
  return rows.map(({ state }) => state);
}

describe('drain', () => {
  test('lets the running job end and takes no other', async () => {
    const began = signal<string>();
    const release = signal();
    const runs: string[] = [];
    const handlers: Handlers = {
      async 'scrape-source'({ sourceId }) {
        runs.push(sourceId);
        began.resolve(sourceId);
        await release.promise;
      },
    };
    const worker = start(handlers, { concurrency: 1 });
    await queue.enqueue('scrape-source', { sourceId: 'a' });
    await began.promise;
    await queue.enqueue('scrape-source', { sourceId: 'b' });

    let drained = false;
    const drain = worker.drain().then(() => {
      drained = true;
    });
    expect(await states()).toEqual(['active', 'created']);
    expect(drained).toBe(false);
    release.resolve();
    await drain;
    expect(await states()).toEqual(['completed', 'created']);
    expect(runs).toEqual(['a']);
  });

  test('gives back a job that takes too long, and tells its handler', async () => {
    const began = signal();
    const told = signal<unknown>();
    const worker = start(
      {
        'scrape-source': (_payload, { signal: stop }) => {
          began.resolve();
          stop.addEventListener('abort', () => told.resolve(stop.reason));
          return new Promise(() => undefined);
        },
      },
      { drainMs: 1 },
    );
    await queue.enqueue('scrape-source', { sourceId: 'a' });
    await began.promise;
    await worker.drain();
    expect(await states()).toEqual(['retry']);
    expect(String(await told.promise)).toContain('the worker stopped');
  });

  test('also waits for a job that was being taken, and takes nothing after it', async () => {
    const taking = signal();
    const release = signal();
    const slow: Queue = {
      ...queue,
      async take(name, limit) {
        const jobs = await queue.take(name, limit);
        taking.resolve();
        await release.promise;
        return jobs;
      },
    };
    await queue.enqueue('refresh-rates', {}, { oncePerSeconds: 6 * 3600 });
    await queue.enqueue('scrape-source', { sourceId: 'a' });
    const worker = start({ 'refresh-rates': async () => undefined, 'scrape-source': async () => undefined }, { queue: slow });
    await taking.promise;
    const drain = worker.drain();
    release.resolve();
    await drain;
    expect(await states()).toEqual(['completed', 'created']);
  });

  test('of a worker that has nothing to do ends at once', async () => {
    const worker = start({ 'scrape-source': async () => undefined }, { pollMs: 3_600_000, offerMs: 3_600_000 });
    await worker.drain();
  });
});

describe('running', () => {
  test('no more jobs at once than places, and all get their turn', async () => {
    let atOnce = 0;
    let most = 0;
    let done = 0;
    const handlers: Handlers = {
      async 'scrape-source'() {
        most = Math.max(most, ++atOnce);
        await database.sql`select pg_sleep(0.005)`;
        atOnce--;
        done++;
      },
    };
    await Promise.all(Array.from({ length: 12 }, (_, n) => queue.enqueue('scrape-source', { sourceId: `source-${n}` })));
    start(handlers, { concurrency: 3 });
    await until(() => done === 12);
    expect(most).toBe(3);
  });

  test('a handler that throws leaves the job to its retries and the worker at work', async () => {
    const fine = signal();
    const handlers: Handlers = {
      async 'scrape-source'({ sourceId }) {
        if (sourceId === 'broken') throw new Error('a bug of ours');
        fine.resolve();
      },
    };
    await queue.enqueue('scrape-source', { sourceId: 'broken' });
    const worker = start(handlers, { concurrency: 1 });
    await until(async () => (await states()).includes('retry'));
    await queue.enqueue('scrape-source', { sourceId: 'fine' });
    await fine.promise;
    await worker.drain();
    const [row] = await database.sql`select output from pgboss.job where state = 'retry'`;
    expect(row?.output).toEqual({ message: 'a bug of ours' });
  });

  test('a job that outlives its time counts as failed before another may take it for dead', async () => {
    await queue.enqueue('scrape-source', { sourceId: 'a' });
    await database.sql`update pgboss.job set expire_in = interval '1 second'`;
    const stopped = signal<unknown>();
    start({
      'scrape-source': (_payload, { signal: stop }) => {
        stop.addEventListener('abort', () => stopped.resolve(stop.reason));
        return new Promise(() => undefined);
      },
    });
    expect(String(await stopped.promise)).toContain('not done within 0.9 s');
    await until(async () => (await states()).includes('retry'));
  });

  test('a database that is away for a moment is survived', async () => {
    const done = signal();
    let failures = 2;
    const flaky: Queue = {
      ...queue,
      take: (name, limit) => (failures-- > 0 ? Promise.reject(new Error('connection lost')) : queue.take(name, limit)),
    };
    const log = memoryLog();
    await queue.enqueue('scrape-source', { sourceId: 'a' });
    start({ 'scrape-source': async () => done.resolve() }, { queue: flaky, log });
    await done.promise;
    expect(log.lines.filter((line) => line === 'looking for jobs failed')).toHaveLength(2);
  });
});

test('scheduled jobs are offered by every worker and run once a period', async () => {
  // A period whose end is not likely to fall into this test.
  const seldom = {
    ...JOBS['enqueue-due'],
    schedule: { kind: 'every', seconds: 12 * 3600, spreadSeconds: 0, payload: {} },
  } as const;
  const declared = { ...JOBS, 'enqueue-due': seldom };
  let offers = 0;
  let runs = 0;
  const other = await open(declared);
  const counting: Queue = {
    ...other,
    async enqueue(name, payload, options) {
      const outcome = await other.enqueue(name, payload, options);
      offers++;
      return outcome;
    },
  };
  const handlers: Handlers = {
    async 'enqueue-due'() {
      runs++;
    },
  };
  start(handlers, { queue: counting, offerMs: 5 });
  start(handlers, { queue: counting, offerMs: 5 });
  await until(() => runs === 1 && offers >= 10);
  expect(runs).toBe(1);
  expect(await states()).toEqual(['completed']);
  await Promise.all(workers.map((worker) => worker.drain()));
  await other.close();
});
