import type { Db } from '../bulk.ts';

/** Id of the row, for sale before withdrawn, that is sold at an address; null: none. */
export async function rowIdByUrl(db: Db, url: string): Promise<string | null> {
  const [found] = await db<{ rowId: string }[]>`
    select row_id as "rowId" from search_rows where row ->> 'url' = ${url} order by withdrawn, row_id limit 1`;
  return found?.rowId ?? null;
}
