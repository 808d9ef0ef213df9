/** Counts of filters, remembered as long as the catalogue is the same: the pages of a search, and common searches, count once. */
import { LRUCache } from 'lru-cache';
import { conditionsOf, costQuestionOf } from '../../domain/filter/conditions.ts';
import { canonicalJson } from '../../domain/identity.ts';
import type { SearchContext } from './as-of.ts';
import { type Counts, countMatches } from './count-matches.ts';
import { ratesJson } from './price-sql.ts';

/** Counts what a filter finds, exactly. */
export type CountFilter = typeof countMatches;

const MOST_REMEMBERED = 2000;

/**
 * A counter that asks the database once for each filter and version of the catalogue. What depends on the hour (`changedSince=7d`,
 * `state=stale`) stands in the conditions as a time and is remembered only for the pages that share it.
 */
export function rememberedCounts(): CountFilter {
  const known = new LRUCache<string, Counts>({ max: MOST_REMEMBERED });
  return async (db, filter, context) => {
    const key = keyOf(filter, context);
    const found = key === null ? undefined : known.get(key);
    if (found) return found;
    const counts = await countMatches(db, filter, context);
    if (key !== null) known.set(key, counts);
    return counts;
  };
}

/** Everything a count depends on; null where nobody says which version of the catalogue is counted. */
function keyOf(filter: Parameters<CountFilter>[1], context: SearchContext): string | null {
  if (!context.asOf) return null;
  return canonicalJson({
    version: context.asOf.version,
    rates: ratesJson(context.rates),
    cost: costQuestionOf(filter),
    conditions: conditionsOf(filter, context).map(({ condition }) => condition),
    includeUnknown: filter.includeUnknown ?? false,
  });
}
