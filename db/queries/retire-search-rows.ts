/** Keeps search rows that are about to change, as they are, for cursors of the catalogue that had them so. */
import type { Db } from '../bulk.ts';
import { type Bind, binder } from './binder.ts';
import { SEARCH_ROW_COLUMNS } from './columns.ts';

/** Cursors live an hour; twice that allows for long transactions and for clocks that differ. */
const KEPT = "interval '2 hours'";

/** Removes rows, by an expression over `r`, from search. The version of the catalogue must have been raised before. */
export async function retireSearchRows(db: Db, which: (bind: Bind) => string): Promise<void> {
  await keepPast(db, which);
  for (const table of ['search_options o using search_rows r', 'search_rows r'] as const) {
    const { bind, values } = binder();
    const own = table === 'search_rows r' ? '' : 'o.row_id = r.row_id and ';
    await db.unsafe(`delete from ${table} where ${own}${which(bind)}`, values);
  }
}

/** Copies rows, by an expression over `r`, into the past; those that this very version wrote were never seen by anybody. */
export async function keepPast(db: Db, which: (bind: Bind) => string): Promise<void> {
  const { bind, values } = binder();
  await db`delete from past_search_rows where retired_at < now() - ${db.unsafe(KEPT)}`;
  await db.unsafe(
    `with v as materialized (select version from catalogue_version limit 1)
     insert into past_search_rows (${columnList('')}, until_version, options)
     select ${columnList('r.')}, v.version,
       coalesce((select json_agg(o order by o.position) from search_options o where o.row_id = r.row_id), '[]')
     from v, search_rows r where r.since_version < v.version and ${which(bind)}`,
    values,
  );
}

function columnList(of: string): string {
  return SEARCH_ROW_COLUMNS.map((column) => `${of}"${column}"`).join(', ');
}
