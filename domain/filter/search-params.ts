/** A whole search as parameters: the filter, the order, the page, the facets. */
import type { OfferFilter } from './criteria.ts';
import { FACETS, type FacetName } from './facets.ts';
import { type FieldError, type ParamInput, type Parsed, paramTexts } from './params.ts';
import { type ParseOptions, parseFilterTexts } from './parse.ts';
import { DEFAULT_SORT, readSort, SORT_NAMES, type Sort } from './sort.ts';

/** Rows on a page where nobody asks for another number, and at most. */
export const DEFAULT_LIMIT = 50;
export const LARGEST_LIMIT = 200;

/** A search as asked. */
export interface SearchQuestion {
  readonly filter: OfferFilter;
  readonly sort: Sort;
  readonly limit: number;
  /** Opaque; from the page before. */
  readonly cursor: string | null;
  readonly facets: readonly FacetName[];
}

/** Parameters of a search beside the filter's, each with one sentence for API documents and command line help. */
export const SEARCH_PARAMS = {
  sort: `Order: ${SORT_NAMES.join(', ')}; a leading - reverses it.`,
  limit: `Rows on a page: 1 to ${LARGEST_LIMIT} (${DEFAULT_LIMIT} where none is given).`,
  cursor: 'Where the page begins: the `next` of the page before. All pages are of the catalogue of the first, for an hour.',
  facets: `Values to count over all matching rows, separated by commas: ${Object.keys(FACETS).join(', ')}.`,
} as const;

/** Reads a search, or says everything that is wrong with it. */
export function parseSearch(input: ParamInput, { rates, others = [] }: ParseOptions = {}): Parsed<SearchQuestion> {
  const { texts, errors: wrong } = paramTexts(input);
  const own = Object.keys(SEARCH_PARAMS);
  const filter = parseFilterTexts(texts, wrong, { ...(rates ? { rates } : {}), others: [...others, ...own] });
  const errors: FieldError[] = filter.ok ? [] : [...filter.errors];
  const read = <T>(field: keyof typeof SEARCH_PARAMS, otherwise: T, reader: (text: string) => T | null, says: string): T => {
    const text = texts.get(field);
    if (text === undefined) return otherwise;
    const value = reader(text);
    if (value === null) errors.push({ field, message: `"${text}" is not ${says}` });
    return value ?? otherwise;
  };
  const sort = read('sort', DEFAULT_SORT, readSort, `one of ${SORT_NAMES.join(', ')}, or one of them after -`);
  const limit = read('limit', DEFAULT_LIMIT, readLimit, `a whole number from 1 to ${LARGEST_LIMIT}`);
  const cursor = read<string | null>('cursor', null, (text) => text || null, 'a cursor');
  const facets = read<readonly FacetName[]>('facets', [], readFacets, `made of ${Object.keys(FACETS).join(', ')}`);
  return filter.ok && errors.length === 0
    ? { ok: true, value: { filter: filter.value, sort, limit, cursor, facets } }
    : { ok: false, errors };
}

function readLimit(text: string): number | null {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= LARGEST_LIMIT ? limit : null;
}

function readFacets(text: string): FacetName[] | null {
  const names = text.split(',').map((name) => name.trim());
  const facets = names.filter((name): name is FacetName => Object.hasOwn(FACETS, name));
  return facets.length === names.length ? [...new Set(facets)] : null;
}
