/** The search that a watch stands for: what it fires for is what this search finds. */
import type { OfferFilter } from '../filter/criteria.ts';
import { filterToParams } from '../filter/parse.ts';
import { canonicalJson, shortHash } from '../identity.ts';
import { type Currency, formatMicros, type Micros, parseMicros } from '../money.ts';
import type { WatchRule } from './rules.ts';

/** What of a watch decides about rows. */
export interface Watched {
  readonly rule: WatchRule;
  readonly filter: OfferFilter;
  /** Of `price-below`: an amount of the currency a month. */
  readonly thresholdMicros: Micros | null;
  readonly currency: Currency;
}

/** The filter with the watch's own limit in it: a price below five is the search `maxPrice=5`. */
export function watchedFilter({ rule, filter, thresholdMicros, currency }: Watched): OfferFilter {
  const priced = { ...filter, currency };
  if (rule !== 'price-below' || thresholdMicros === null) return priced;
  const most = filter.maxPrice === undefined ? null : parseMicros(filter.maxPrice);
  return { ...priced, maxPrice: formatMicros(most !== null && most < thresholdMicros ? most : thresholdMicros) };
}

/** The same search, the same key: watches that ask the same are matched once. */
export function watchedFilterKey(rule: WatchRule, filter: OfferFilter): string {
  return shortHash(canonicalJson([rule, filterToParams(filter)])) + shortHash(canonicalJson([filterToParams(filter), rule]));
}
