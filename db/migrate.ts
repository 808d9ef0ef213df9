import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { clientOn, type Sql } from './client.ts';
import type { ConnectionOptions } from './connection-options.ts';
import { readJournal } from './migration-journal.ts';

/** Folder of our migrations, absolute. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Held while migrating, so that processes starting together do it one after another. A number of our own choice. */
const LOCK = 7_835_501_932;

/** What was done: names of the migrations applied now, in order; empty when there was nothing to do. */
export interface Migrated {
  readonly applied: readonly string[];
}

/**
 * Brings a database (`database.connection`) to the newest schema. May be called by any number of processes at once and any
 * number of times. Rejects when a migration fails (then nothing of this call stays), or one was skipped, or was changed after
 * it had been applied.
 */
export async function migrateDatabase(connection: ConnectionOptions, folder: string = MIGRATIONS): Promise<Migrated> {
  // One connection: the lock belongs to a session. It waits for other migrators as long as it takes.
  const sql = clientOn(connection, { max: 1, connection: { application_name: 'stealtime migrate' } });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const before = await appliedMigrations(sql);
    await migrate(drizzle(sql), { migrationsFolder: folder });
    const after = await appliedMigrations(sql);
    await verify(folder, after);
    const journal = await readJournal(folder);
    return { applied: journal.filter(({ when }) => !before.has(when)).map(({ tag }) => tag) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** drizzle skips, without a word, a migration whose journal time lies before the newest applied one. */
async function verify(folder: string, applied: ReadonlyMap<number, string>): Promise<void> {
  const names = new Map((await readJournal(folder)).map(({ when, tag }) => [when, tag]));
  for (const { folderMillis, hash } of readMigrationFiles({ migrationsFolder: folder })) {
    const name = names.get(folderMillis);
    const found = applied.get(folderMillis);
    if (found === undefined) {
      throw new Error(
        `Migration ${name} was skipped: its time in the journal lies before one that is already applied. Generate it again on top of the newest (npm run migrations:new).`,
      );
    }
    if (found !== hash) {
      throw new Error(
        `Migration ${name} has been changed since it was applied to this database. Restore it and put the change into a new migration (npm run migrations:new).`,
      );
    }
  }
}

/** Hashes of the migrations the database has had, by their journal time. */
async function appliedMigrations(sql: Sql): Promise<Map<number, string>> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return new Map();
  const rows = await sql<{ hash: string; created_at: bigint }[]>`select hash, created_at from drizzle.__drizzle_migrations`;
  return new Map(rows.map((row) => [Number(row.created_at), row.hash]));
}
