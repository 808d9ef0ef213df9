/** pg-boss on postgres.js, so that one driver and one pool serve everything. */
import type PgBoss from 'pg-boss';
import type postgres from 'postgres';

/** A pool of postgres.js. */
export type QueueSql = postgres.Sql<{ bigint: bigint }>;

/** A transaction of postgres.js: all that enqueueing needs of it. */
export type QueueTx = Pick<postgres.TransactionSql<{ bigint: bigint }>, 'unsafe'>;

type Parameter = postgres.ParameterOrJSON<bigint> | undefined;

/** The database as pg-boss wants it, on a pool. */
export function bossOnPool(sql: QueueSql): PgBoss.Db {
  return {
    async executeSql(text, values) {
      if (isStatement(values)) return runStatement(sql, text, values);
      const connection = await sql.reserve();
      try {
        return await runScript(connection, text);
      } finally {
        connection.release();
      }
    },
  };
}

/** The same on one connection that is the caller's alone. */
export function bossOnConnection(connection: postgres.ReservedSql<{ bigint: bigint }>): PgBoss.Db {
  return {
    executeSql: (text, values) => (isStatement(values) ? runStatement(connection, text, values) : runScript(connection, text)),
  };
}

/** The same within a transaction of the caller: what is enqueued commits or rolls back with it. */
export function bossInTransaction(tx: QueueTx): PgBoss.Db {
  return { executeSql: (text, values) => runStatement(tx, text, values ?? []) };
}

async function runStatement(sql: QueueTx, text: string, values: readonly Parameter[]): Promise<{ rows: postgres.Row[] }> {
  return { rows: await sql.unsafe(text, values.map(bindable)) };
}

/** postgres.js refuses undefined, and knows how to write an array only where it was allowed to look types up. */
function bindable(value: Parameter): postgres.ParameterOrJSON<bigint> {
  if (value === undefined) return null;
  return Array.isArray(value) ? `{${value.map((item) => JSON.stringify(String(item))).join(',')}}` : value;
}

function isStatement(values: readonly Parameter[] | undefined): values is readonly Parameter[] {
  return values !== undefined && values.length > 0;
}

/** pg-boss sends "BEGIN; …; COMMIT" as one text: it needs a connection to itself, and to be left clean when it fails half-way. */
async function runScript(connection: QueueTx, text: string): Promise<{ rows: postgres.Row[] }> {
  try {
    return { rows: await connection.unsafe(text).simple() };
  } catch (error) {
    await connection.unsafe('rollback').catch(() => undefined);
    throw error;
  }
}
