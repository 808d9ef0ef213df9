/** Addresses of searches: everything that a page shows is asked by its address, and by nothing else. */
import { CRITERIA, type FilterName } from '../../domain/filter/criteria.ts';
import { SEARCH_PARAMS } from '../../domain/filter/search-params.ts';

/** Parameters of a search by name, as texts. */
export type Texts = Readonly<Record<string, string>>;

const ORDER = [...Object.keys(CRITERIA), ...Object.keys(SEARCH_PARAMS)];

/** Whether it is a parameter of a search. Pages ignore others. */
export function isSearchParameter(name: string): boolean {
  return ORDER.includes(name);
}

/** Whether it is one of the filter's parameters. */
export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(CRITERIA, name);
}

/** Address of the search with parameters changed (null: left out). It begins at its first page unless a cursor is given. */
export function searchAddress(texts: Texts, change: Readonly<Record<string, string | null>> = {}, path = '/'): string {
  const changed: Readonly<Record<string, string | null>> = { ...texts, cursor: null, ...change };
  const given = ORDER.flatMap((name): [string, string][] => {
    const text = changed[name];
    return text === undefined || text === null || text === '' ? [] : [[name, text]];
  });
  return given.length === 0 ? path : `${path}?${queryOf(given)}`;
}

/**
 * The query as it would be typed: a form without script sends every empty field along. Several values of one name become a
 * list. Null where it already is so.
 */
export function tidied(params: URLSearchParams): string | null {
  const texts = new Map<string, string>();
  for (const [name, value] of params) {
    const text = value.trim();
    const before = texts.get(name);
    if (text !== '') texts.set(name, before === undefined ? text : `${before},${text}`);
  }
  const same = texts.size === [...params].length && [...params].every(([name, value]) => texts.get(name) === value);
  return same ? null : queryOf([...texts]);
}

/** Lists stay readable: a comma needs no escape in a query. */
function queryOf(pairs: [string, string][]): string {
  return new URLSearchParams(pairs).toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
}
