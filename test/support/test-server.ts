import postgres from 'postgres';
import { connectionFromUrl } from '../../db/connection-options.ts';

/** What test files need to make databases of their own. */
export interface TestServer {
  /** Address of the server's maintenance database. */
  readonly url: string;
  /** Name of the migrated database that is copied; every database of this run begins with it. */
  readonly template: string;
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Runs `work` on a connection of its own to the maintenance database. */
export async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const { options, url: address } = connectionFromUrl(url);
  const own = { ...options, max: 1, onnotice: () => undefined, fetch_types: false };
  const sql = address === undefined ? postgres(own) : postgres(address, own);
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
