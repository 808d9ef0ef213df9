/**
 * The catalogue as it was when somebody began to page through it. A cursor names the version of the catalogue, the hour and the
 * exchange rates of its first page; pages after it are answered by these, whatever was published meanwhile.
 */
import type { RateTable } from '../../domain/exchange-rates.ts';
import type { FilterContext } from '../../domain/filter/conditions.ts';
import { canonicalJson, shortHash } from '../../domain/identity.ts';
import { hoursLater } from '../../domain/utc-time.ts';
import type { Db } from '../bulk.ts';
import type { Bind } from './binder.ts';
import { catalogueVersionNumber } from './catalogue-meta.ts';
import { SEARCH_ROW_COLUMNS } from './columns.ts';
import { ratesJson } from './price-sql.ts';
import { ratesOf } from './rates.ts';

/** A question's surroundings, possibly those of a while ago. */
export interface SearchContext extends FilterContext {
  readonly asOf?: AsOf;
}

/** Which catalogue is read. */
export interface AsOf {
  readonly version: number;
  /** Whether a newer one was published meanwhile. */
  readonly past: boolean;
  /** Whether the prices stored with the rows are by other rates than the question's. */
  readonly otherRates: boolean;
}

/** What a cursor remembers of its first page. */
export interface Origin {
  readonly version: number;
  /** Canonical UTC time. */
  readonly now: string;
  readonly rates: { readonly date: string; readonly hash: string };
}

/** A version that no catalogue reaches. */
const NEVER = 2_147_483_647;

/** Hours that a cursor can be used after its first page: the past is kept a little longer. */
const CURSOR_HOURS = 1;

/** The surroundings of a first page. */
export async function contextNow(db: Db, context: FilterContext): Promise<SearchContext & { readonly asOf: AsOf }> {
  return { ...context, asOf: { version: await catalogueVersionNumber(db), past: false, otherRates: false } };
}

/** The surroundings of a page after `origin`; null where that is too long ago, or nothing that ever was. */
export async function contextAsOf(
  db: Db,
  { version, now, rates }: Origin,
  context: FilterContext,
): Promise<(SearchContext & { readonly asOf: AsOf }) | null> {
  const current = await catalogueVersionNumber(db);
  const old = now < hoursLater(context.now, -CURSOR_HOURS) || now > hoursLater(context.now, CURSOR_HOURS);
  if (old || version > current) return null;
  const otherRates = hashOf(context.rates) !== rates.hash;
  const then = otherRates ? await ratesOf(db, rates.date) : context.rates;
  if (!then || hashOf(then) !== rates.hash) return null;
  return { now, rates: then, asOf: { version, past: version < current, otherRates } };
}

/** What the cursors of a page remember. */
export function originOf({ now, rates, asOf }: SearchContext & { readonly asOf: AsOf }): Origin {
  return { version: asOf.version, now, rates: { date: rates.date, hash: hashOf(rates) } };
}

function hashOf(rates: RateTable): string {
  return shortHash(canonicalJson(JSON.parse(ratesJson(rates))));
}

/** How a statement reads the tables of search as they were. */
export interface TablesAsOf {
  /** Common table expressions, with a comma behind, that stand in for `search_rows`; empty where it is as it was. */
  readonly tables: string;
  /** What holds of the rows of `search_rows` that count; to be said wherever it is read. */
  readonly valid: string;
  /** The ways to pay for a row, as a table or an expression that yields one. */
  readonly options: string;
}

const OF_NOW: TablesAsOf = {
  tables: '',
  valid: 'true',
  options: 'search_options',
};

/** Rows that did not change are read in place, the others from the past. */
export function tablesAsOf({ asOf }: SearchContext, bind: Bind): TablesAsOf {
  if (!asOf?.past) return OF_NOW;
  const version = bind(asOf.version, 'int4');
  const columns = SEARCH_ROW_COLUMNS.map((column) => `"${column}"`).join(', ');
  // The planner looks through a union only where its parts have no conditions of their own.
  return {
    tables: `search_rows as not materialized (
      select ${columns}, ${NEVER} as until_version, null::json as options from search_rows
      union all
      select ${columns}, until_version, options from past_search_rows
    ), `,
    valid: `(search_rows.since_version <= ${version} and search_rows.until_version > ${version})`,
    options: `(
      select o.* from search_options o where o.row_id = search_rows.row_id and search_rows.options is null
      union all
      select o.* from json_populate_recordset(null::search_options, search_rows.options) o
    )`,
  };
}
