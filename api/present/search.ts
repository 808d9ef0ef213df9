/** The answer of a search in the contract's JSON. */
import type { facetCounts } from '../../db/queries/facet-counts.ts';
import type { SearchAnswer } from '../../db/queries/search-offers.ts';
import { RATE_BASE, type RateTable } from '../../domain/exchange-rates.ts';
import { costQuestionOf } from '../../domain/filter/conditions.ts';
import { DEFAULT_CURRENCY } from '../../domain/filter/parse.ts';
import { presentRow } from '../../domain/present-row.ts';
import type { AskedSearch } from '../http/question.ts';

/** A search with everything that was found for it. */
export interface AnsweredSearch {
  readonly asked: AskedSearch;
  readonly found: SearchAnswer;
  readonly facets: Awaited<ReturnType<typeof facetCounts>>;
  readonly version: number;
  readonly rates: RateTable;
}

/** The public answer. */
export function presentSearch({ asked, found, facets, version, rates }: AnsweredSearch) {
  const { filter, limit, full } = asked;
  const question = { ...costQuestionOf(filter), currency: filter.currency ?? DEFAULT_CURRENCY, rates, provenance: full };
  return {
    data: found.rows.map(({ row, risk, observedAt, state }) => presentRow(row, { ...question, risk, observedAt, state })),
    page: { next: found.next, limit },
    meta: {
      total: found.total,
      totalOffers: found.totalOffers,
      excludedUnknown: found.excludedUnknown,
      excludedProviderDependent: found.excludedProviderDependent,
      catalogueVersion: version,
      rate: { base: RATE_BASE, date: rates.date || null },
    },
    ...(asked.facets.length > 0 ? { facets: Object.fromEntries(Object.entries(facets)) } : {}),
  };
}
