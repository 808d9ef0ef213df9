/** The searches that watches stand for, kept in memory between runs and brought up to date before each. */
import type { Db } from '../../db/bulk.ts';
import { watchFiltersAfter } from '../../db/queries/watches/matching.ts';
import type { FilterContext } from '../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { createFilterIndex, type FilterIndex } from '../../domain/watch/filter-index.ts';
import { isLoss } from '../../domain/watch/hits.ts';
import { filterForLosses, type Occurrence, type View } from '../../domain/watch/occurrence.ts';
import { rulesTriggeredBy, type WatchRule } from '../../domain/watch/rules.ts';

/** Searches by their numbers, and which of them show something. */
export interface FilterBook {
  /** Learns of new searches; those that count days from now, and all of them after new rates, are compiled anew. */
  refresh(db: Db, context: FilterContext): Promise<void>;
  /** Numbers of the searches that show a view, of rules that such a change can make fire. */
  match(occurrence: Pick<Occurrence, 'kind'>, view: View): number[];
  /** A search by its number. */
  filterOf(filterId: number): OfferFilter;
}

interface Known {
  readonly filterId: number;
  readonly rule: WatchRule;
  readonly filter: OfferFilter;
}

/** A search stored a moment before one with a higher number can become visible a moment after it. */
const OVERLAP = 1000;

type Shelf = WatchRule | 'losses';

/** Opens an empty book. */
export function openFilterBook(): FilterBook {
  const known = new Map<number, Known>();
  let shelves = new Map<Shelf, FilterIndex>();
  let passing = new Map<Shelf, FilterIndex>();
  let context: FilterContext | null = null;
  let newest = 0;

  const put = (into: Map<Shelf, FilterIndex>, at: FilterContext, { filterId, rule, filter }: Known): void => {
    const add = (shelf: Shelf, search: OfferFilter) => {
      const index = into.get(shelf) ?? createFilterIndex(at);
      index.add(filterId, search);
      into.set(shelf, index);
    };
    add(rule, filter);
    if (rule === 'any-change') add('losses', filterForLosses(filter));
  };

  return {
    async refresh(db, at) {
      const fresh: Known[] = [];
      for (const { filterId, rule, params } of await watchFiltersAfter(db, Math.max(0, newest - OVERLAP))) {
        if (known.has(filterId)) continue;
        const read = parseFilter(params);
        // A parameter that this release does not know any more: nothing can be said for it.
        if (!read.ok) continue;
        const one = { filterId, rule, filter: read.value };
        known.set(filterId, one);
        fresh.push(one);
        newest = Math.max(newest, filterId);
      }
      const anew = context === null || context.rates.date !== at.rates.date;
      if (anew) {
        shelves = new Map();
        context = at;
      }
      for (const one of anew ? known.values() : fresh) if (!dependsOnTheHour(one.filter)) put(shelves, at, one);
      passing = new Map();
      for (const one of known.values()) if (dependsOnTheHour(one.filter)) put(passing, at, one);
    },
    match(occurrence, { facts }) {
      const wanted: readonly Shelf[] = isLoss(occurrence) ? ['losses'] : rulesTriggeredBy(occurrence.kind);
      return wanted.flatMap((shelf) => [
        ...(shelves.get(shelf)?.match(facts) ?? []),
        ...(passing.get(shelf)?.match(facts) ?? []),
      ]);
    },
    filterOf(filterId) {
      const found = known.get(filterId);
      if (!found) throw new Error(`search ${filterId} is not in the book`);
      return found.filter;
    },
  };
}

/** Freshness, and ages in days, are counted from the hour of asking. */
function dependsOnTheHour({ state, newSince, changedSince }: OfferFilter): boolean {
  return state !== undefined || newSince?.endsWith('d') === true || changedSince?.endsWith('d') === true;
}
