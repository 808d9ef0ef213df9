import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { codeOf } from './unavailable.ts';

/** Recovery after a crash reads back what was written since the last checkpoint, which can take minutes (here in ms). */
export const READY_WITHIN = 10 * 60_000;
const POLL = 20;

/** How to reach an embedded server: a socket in a private folder; whoever reaches it is let in. */
export interface EmbeddedConnection {
  /** Folder of the socket, absolute. */
  readonly folder: string;
  /** The socket itself, as postgres.js takes it. */
  readonly path: string;
  readonly user: string;
  readonly database: string;
}

/** Options every client of an embedded server has; postgres.js would otherwise take what is missing from PG… variables. */
export function clientOptions(connection: EmbeddedConnection): postgres.Options<Record<string, never>> {
  const { path, user, database } = connection;
  return { host: 'localhost', port: 5432, path, user, database, ssl: false, onnotice: () => undefined };
}

/** The connection to a server whose socket is in `folder`. */
export function connectionIn(folder: string): EmbeddedConnection {
  return { folder, path: join(folder, '.s.PGSQL.5432'), user: 'postgres', database: 'postgres' };
}

/** Whether a server answers: `busy` = it is starting, recovering or stopping. */
export async function probe(connection: EmbeddedConnection): Promise<'up' | 'busy' | 'down'> {
  const sql = postgres({ ...clientOptions(connection), max: 1, connect_timeout: 5, fetch_types: false });
  try {
    await sql`select 1`;
    return 'up';
  } catch (error) {
    // 57P03: not accepting connections now; 53300: all connections are taken, so there is a server.
    const code = codeOf(error);
    return code === '57P03' ? 'busy' : code === '53300' ? 'up' : 'down';
  } finally {
    await sql.end({ timeout: 0 }).catch(() => undefined);
  }
}

/** Waits while a server is starting, recovering or stopping; then whether it answers. */
export async function answers(connection: EmbeddedConnection): Promise<boolean> {
  const until = Date.now() + READY_WITHIN;
  for (;;) {
    const state = await probe(connection);
    if (state !== 'busy' || Date.now() > until) return state === 'up';
    await delay(POLL);
  }
}
