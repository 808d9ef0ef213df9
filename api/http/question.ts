/** Questions that requests ask, read by the filter's own parser. */
import type { Context } from 'hono';
import type { RateTable } from '../../domain/exchange-rates.ts';
import { costQuestionOf, type FilterContext } from '../../domain/filter/conditions.ts';
import type { FilterName } from '../../domain/filter/criteria.ts';
import { since } from '../../domain/filter/kinds.ts';
import type { Parsed } from '../../domain/filter/params.ts';
import { DEFAULT_CURRENCY, parseFilter } from '../../domain/filter/parse.ts';
import { parseSearch, type SearchQuestion } from '../../domain/filter/search-params.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import type { ApiEnv } from '../env.ts';
import { PRICES_AT, VIEW } from './parameters.ts';

/** A search, and whether it asks for provenance. */
export interface AskedSearch extends SearchQuestion {
  readonly full: boolean;
}

/** Parameters by which the prices of one offer are compared. */
export const PRICE_PARAMETERS = ['currency', 'horizon', 'term'] as const satisfies readonly FilterName[];

/** Reads a search from the query string. */
export function readSearch(c: Context<ApiEnv>, rates: RateTable): Parsed<AskedSearch> {
  const params = new URL(c.req.url).searchParams;
  const search = parseSearch(params, { rates, others: [VIEW.name] });
  const view = params.get(VIEW.name);
  if (view !== null && view !== 'full') {
    const wrong = { field: VIEW.name, message: `"${view}" is not one of ${VIEW.words.join(', ')}` };
    return { ok: false, errors: [...(search.ok ? [] : search.errors), wrong] };
  }
  return search.ok ? { ok: true, value: { ...search.value, full: view === 'full' } } : search;
}

/** Reads the time that prices are asked of; null: none. */
export function readPricesAt(c: Context<ApiEnv>): Parsed<string | null> {
  const text = new URL(c.req.url).searchParams.get(PRICES_AT.name);
  if (text === null) return { ok: true, value: null };
  const read = since.schema.safeParse(text);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, errors: read.error.issues.map(({ message }) => ({ field: PRICES_AT.name, message })) };
}

/** Reads by what the prices of one offer are compared. `mine`: parameters that the path reads itself. */
export function readPriceQuestion(c: Context<ApiEnv>, rates: RateTable, mine: readonly string[] = []): Parsed<PriceQuestion> {
  const params = new URL(c.req.url).searchParams;
  const others = [...params.keys()].filter((name) => !PRICE_PARAMETERS.some((known) => known === name));
  const filter = parseFilter(params, { rates, others });
  const unknown = others
    .filter((field) => !mine.includes(field))
    .map((field) => ({ field, message: 'is not a parameter of this path' }));
  if (!filter.ok) return { ok: false, errors: [...filter.errors, ...unknown] };
  if (unknown.length > 0) return { ok: false, errors: unknown };
  const { currency = DEFAULT_CURRENCY } = filter.value;
  return { ok: true, value: { ...costQuestionOf(filter.value), currency, rates } };
}

/** What depends on the hour and the rates. */
export function contextOf(c: Context<ApiEnv>, rates: RateTable): FilterContext {
  return { now: new Date(c.get('deps').now()).toISOString(), rates };
}
