/** All watches that one publication concerns: who is told what, and what is remembered from then on. Pure. */
import { costOptions } from '../comparable.ts';
import { costQuestionOf, type FilterContext } from '../filter/conditions.ts';
import type { OfferFilter } from '../filter/criteria.ts';
import { passes } from '../filter/predicate.ts';
import { priceFromJson } from '../price-json.ts';
import { decide, isArmedAgain, type WatchMemory } from './decide.ts';
import type { Hit } from './hits.ts';
import { narrowed, type Occurrence, pricesOf, type WatchedRow } from './occurrence.ts';
import type { WatchRule } from './rules.ts';
import { cheapestView, sightingOf, standingOf, type WatchPrices } from './sighting.ts';
import { type ToldItem, toldItem } from './told-item.ts';

/** A watch that acts. */
export interface ActingWatch {
  readonly watchId: string;
  readonly rule: WatchRule;
  readonly planId: string | null;
  readonly offerId: string | null;
  readonly thresholdMicros: bigint | null;
  readonly thresholdPpm: number | null;
  readonly currency: string;
  readonly seeded: boolean;
  /** Changes up to this number were there when it began. */
  readonly sinceChange: bigint;
}

/** A watch with the changes that its search lets through. `filter`: what it compares prices by. */
export interface Concerned<Watch extends ActingWatch> {
  readonly watch: Watch;
  readonly filter: OfferFilter;
  readonly hits: readonly Hit[];
}

/** What comes of a publication for one watch. */
export interface Alert<Watch extends ActingWatch> {
  readonly watch: Watch;
  readonly items: readonly ToldItem[];
}

/** Memories by watch and plan. */
export type Memories = Map<string, WatchMemory>;

/** Key of a memory. */
export function memoryKey(watchId: string, planId: string): string {
  return `${watchId} ${planId}`;
}

/** By what a watch compares prices. */
export function pricesFor(watch: ActingWatch, filter: OfferFilter, { rates }: FilterContext): WatchPrices {
  return { ...costQuestionOf(filter), currency: watch.currency, rates, thresholdMicros: watch.thresholdMicros };
}

/** Decides about every change; memories are changed in place. A watch that is told nothing is not answered. */
export function alertsOf<Watch extends ActingWatch>(
  concerned: readonly Concerned<Watch>[],
  memories: Memories,
  context: FilterContext,
): Alert<Watch>[] {
  return concerned.flatMap(({ watch, filter, hits }) => {
    const prices = pricesFor(watch, filter, context);
    const items = hits.flatMap(({ occurrence, views }): ToldItem[] => {
      if (occurrence.number <= watch.sinceChange) return [];
      const view = cheapestView(views, prices);
      if (view === null) return [];
      const key = memoryKey(watch.watchId, occurrence.planId);
      const seen = sightingOf(occurrence, view, prices, context.now);
      const { fires, memory } = decide(watch, memories.get(key) ?? null, seen);
      if (memory !== null) memories.set(key, memory);
      return fires ? [toldItem(occurrence, view, prices)] : [];
    });
    return items.length > 0 ? [{ watch, items }] : [];
  });
}

/**
 * Rows of a plan as a run left them, where a later one has changed their prices again before watches were asked: so that no
 * departure from a price is missed.
 */
export function rowsAfter(rows: readonly WatchedRow[], occurrences: readonly Occurrence[]): readonly WatchedRow[] {
  const priced = occurrences.filter(({ kind }) => kind === 'price');
  return rows.map((row) => {
    const whole = priced.findLast(({ offerIds }) => narrowed(row, new Set(offerIds)) === row);
    if (whole === undefined) return row;
    return { ...row, facts: { ...row.facts, options: costOptions(pricesOf(whole.after).map(priceFromJson)) } };
  });
}

/** Whether a watch waits anew for a plan that it has told. `filter`: its search, without the price limit of its own. */
export function isSettled(
  watch: ActingWatch,
  filter: OfferFilter,
  memory: WatchMemory,
  rows: readonly WatchedRow[],
  context: FilterContext,
): boolean {
  const prices = pricesFor(watch, filter, context);
  const { offerId } = watch;
  const views = rows
    .flatMap((row) => (offerId === null ? row : (narrowed(row, new Set([offerId])) ?? [])))
    .filter(({ facts }) => passes(filter, facts, context));
  return isArmedAgain(watch, memory, standingOf(views, prices, context.now));
}
