import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JOBS, type JobName } from '../../jobs/definitions.ts';
import { openQueue, type QueueOptions } from '../../jobs/queue/open-queue.ts';
import type { Queue } from '../../jobs/queue.ts';
import { createDatabase, useDatabase } from '../support/database.ts';
import { memoryLog, signal, until } from './support/jobs.ts';

const database = useDatabase();
let queue: Queue;

async function open(options: Partial<QueueOptions> = {}): Promise<Queue> {
  return openQueue({ sql: database.sql, log: memoryLog(), housekeeping: false, ...options });
}

beforeEach(async () => {
  queue = await open();
  await database.sql`delete from pgboss.job`;
});
afterEach(() => queue.close());

describe('opening', () => {
  test('four at once on an empty database make the declared queues, on the one pool', async () => {
    const empty = await createDatabase({ empty: true });
    const { sql } = empty;
    try {
      const queues = await Promise.all(Array.from({ length: 4 }, () => openQueue({ sql, log: memoryLog(), housekeeping: true })));
      const names = await sql<{ name: string; policy: string }[]>`select name, policy from pgboss.queue order by name`;
      expect(names.map(({ name }) => name)).toEqual(Object.keys(JOBS).sort());
      expect(new Set(names.map(({ policy }) => policy))).toEqual(new Set(['stately']));
      const clients = await sql<{ name: string }[]>`
        select distinct application_name as name from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`;
      expect(clients.map(({ name }) => name)).toEqual(['stealtime test']);
      await Promise.all(queues.map((each) => each.close()));
    } finally {
      await empty.close();
    }
  });

  test('a failed script leaves its connection usable', async () => {
    const one = await createDatabase({ empty: true });
    await one.sql`create schema pgboss`;
    await one.sql`create type pgboss.job_state as enum ('none')`;
    // The type is in the way: pg-boss takes that for a race won by another and goes on without its tables.
    await expect(openQueue({ sql: one.sql, log: memoryLog(), housekeeping: false })).rejects.toThrow('pgboss.queue');
    const states = await Promise.all(Array.from({ length: 4 }, () => one.sql`select 1 as fine`));
    expect(states.flat()).toHaveLength(4);
    await one.close();
  });

  test('a queue that an older release declared otherwise is corrected', async () => {
    await database.sql`update pgboss.queue set policy = 'standard', retry_limit = 9 where name = 'scrape-source'`;
    await (await open()).close();
    const [row] = await database.sql`select policy, retry_limit from pgboss.queue where name = 'scrape-source'`;
    expect(row).toEqual({ policy: 'stately', retry_limit: JOBS['scrape-source'].retryLimit });
  });
});

