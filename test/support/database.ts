import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../db/client.ts';
import { administer, databaseUrl } from './test-server.ts';

/** A database of one test file. Its parts can be used within hooks and tests, not while the file is read. */
export interface TestDatabase extends Database {
  /** Its address, to hand to a process as DATABASE_URL. */
  readonly url: string;
}

/**
 * Gives the calling test file (or `describe`) a fresh migrated database, closed at its end. Call it once at the top:
 * `const database = useDatabase();`, then `database.sql`, `database.drizzle`, `database.transaction(…)` in tests.
 */
export function useDatabase(): TestDatabase {
  let opened: TestDatabase | undefined;
  const now = (): TestDatabase => {
    if (!opened) throw new Error('useDatabase(): there is a database only within hooks and tests');
    return opened;
  };
  beforeAll(async () => {
    opened = await createDatabase();
  });
  afterAll(async () => {
    await opened?.close();
    opened = undefined;
  });
  return {
    get url() {
      return now().url;
    },
    get sql() {
      return now().sql;
    },
    get drizzle() {
      return now().drizzle;
    },
    get connection() {
      return now().connection;
    },
    transaction: (work) => now().transaction(work),
    close: () => now().close(),
  };
}

/** A fresh database, migrated unless `empty`; the caller closes it. For tests that need a second one. */
export async function createDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `${server.template}_${process.pid}_${randomBytes(4).toString('hex')}`;
  await administer(server.url, async (sql) => {
    const from = sql(options.empty ? 'template0' : server.template);
    // Another file may be copying the template, or the server's housekeeping be looking at it (55006): that passes.
    for (let round = 1; ; round++) {
      try {
        await sql`create database ${sql(name)} template ${from} strategy file_copy`;
        return;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === '55006') || round === 50) throw error;
        await delay(50);
      }
    }
  });
  const url = databaseUrl(server.url, name);
  return { ...(await openDatabase({ url, max: 4, applicationName: 'stealtime test' })), url };
}
