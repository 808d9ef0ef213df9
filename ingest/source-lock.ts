/** One run of a source at a time, across all processes on one PostgreSQL. */
import type { Database } from '../db/client.ts';

/**
 * Runs `work` while holding the source's advisory lock; null where another process holds it. The lock belongs to a reserved
 * connection: it is gone when the process is.
 */
export async function withSourceLock<T>(database: Database, sourceId: string, work: () => Promise<T>): Promise<T | null> {
  const connection = await database.sql.reserve();
  try {
    const [lock] = await connection<
      { held: boolean }[]
    >`select pg_try_advisory_lock(hashtextextended(${`scrape:${sourceId}`}, 0)) as held`;
    if (!lock?.held) return null;
    try {
      return await work();
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${`scrape:${sourceId}`}, 0))`;
    }
  } finally {
    connection.release();
  }
}
