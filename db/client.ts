import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle as drizzleOn, type PostgresJsQueryResultHKT, PostgresJsSession } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { clientTypes, shareParsers } from './client-types.ts';
import { type ConnectionOptions, connectionFromUrl } from './connection-options.ts';
import { startEmbeddedPostgres } from './embedded/start.ts';
import { DatabaseUnavailable, messageOf } from './embedded/unavailable.ts';

export { DatabaseUnavailable };

/** postgres.js with our types: see {@link Database} for what comes back as what. */
export type Sql = postgres.Sql<{ bigint: bigint }>;
/** The same within a transaction. */
export type TransactionSql = postgres.TransactionSql<{ bigint: bigint }>;
/** drizzle's query builder, in or out of a transaction. */
export type Drizzle = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** What a query function takes: it works on a whole database and within a transaction alike. */
export interface Queries {
  readonly sql: Sql | TransactionSql;
  readonly drizzle: Drizzle;
}

/**
 * An open database. `sql` (postgres.js) and `drizzle` share one pool and one reading of types. By raw `sql` you get: int8 as
 * `bigint` (money is integer micros), numeric as string (exact), timestamptz as ISO 8601 string in UTC with PostgreSQL's
 * microseconds (`2026-11-23T02:25:10.123456Z`), date as `YYYY-MM-DD`, json as values; you may bind `Date`s, ISO strings,
 * bigints and, for json, objects or JSON text. drizzle's columns convert further, as each declares.
 */
export interface Database extends Queries {
  readonly sql: Sql;
  /** How this database was reached, for clients of their own (migrations, the job queue's LISTEN). */
  readonly connection: ConnectionOptions;
  /** Runs `work` in one transaction, in which `sql` and `drizzle` are the same connection; a rejection rolls it back. */
  transaction<T>(work: (tx: TransactionQueries) => Promise<T>): Promise<T>;
  /** Lets running queries end (5 s at most), closes the pool; the last process out also stops an embedded server. */
  close(): Promise<void>;
}

/** Both ways to query, on the connection of one transaction. */
export interface TransactionQueries extends Queries {
  readonly sql: TransactionSql;
}

/** Which database: a server's `url` if there is one, else the embedded one of a data folder. */
export interface OpenOptions {
  readonly url?: string | undefined;
  readonly embedded?: { readonly dataDir: string } | undefined;
  /** Most connections of the pool (8): more than twice the server's cores only queue there instead of here. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** Told what takes time while an embedded database starts. */
  readonly log?: (message: string) => void;
}

const OLDEST_SERVER = 15;

/** Opens a database and checks that it answers. Rejects with {@link DatabaseUnavailable}, whose message is meant for people. */
export async function openDatabase(open: OpenOptions): Promise<Database> {
  if (open.url) return connect(open, connectionFromUrl(open.url), async () => undefined);
  if (!open.embedded) throw new DatabaseUnavailable('No database is configured: set DATABASE_URL or DATA_DIR.');
  const { dataDir } = open.embedded;
  const server = await startEmbeddedPostgres({ dataDir, ...(open.log ? { log: open.log } : {}) });
  return connect(open, { options: server.connection }, () => server.release());
}

/** Opens a client on a connection. `extra` goes to postgres.js. */
export function clientOn(connection: ConnectionOptions, extra: postgres.Options<Record<string, never>>): Sql {
  const options = {
    // The driver would print notices ("already exists, skipping") on stdout, which belongs to data.
    onnotice: () => undefined,
    ...connection.options,
    ...extra,
    connection: { TimeZone: 'UTC', ...extra.connection },
    types: clientTypes,
  };
  return connection.url === undefined ? postgres(options) : postgres(connection.url, options);
}

async function connect(open: OpenOptions, connection: ConnectionOptions, release: () => Promise<void>): Promise<Database> {
  const sql = clientOn(connection, {
    max: open.max ?? 8,
    connect_timeout: 10,
    connection: { application_name: open.applicationName ?? 'stealtime' },
  });
  const drizzle = drizzleOn(sql);
  shareParsers(sql);
  const close = async (): Promise<void> => {
    await sql.end({ timeout: 5 });
    await release();
  };
  try {
    await checkVersion(sql);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sql,
    drizzle,
    connection,
    close,
    transaction: (work) => drizzle.transaction((tx) => work({ sql: connectionOf(tx), drizzle: tx })),
  };
}

async function checkVersion(sql: Sql): Promise<void> {
  let major: number;
  try {
    const [row] = await sql<{ number: number }[]>`select current_setting('server_version_num')::int as number`;
    major = Math.floor((row?.number ?? 0) / 10_000);
  } catch (error) {
    const { host, port, database, path } = sql.options;
    const where = path || host.map((name, index) => `${name}:${port[index] ?? port[0]}`).join(', ');
    throw new DatabaseUnavailable(`The database ${String(database)} at ${where} does not answer: ${messageOf(error)}`);
  }
  if (major < OLDEST_SERVER) {
    throw new DatabaseUnavailable(`The database server is PostgreSQL ${major}; Stealtime needs ${OLDEST_SERVER} or newer.`);
  }
}

/** The connection under a drizzle transaction, so that raw SQL joins it. */
function connectionOf(tx: Drizzle): TransactionSql {
  const { session } = tx._;
  if (!(session instanceof PostgresJsSession)) throw new Error('drizzle is not on postgres.js');
  return session.client as TransactionSql;
}
