/** A database for one benchmark, thrown away afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { readBundledRates } from '../db/catalog/read-catalog.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { stopEmbeddedPostgres } from '../db/embedded/start.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { newestRates, storeRates } from '../db/queries/rates.ts';
import type { RateTable } from '../domain/exchange-rates.ts';

/** What a benchmark measures on. */
export interface Bench {
  readonly database: Database;
  readonly rates: RateTable;
}

/**
 * Runs `work` on a fresh embedded PostgreSQL with the settings of every installation (writes wait for the disk), migrated,
 * with the bundled rates. One connection, unless `max` says more.
 */
export async function withDatabase<T>(work: (bench: Bench) => Promise<T>, max = 1): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stealtime-bench-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  // Broken off, nothing of it stays behind either; what the work still says then is no news.
  const breakOff = () => {
    process.on('uncaughtException', () => undefined);
    void stopEmbeddedPostgres(dataDir)
      .then(remove)
      .finally(() => process.exit(130));
  };
  process.once('SIGINT', breakOff).once('SIGTERM', breakOff);
  try {
    const database = await openDatabase({ embedded: { dataDir }, max, applicationName: 'stealtime bench' });
    try {
      await migrateDatabase(database.connection);
      await storeRates(database.sql, await readBundledRates());
      return await work({ database, rates: await newestRates(database.sql) });
    } finally {
      await database.close();
    }
  } finally {
    process.off('SIGINT', breakOff).off('SIGTERM', breakOff);
    await remove();
  }
}
