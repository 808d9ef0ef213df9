/**
 * Bulk writes: many rows in one statement, as one JSON parameter that PostgreSQL unpacks. About as fast as array
 * parameters, without their traps (arrays of booleans and times are mangled when bound as arrays).
 */
import type { Sql, TransactionSql } from './client.ts';

/** A connection or a transaction on it. */
export type Db = Sql | TransactionSql;

/** Rows in one statement: PostgreSQL unpacks JSON of a few hundred rows fastest. */
const CHUNK = 500;

/** Column name → SQL type. Names and types come from our code, never from data. */
export type BulkColumns = Readonly<Record<string, string>>;

/** Inserts rows whose keys are column names; `then` is the conflict clause. Bigints go as strings. */
export async function bulkInsert(
  db: Db,
  table: string,
  columns: BulkColumns,
  rows: readonly Readonly<Record<string, unknown>>[],
  then = '',
): Promise<void> {
  const names = Object.keys(columns);
  const list = names.map((name) => `"${name}"`).join(', ');
  const typed = names.map((name) => `"${name}" ${columns[name]}`).join(', ');
  const statement = `insert into ${table} (${list}) select ${list} from json_to_recordset($1::text::json) as rows(${typed}) ${then}`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    await db.unsafe(statement, [plain(rows.slice(start, start + CHUNK))]);
  }
}

/** Sets columns of the rows that share a key with the given ones. */
export async function bulkUpdate(
  db: Db,
  table: string,
  key: BulkColumns,
  columns: BulkColumns,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const all = { ...key, ...columns };
  const typed = Object.keys(all)
    .map((name) => `"${name}" ${all[name]}`)
    .join(', ');
  const set = Object.keys(columns)
    .map((name) => `"${name}" = rows."${name}"`)
    .join(', ');
  const join = Object.keys(key)
    .map((name) => `target."${name}" = rows."${name}"`)
    .join(' and ');
  const statement = `update ${table} as target set ${set} from json_to_recordset($1::text::json) as rows(${typed}) where ${join}`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    await db.unsafe(statement, [plain(rows.slice(start, start + CHUNK))]);
  }
}

/** JSON text. It has no bigint: they travel as decimal strings, which PostgreSQL reads into any number type. */
function plain(rows: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
