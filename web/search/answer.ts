/** What the search page shows, read from one state of the database. */

import type { Sql, TransactionSql } from '../../db/client.ts';
import type { SearchContext } from '../../db/queries/as-of.ts';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { listCountries } from '../../db/queries/locations.ts';
import { newestRates } from '../../db/queries/rates.ts';
import type { CountFilter } from '../../db/queries/remembered-counts.ts';
import { type SearchAnswer, searchOffers } from '../../db/queries/search-offers.ts';
import { RATE_BASE, type RateTable } from '../../domain/exchange-rates.ts';
import type { FilterName, OfferFilter } from '../../domain/filter/criteria.ts';
import type { FieldError } from '../../domain/filter/params.ts';
import { filterToParams } from '../../domain/filter/parse.ts';
import { parseSearch, type SearchQuestion } from '../../domain/filter/search-params.ts';
import { writeSort } from '../../domain/filter/sort.ts';
import { demands } from './active.ts';
import { isFilterName, isSearchParameter, type Texts } from './address.ts';
import type { KnownWords } from './choices.ts';

/** A parameter to do without, and how many rows there are then. */
export interface Relaxation {
  readonly name: FilterName;
  readonly total: number;
}

/** A search that was understood, and what was found. */
export interface Found {
  readonly question: SearchQuestion;
  readonly answer: SearchAnswer;
  readonly rates: RateTable;
  /** Where nothing was found: what helps most to leave out. */
  readonly relaxations: readonly Relaxation[];
}

/** Everything on the page. */
export interface SearchView {
  /** Parameters as typed; canonical where they were understood. */
  readonly texts: Texts;
  readonly errors: readonly FieldError[];
  readonly known: KnownWords;
  /** Null where something is wrong with the parameters. */
  readonly found: Found | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Answers a search by the parameters of an address; those that are not ours are ignored. */
export function answerSearch(
  { sql, count }: { readonly sql: Sql; readonly count: CountFilter },
  params: URLSearchParams,
  now: number,
): Promise<SearchView> {
  const typed = Object.fromEntries([...params].filter(([name]) => isSearchParameter(name) && name !== 'facets'));
  return consistentRead(sql, async (tx): Promise<SearchView> => {
    const rates = await newestRates(tx);
    const known = { countries: await listCountries(tx), currencies: currenciesOf(rates) };
    const parsed = parseSearch(typed, { rates });
    if (!parsed.ok) return { texts: typed, errors: parsed.errors, known, found: null, now };
    const context = { now: new Date(now).toISOString(), rates };
    const answer = await searchOffers(tx, parsed.value, context, count);
    const texts = textsOf(parsed.value, typed);
    if (answer === 'bad-cursor') {
      const message = 'This page of the list does not belong to this search: begin at its first page.';
      return { texts, errors: [{ field: 'cursor', message }], known, found: null, now };
    }
    const relaxations = answer.total === 0 ? await relaxed(tx, parsed.value.filter, answer.context, count) : [];
    return { texts, errors: [], known, found: { question: parsed.value, answer, rates: answer.context.rates, relaxations }, now };
  });
}

function textsOf({ filter, sort, limit }: SearchQuestion, typed: Texts): Texts {
  const beside = { sort: writeSort(sort), limit: String(limit) };
  const given = Object.entries(beside).filter(([name]) => typed[name] !== undefined);
  return { ...filterToParams(filter), ...Object.fromEntries(given) };
}

function currenciesOf(rates: RateTable): string[] {
  return [...new Set([RATE_BASE, ...rates.perEuro.keys()])].toSorted();
}

/** Counting each takes a query: more would make the emptiest page the slowest. */
const MOST_RELAXED = 8;

async function relaxed(
  tx: TransactionSql,
  filter: OfferFilter,
  context: SearchContext,
  count: CountFilter,
): Promise<Relaxation[]> {
  const found: Relaxation[] = [];
  for (const name of Object.keys(filter).filter(isFilterName).filter(demands).slice(0, MOST_RELAXED)) {
    const { [name]: _left, ...rest } = filter;
    const { total } = await count(tx, rest, context);
    if (total > 0) found.push({ name, total });
  }
  return found.toSorted((a, b) => b.total - a.total);
}
