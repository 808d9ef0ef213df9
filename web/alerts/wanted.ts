/** What somebody came to watch before they had signed in: it is kept on the way through the mailed link. */
import { isFilterName } from '../search/address.ts';
import type { Typed } from './form-body.ts';

/** Longer ones are dropped: a link has to fit into a line of a mail. */
const LONGEST = 1500;

/** The search, or the offer, that an address names: as a query, '' for none. Nothing else of the address is kept. */
export function wantedOf(params: URLSearchParams): string {
  const known = [...params].filter(([name, value]) => value !== '' && (name === 'offer' || isFilterName(name)));
  const query = new URLSearchParams(known).toString();
  return query.length > LONGEST ? '' : query;
}

/** The same as the form of a new watch takes it. */
export function typedWanted(params: URLSearchParams): Typed {
  const wanted = new URLSearchParams(wantedOf(params));
  const offer = wanted.get('offer') ?? '';
  wanted.delete('offer');
  return { search: wanted.toString(), offer };
}

/** The page on which it can be watched. */
export function watchingPage(wanted: string): string {
  return wanted === '' ? '/alerts' : `/alerts?${wanted}`;
}