describe('enqueueing', () => {
  test('commits with the transaction of the caller, and rolls back with it', async () => {
    const rolledBack = database.transaction(async ({ sql: tx }) => {
      expect(await queue.enqueue('scrape-source', { sourceId: 'a' }, { tx })).toMatchObject({ state: 'queued' });
      throw new Error('the publish failed');
    });
    await expect(rolledBack).rejects.toThrow('the publish failed');
    expect(await queue.take('scrape-source', 9)).toEqual([]);

    await database.transaction(({ sql: tx }) => queue.enqueue('scrape-source', { sourceId: 'a' }, { tx }));
    expect(await queue.take('scrape-source', 9)).toMatchObject([
      { payload: { sourceId: 'a' }, attempt: 1, expireInSeconds: 900 },
    ]);
  });

  test('nobody sees the job before the commit', async () => {
    await database.transaction(async ({ sql: tx }) => {
      await queue.enqueue('scrape-source', { sourceId: 'a' }, { tx });
      expect(await queue.take('scrape-source', 9)).toEqual([]);
    });
    expect(await queue.take('scrape-source', 9)).toHaveLength(1);
  });

  test('a missing queue is an error, also within a transaction', async () => {
    const missing = { ...JOBS, 'not-there': JOBS['enqueue-due'] };
    const other = await open({ jobs: missing });
    const name = 'not-there' as JobName & 'enqueue-due';
    await expect(other.enqueue(name, {})).rejects.toThrow('the queue not-there does not exist');
    await expect(database.transaction(({ sql: tx }) => other.enqueue(name, {}, { tx }))).rejects.toThrow('does not exist');
    await other.close();
  });

  test('a payload that is not the declared one is an error', async () => {
    await expect(queue.enqueue('scrape-source', { sourceId: '' })).rejects.toThrow();
    expect(await queue.take('scrape-source', 9)).toEqual([]);
  });

  test('a source waits or runs once, however many ask at once; others are not held up', async () => {
    const ask = () => queue.enqueue('scrape-source', { sourceId: 'a' });
    const asked = await Promise.all(Array.from({ length: 12 }, ask));
    expect(asked.filter(({ state }) => state === 'queued')).toHaveLength(1);
    const [running] = await queue.take('scrape-source', 1);
    expect(await ask()).toEqual({ state: 'already-queued' });
    await queue.enqueue('scrape-source', { sourceId: 'b' });
    expect(await queue.take('scrape-source', 9)).toMatchObject([{ payload: { sourceId: 'b' } }]);

    if (running) await queue.complete(running);
    expect(await ask()).toMatchObject({ state: 'queued' });
  });

  test('one who found none pending is not overtaken by another', async () => {
    const [found, goOn] = [signal(), signal()];
    const slow = database.transaction(({ sql: tx }) => {
      const paused = async (text: string, values: string[]) => {
        const rows = await tx.unsafe(text, values);
        if (text.includes('from pgboss.job')) {
          found.resolve();
          await goOn.promise;
        }
        return rows;
      };
      return queue.enqueue('scrape-source', { sourceId: 'a' }, { tx: { unsafe: paused as typeof tx.unsafe } });
    });
    await found.promise;
    let overtook = false;
    const other = queue.enqueue('scrape-source', { sourceId: 'a' }).then(async () => {
      overtook = true;
      await queue.take('scrape-source', 1);
    });
    const waiting = () => database.sql`select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    await until(async () => overtook || (await waiting()).length > 0);
    goOn.resolve();
    expect(await slow).toMatchObject({ state: 'queued' });
    await other;
    expect(await database.sql`select 1 from pgboss.job`).toHaveLength(1);
  });

  test('once a period means once, even when the job is done', async () => {
    const ask = () => queue.enqueue('enqueue-due', {}, { oncePerSeconds: 12 * 3600 });
    expect((await Promise.all([ask(), ask(), ask()])).filter(({ state }) => state === 'queued')).toHaveLength(1);
    for (const job of await queue.take('enqueue-due', 1)) await queue.complete(job);
    expect(await ask()).toEqual({ state: 'already-queued' });
  });

  test('a later start is not taken now', async () => {
    await queue.enqueue('scrape-source', { sourceId: 'a' }, { startAfterSeconds: 30.5 });
    expect(await queue.take('scrape-source', 9)).toEqual([]);
    const [row] = await database.sql`select extract(epoch from start_after - created_on)::float as wait from pgboss.job`;
    expect(row?.wait).toBeCloseTo(30.5, 3);
  });
});

describe('taking', () => {
  test('two processes that take at once never get the same job', async () => {
    const other = await open();
    const sources = Array.from({ length: 30 }, (_, number) => `source-${number}`);
    await Promise.all(sources.map((sourceId) => queue.enqueue('scrape-source', { sourceId })));
    const rounds = await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? queue : other).take('scrape-source', 5)));
    const taken = rounds.flat().map(({ payload }) => payload.sourceId);
    expect(new Set(taken).size).toBe(taken.length);
    expect([...taken, ...(await queue.take('scrape-source', 30)).map(({ payload }) => payload.sourceId)].sort()).toEqual(
      sources.sort(),
    );
    await other.close();
  });

  test('a failed job comes again, as often as it may', async () => {
    const quick = await open({
      jobs: { ...JOBS, 'scrape-source': { ...JOBS['scrape-source'], retryLimit: 1, retryDelaySeconds: 0 } },
    });
    await quick.enqueue('scrape-source', { sourceId: 'a' });
    for (const attempt of [1, 2]) {
      // Without its pause the retry is due as soon as it is stored; pg-boss makes the pause a second at least.
      await database.sql`update pgboss.job set start_after = now() - interval '1 second'`;
      const [job] = await quick.take('scrape-source', 1);
      expect(job?.attempt).toBe(attempt);
      if (job) await quick.fail(job, 'a word about it');
    }
    const [row] = await database.sql`select state, output from pgboss.job`;
    expect(row).toMatchObject({ state: 'failed', output: { message: 'a word about it' } });
    await quick.close();
  });

  test('a job that carries what no release knows is failed, and the others are taken', async () => {
    await queue.enqueue('scrape-source', { sourceId: 'old' });
    await database.sql`update pgboss.job set data = '{"source": "old"}'`;
    await queue.enqueue('scrape-source', { sourceId: 'new' });
    expect(await queue.take('scrape-source', 9)).toMatchObject([{ payload: { sourceId: 'new' } }]);
    const states = await database.sql<{ state: string }[]>`select state::text from pgboss.job order by created_on`;
    expect(states.map(({ state }) => state)).toEqual(['retry', 'active']);
  });

  test('a database that is away is an error and not an empty queue', async () => {
    const other = await createDatabase();
    const gone = await openQueue({ sql: other.sql, log: memoryLog(), housekeeping: false });
    await gone.close();
    await other.close();
    await expect(gone.take('scrape-source', 1)).rejects.toThrow();
  });
});
