/** Search: a page of rows in an order, and how many there are. */
import type { FilterContext } from '../../domain/filter/conditions.ts';
import type { SearchQuestion } from '../../domain/filter/search-params.ts';
import { isDescending, SORTS } from '../../domain/filter/sort.ts';
import type { RowState } from '../../domain/offer.ts';
import type { RiskJson } from '../../domain/risk/risk-json.ts';
import { rowState } from '../../domain/row-state.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import { utcTime } from '../../domain/utc-time.ts';
import type { Db } from '../bulk.ts';
import { type AsOf, contextAsOf, contextNow, originOf, type SearchContext } from './as-of.ts';
import { binder } from './binder.ts';
import { type Counts, countMatches } from './count-matches.ts';
import { type Place, readCursor, writeCursor } from './cursor.ts';
import { filterSql, passing } from './filter-sql.ts';
import type { CountFilter } from './remembered-counts.ts';
import { isKeyText, sortSql } from './sort-sql.ts';

/** A row that a search found. `presentRow` makes the public one of it. */
export interface FoundRow {
  readonly row: StoredRow;
  /** Null: not assessed yet. */
  readonly risk: RiskJson | null;
  /** Canonical UTC time. */
  readonly observedAt: string;
  readonly state: RowState;
}

/** One page of a search. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  /** Cursor of the next page; null after the last. */
  readonly next: string | null;
}

/** A search answered; `context`: the catalogue, hour and rates that the first page was of. */
export interface SearchAnswer extends FoundPage, Counts {
  readonly context: PageContext;
}

type PageContext = SearchContext & { readonly asOf: AsOf };

/** What a page is asked by. */
export type PageQuestion = Pick<SearchQuestion, 'filter' | 'sort' | 'limit' | 'cursor'>;

/**
 * Answers a search. All pages of it are of the catalogue, the hour and the rates of the first one, so that together they hold
 * each row once; `bad-cursor` where the cursor is none, one of another order or filter, or of a first page more than an hour ago.
 * To be called in a transaction that sees one state of the database. `count`: counts the matches; processes that answer many
 * searches remember them (`rememberedCounts`).
 */
export async function searchOffers(
  db: Db,
  question: PageQuestion,
  now: FilterContext,
  count: CountFilter = countMatches,
): Promise<SearchAnswer | 'bad-cursor'> {
  const begun = await beginPage(db, question, now);
  if (begun === 'bad-cursor') return begun;
  const { context } = begun;
  const [page, counts] = await Promise.all([readPage(db, question, begun), count(db, question.filter, context)]);
  return { ...page, ...counts, context };
}

/** One page without the counts. */
export async function findPage(db: Db, question: PageQuestion, now: FilterContext): Promise<FoundPage | 'bad-cursor'> {
  const begun = await beginPage(db, question, now);
  return begun === 'bad-cursor' ? begun : readPage(db, question, begun);
}

interface Begun {
  readonly after: Place | null;
  readonly context: PageContext;
}

async function beginPage(db: Db, question: PageQuestion, now: FilterContext): Promise<Begun | 'bad-cursor'> {
  if (question.cursor === null) return { after: null, context: await contextNow(db, now) };
  const after = readCursor(question.cursor, question);
  const { type } = sortSql(question.sort, 'price', now.now, binder().bind);
  if (after === null || (after.key !== null && !isKeyText(after.key, type))) return 'bad-cursor';
  const context = await contextAsOf(db, after.origin, now);
  return context === null ? 'bad-cursor' : { after, context };
}

async function readPage(db: Db, question: PageQuestion, { after, context }: Begun): Promise<FoundPage> {
  // Rows whose key is not known come last: most pages never reach them, and an index orders the others by itself.
  const wanted = question.limit + 1;
  const found = after?.key === null ? [] : await findRows(db, question, context, { after, known: true, limit: wanted });
  if (found.length < wanted) {
    const rest = { after: after?.key === null ? after : null, known: false, limit: wanted - found.length };
    found.push(...(await findRows(db, question, context, rest)));
  }
  const rows = found.slice(0, question.limit);
  const last = rows.at(-1);
  const place = last && { key: last.sort_key, rowId: last.row_id, origin: originOf(context) };
  return {
    rows: rows.map((row) => foundRow(row, context.now)),
    next: place && found.length > rows.length ? writeCursor(question, place) : null,
  };
}

/** A stored row as statements here read it. */
export interface FoundRecord {
  readonly row_id: string;
  readonly row: StoredRow;
  readonly risk: RiskJson | null;
  readonly observed_at: string;
  readonly stale_at: string;
  readonly observation: 'live' | 'recorded';
  readonly withdrawn: boolean;
}

/** Columns of a {@link FoundRecord} beside its id. */
export const FOUND_COLUMNS = 'row, risk, observed_at, stale_at, observation, withdrawn';

interface PagedRecord extends FoundRecord {
  readonly sort_key: string | null;
}

interface Stretch {
  readonly after: Place | null;
  /** Rows whose key is known, or the others. */
  readonly known: boolean;
  readonly limit: number;
}

async function findRows(
  db: Db,
  { filter, sort }: PageQuestion,
  context: SearchContext,
  { after, known, limit }: Stretch,
): Promise<PagedRecord[]> {
  const { bind, values } = binder();
  const needs = { price: ['price', 'unit-price'].includes(SORTS[sort.name].key.by) };
  const { tables, valid, from, conditions, price } = filterSql(filter, context, bind, needs);
  const { key, type } = sortSql(sort, price, context.now, bind);
  const descending = isDescending(sort);
  const where = [
    valid,
    ...passing(conditions, filter),
    `${key} is ${known ? 'not ' : ''}null`,
    ...(after === null
      ? []
      : [known ? keyAfter(key, type, descending, after) : `search_rows.row_id > ${bind(after.rowId, 'text')}`]),
  ];
  const order = known ? (by: string, id: string) => `${by}${descending ? ' desc' : ''}, ${id}` : (_by: string, id: string) => id;
  // The page is found by narrow columns first: sorting whole rows, or reading those that are not shown, costs most.
  const text = `
    with ${tables}page as materialized (
      select search_rows.row_id, ${key} as sort_key from ${from}
      where ${where.join('\n        and ')}
      order by ${order(key, 'search_rows.row_id')} limit ${bind(limit, 'int4')}
    )
    select page.row_id, page.sort_key::text, ${FOUND_COLUMNS}
    from page join search_rows using (row_id) where ${valid}
    order by ${order('page.sort_key', 'page.row_id')}`;
  return [...(await db.unsafe<PagedRecord[]>(text, values))];

  function keyAfter(expression: string, keyType: string, downwards: boolean, place: Place): string {
    const last = bind(place.key, `text::${keyType}`);
    const id = bind(place.rowId, 'text');
    if (!downwards) return `(${expression}, search_rows.row_id) > (${last}, ${id})`;
    return `${expression} <= ${last} and (${expression} < ${last} or search_rows.row_id > ${id})`;
  }
}

/** A row with its state at an hour (canonical UTC time). */
export function foundRow(record: FoundRecord, now: string): FoundRow {
  const observedAt = utcTime(record.observed_at) ?? record.observed_at;
  const staleAt = utcTime(record.stale_at) ?? record.stale_at;
  return { row: record.row, risk: record.risk, observedAt, state: rowState({ ...record, staleAt }, now) };
}
