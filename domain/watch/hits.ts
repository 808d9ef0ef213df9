/** Which searches and which single-offer watches a change concerns, before memory has its say. */

import type { FilterContext } from '../filter/conditions.ts';
import type { OfferFilter } from '../filter/criteria.ts';
import { passes } from '../filter/predicate.ts';
import { canonicalJson } from '../identity.ts';
import { PRODUCT_TYPES } from '../plan.ts';
import { filterForLosses, isOldNews, narrowed, type Occurrence, pricesOf, type View } from './occurrence.ts';
import { RULES, type WatchRule } from './rules.ts';
import { type Watched, watchedFilter } from './watched-filter.ts';

/** A change with those of its views that somebody's search shows. */
export interface Hit {
  readonly occurrence: Occurrence;
  readonly views: readonly View[];
}

/**
 * The views of a change that still stand: what was overtaken by a newer reading, voided, or is too old to be news tells nobody
 * anything. `now`: canonical UTC time.
 */
export function standingViews(occurrence: Occurrence, now: string): readonly View[] {
  return viewsStillSo(occurrence).filter((view) => !isOldNews(occurrence.observedAt, view, now));
}

/** The same for who tells of a week: old events count, but not of rows that nobody has seen for long. */
export function standingThisWeek(occurrence: Occurrence, now: string): readonly View[] {
  return viewsStillSo(occurrence).filter(({ facts }) => facts.staleAt >= now && !facts.withdrawn);
}

function viewsStillSo({ kind, after, views }: Occurrence): readonly View[] {
  const prices = kind === 'price' ? canonicalJson(pricesOf(after)) : null;
  return views.filter((view) => {
    const { facts, stored } = view;
    if (prices !== null) return canonicalJson(stored.prices) === prices;
    if (kind === 'restocked') return facts.availability === 'in-stock' || facts.availability === 'limited';
    if (kind === 'sold-out') return facts.availability === 'sold-out';
    if (kind === 'withdrawn') return true;
    return !facts.withdrawn;
  });
}

/** Changes that take something away, which searches leave out by default. */
export function isLoss({ kind }: Pick<Occurrence, 'kind'>): boolean {
  return kind === 'sold-out' || kind === 'withdrawn';
}

/** A watch on one offer, or on all offers of one plan. */
export interface SubjectWatch {
  readonly rule: WatchRule;
  readonly planId: string;
  readonly offerId: string | null;
  readonly thresholdMicros: bigint | null;
  readonly currency: string;
}

/** Whoever names an offer means it, dedicated server or not. */
const ANY_PRODUCT: OfferFilter = { productType: PRODUCT_TYPES };

/** The search that a watch on an offer stands for. */
export function subjectFilter(watch: Omit<Watched, 'filter'>): OfferFilter {
  return watchedFilter({ ...watch, filter: ANY_PRODUCT });
}

/** What a change is to a watch on one offer or plan; null: nothing. */
export function subjectHit(watch: SubjectWatch, occurrence: Occurrence, context: FilterContext): Hit | null {
  if (!RULES[watch.rule].triggers.includes(occurrence.kind) || occurrence.planId !== watch.planId) return null;
  const { offerId } = watch;
  if (offerId !== null && occurrence.offerIds.length > 0 && !occurrence.offerIds.includes(offerId)) return null;
  const filter = isLoss(occurrence) ? filterForLosses(ANY_PRODUCT) : subjectFilter(watch);
  const views = standingViews(occurrence, context.now)
    .flatMap((view) => (offerId === null || occurrence.kind === 'withdrawn' ? view : (narrowed(view, new Set([offerId])) ?? [])))
    .filter(({ facts }) => passes(filter, facts, context));
  return views.length > 0 ? { occurrence, views } : null;
}
