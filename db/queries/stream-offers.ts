/** Every row that a filter finds, batch after batch, of one state of the database however long the reading takes. */
import type { FilterContext } from '../../domain/filter/conditions.ts';
import type { SearchQuestion } from '../../domain/filter/search-params.ts';
import { isDescending } from '../../domain/filter/sort.ts';
import type { Sql } from '../client.ts';
import { binder } from './binder.ts';
import { filterSql, passing } from './filter-sql.ts';
import { FOUND_COLUMNS, type FoundRecord, type FoundRow, foundRow } from './search-offers.ts';
import { sortSql } from './sort-sql.ts';

/** Rows read at once: what a reader that stops costs in memory. */
const BATCH = 200;

/** What a stream is asked by. */
export type StreamQuestion = Pick<SearchQuestion, 'filter' | 'sort'>;

/**
 * Streams what a filter finds. A batch is read when it is asked for; the connection is held until the last one, an early end
 * or the signal, which also cancels a statement under way. The caller bounds the time by it.
 */
export async function* streamOffers(
  sql: Sql,
  question: StreamQuestion,
  context: FilterContext,
  signal: AbortSignal,
): AsyncGenerator<readonly FoundRow[], void, undefined> {
  signal.throwIfAborted();
  const connection = await sql.reserve();
  let cancel: () => void = () => undefined;
  try {
    await connection`begin isolation level repeatable read read only`;
    const [backend] = await connection<{ pid: number }[]>`select pg_backend_pid() as pid`;
    // Where the database is gone by then, the statement itself says so.
    cancel = () => void sql`select pg_cancel_backend(${backend?.pid ?? 0})`.catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    signal.throwIfAborted();
    const { text, values } = idsInOrder(question, context);
    await connection.unsafe(`declare found no scroll cursor for ${text}`, values);
    for (;;) {
      signal.throwIfAborted();
      // One sort of narrow rows, then whole rows by their ids: sorting whole ones would spill to disk.
      const ids = await connection.unsafe<{ row_id: string }[]>(`fetch ${BATCH} from found`);
      if (ids.length === 0) return;
      const rows = await connection.unsafe<FoundRecord[]>(
        `select row_id, ${FOUND_COLUMNS}
         from unnest($1::text[]) with ordinality as wanted(row_id, place) join search_rows using (row_id) order by place`,
        [ids.map(({ row_id }) => row_id)],
      );
      yield rows.map((row) => foundRow(row, context.now));
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    await connection`rollback`.finally(() => connection.release());
  }
}

function idsInOrder({ filter, sort }: StreamQuestion, context: FilterContext) {
  const { bind, values } = binder();
  const { from, conditions, price } = filterSql(filter, context, bind);
  const { key } = sortSql(sort, price, context.now, bind);
  const where = passing(conditions, filter).join(' and ');
  const order = `${key} ${isDescending(sort) ? 'desc' : 'asc'} nulls last, search_rows.row_id`;
  return { text: `select search_rows.row_id from ${from} where ${where} order by ${order}`, values };
}
