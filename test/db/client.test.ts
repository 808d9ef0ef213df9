import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql as query } from 'drizzle-orm';
import { bigint, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailable, openDatabase } from '../../db/client.ts';
import { connectionFromUrl } from '../../db/connection-options.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

const things = pgTable('client_test_things', {
  id: integer().primaryKey(),
  micros: bigint({ mode: 'bigint' }),
  at: timestamp({ withTimezone: true }),
  atText: timestamp('at_text', { withTimezone: true, mode: 'string' }),
  day: date(),
  facts: jsonb(),
  days: date().array(),
  words: text().array(),
});

beforeAll(async () => {
  await database.sql`create table client_test_things
    (id int primary key, micros bigint, at timestamptz, at_text timestamptz, day date, facts jsonb, days date[], words text[])`;
});

describe('raw SQL and drizzle on one client', () => {
  test('each reads what the other wrote', async () => {
    const { sql, drizzle } = database;
    const at = new Date('2026-11-23T02:25:10.123Z');
    const facts = { cpu: [1, 'a'], text: '"' };
    await drizzle.insert(things).values({
      id: 1,
      micros: 9_007_199_254_740_993n,
      at,
      atText: at.toISOString(),
      day: '2026-01-31',
      facts,
      days: ['2026-01-31'],
      words: ['a,b'],
    });
    await sql`insert into client_test_things ${sql({ id: 2, micros: 9_007_199_254_740_993n, at, at_text: at, day: '2026-01-31', facts: sql.json(facts), days: ['2026-01-31'], words: ['a,b'] })}`;
    const raw = await sql`select * from client_test_things order by id`;
    const expected = {
      micros: 9_007_199_254_740_993n,
      at: '2026-11-23T02:25:10.123Z',
      at_text: '2026-11-23T02:25:10.123Z',
      day: '2026-01-31',
      facts,
      days: ['2026-01-31'],
      words: ['a,b'],
    };
    expect([...raw]).toEqual([
      { id: 1, ...expected },
      { id: 2, ...expected },
    ]);
    const built = await drizzle.select().from(things).orderBy(things.id);
    const { at_text: atText, ...same } = expected;
    expect(built).toEqual([
      { id: 1, ...same, at, atText },
      { id: 2, ...same, at, atText },
    ]);
  });

  test('a time keeps its microseconds, a json string stays what it is', async () => {
    const { sql, drizzle } = database;
    const [row] =
      await sql`select ${'2026-11-23T02:25:10.123456Z'}::timestamptz as at, '2026-11-23 02:00+05:30'::timestamptz as other, array[now()] as many`;
    expect(row).toMatchObject({ at: '2026-11-23T02:25:10.123456Z', other: '2026-11-22T20:30:00Z' });
    expect(row?.many[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await drizzle.insert(things).values({ id: 3, facts: 'words' });
    const [stored] = await sql`select jsonb_typeof(facts) as type, facts from client_test_things where id = 3`;
    expect(stored).toEqual({ type: 'string', facts: 'words' });
  });
});

describe('transaction', () => {
  test('raw SQL and drizzle are the same connection and roll back together', async () => {
    const work = database.transaction(async ({ sql, drizzle }) => {
      const [mine] = await sql`select pg_backend_pid() as pid`;
      const [theirs] = await drizzle.execute(query`select pg_backend_pid() as pid`);
      expect(mine).toEqual(theirs);
      await sql`insert into client_test_things (id) values (10)`;
      expect(await drizzle.select({ id: things.id }).from(things).where(query`id = 10`)).toEqual([{ id: 10 }]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await database.sql`select 1 from client_test_things where id = 10`).toHaveLength(0);
  });
});

describe('openDatabase', () => {
  test('starts the embedded database of a data folder, and stops it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stealtime-client-'));
    try {
      const opened = await openDatabase({ embedded: { dataDir: folder } });
      expect([...(await opened.sql`show server_encoding`)]).toEqual([{ server_encoding: 'UTF8' }]);
      await opened.close();
      expect(existsSync(join(folder, 'pg18', 'postmaster.pid'))).toBe(false);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('explains a server that does not answer without showing its password', async () => {
    const opening = openDatabase({ url: 'postgresql://user:secret@127.0.0.1:1/offers' });
    await expect(opening).rejects.toThrow(/^The database offers at 127\.0\.0\.1:1 does not answer: (?!.*secret)/);
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnavailable);
  });

  test('asks for a configuration when there is none', async () => {
    await expect(openDatabase({})).rejects.toThrow('set DATABASE_URL or DATA_DIR');
  });
});

test.each([
  ['postgresql:///offers?host=/run/pg', { path: '/run/pg/.s.PGSQL.5432', database: 'offers', port: 5432 }],
  ['postgres://me:p%40ss@%2Frun%2Fpg:5433/offers', { path: '/run/pg/.s.PGSQL.5433', user: 'me', password: 'p@ss' }],
])('a socket folder in an address: %s', (url, options) => {
  expect(connectionFromUrl(url)).toMatchObject({ options });
  expect(connectionFromUrl(url)).not.toHaveProperty('url');
});

test('an address of a server is left to the driver', () => {
  const url = 'postgresql://me@db.example:5433/offers?sslmode=require';
  expect(connectionFromUrl(url)).toEqual({ url, options: {} });
});
