/** How the prices of one plan moved between two batches, offer by offer, in their own currency. */
import type { Micros } from '../money.ts';
import { HOURS_PER_MONTH } from '../read-prices.ts';
import type { PlanPair, PointedPlace } from './pair-plans.ts';
import type { PricePoint } from './price-points.ts';
import { EXTREME_FACTOR, isBeyond } from './thresholds.ts';

/** One amount before and after. */
export interface PriceMove {
  readonly offerId: string;
  readonly point: PricePoint;
  readonly before: Micros;
  /** After ÷ before. */
  readonly factor: number;
}

/** An amount that seems to be listed for the wrong term: "5.00 a month" that is now "5.00 for 12 months". */
export interface TermSwap {
  readonly offerId: string;
  readonly before: PricePoint;
  readonly after: PricePoint;
}

/** The prices of one plan before and after. */
export interface PlanMovement {
  readonly planId: string;
  /** Every amount that has a counterpart, moved or not. */
  readonly moves: readonly PriceMove[];
  /** Median over the places of the factor of each one's most telling price; null where nothing could be compared. */
  readonly factor: number | null;
  readonly swaps: readonly TermSwap[];
  /** True where no place lists a term or phase that it listed before. */
  readonly otherTerms: boolean;
}

/**
 * Compares a plan's prices. Each offer is compared with itself; where all locations are new, with the nearest price that the
 * plan had anywhere. A new location beside known ones may be dearer, so only an extreme difference is a move there.
 */
export function comparePlan({ before, after }: PlanPair): PlanMovement {
  const earlier = new Map(before.places.map((place) => [place.offerId, place.points]));
  const known = after.places.filter((place) => earlier.has(place.offerId));
  const opened = after.places.length > known.length ? after.places.filter((place) => !earlier.has(place.offerId)) : [];
  const anywhere = opened.length > 0 ? before.places.flatMap((place) => place.points) : [];
  const openedOffers = opened.map((place) => compareOffer(place, nearest(place, anywhere)));
  const compared = known.length > 0 ? known.map((place) => compareOffer(place, earlier.get(place.offerId) ?? [])) : openedOffers;
  const beside = known.length > 0 ? openedOffers : [];
  const outlandish = beside.flatMap((offer) => offer.moves).filter((move) => isBeyond(move.factor, EXTREME_FACTOR));
  const factors = compared.flatMap((offer) =>
    offer.moves[0] && offer.moves[0].point.kind !== 'setup' ? [offer.moves[0].factor] : [],
  );
  return {
    planId: after.planId,
    moves: [...compared.flatMap((offer) => offer.moves), ...outlandish],
    factor: medianFactor(factors),
    swaps: [...compared, ...beside].flatMap((offer) => offer.swaps),
    otherTerms: compared.length > 0 && compared.every((offer) => offer.otherTerms),
  };
}

/** Median in ratios (the mean of the middle two is geometric, so that up and down are alike); null of nothing. */
export function medianFactor(factors: readonly number[]): number | null {
  const sorted = factors.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.sqrt(low * high);
}

interface OfferMovement {
  readonly moves: readonly PriceMove[];
  readonly swaps: readonly TermSwap[];
  readonly otherTerms: boolean;
}

function compareOffer(place: PointedPlace, earlier: readonly PricePoint[]): OfferMovement {
  const { points } = place;
  const moves = points.flatMap((point): PriceMove[] => {
    const old = counterpart(point, earlier);
    if (!old || old.micros <= 0n || point.micros <= 0n) return [];
    return [{ offerId: place.offerId, point, before: old.micros, factor: Number(point.micros) / Number(old.micros) }];
  });
  const oldRegular = earlier.filter((point) => point.kind === 'regular');
  const regular = points.filter((point) => point.kind === 'regular');
  const sharesTerm = regular.some((point) => counterpart(point, earlier));
  const sharesAny = points.some((point) => point.kind !== 'setup' && counterpart(point, earlier));
  const swaps = regular
    .filter((point) => !counterpart(point, earlier))
    .flatMap((point) => swapOf(place.offerId, point, oldRegular, sharesTerm) ?? []);
  return { moves, swaps, otherTerms: earlier.length > 0 && (!sharesAny || (oldRegular.length > 0 && !sharesTerm)) };
}

function counterpart(point: PricePoint, earlier: readonly PricePoint[]): PricePoint | undefined {
  return earlier.find((old) => old.key === point.key);
}

/** An amount that is new for its term: the same as another term's where no term is left, or out of all proportion to each. */
function swapOf(offerId: string, after: PricePoint, oldRegular: readonly PricePoint[], sharesTerm: boolean): TermSwap | null {
  const others = oldRegular.filter((old) => old.currency === after.currency && old.micros > 0n && after.micros > 0n);
  const same = others.find((old) => old.micros === after.micros && old.termMonths !== after.termMonths);
  if (same && !sharesTerm) return { offerId, before: same, after };
  const first = others[0];
  const disproportionate = others.every((old) => isBeyond(perMonth(after) / perMonth(old), EXTREME_FACTOR));
  return first && disproportionate ? { offerId, before: first, after } : null;
}

function perMonth(point: PricePoint): number {
  return point.termMonths === null ? Number(point.micros * HOURS_PER_MONTH) : Number(point.micros) / point.termMonths;
}

/** Of each key the amount nearest to what the place lists; any where it lists none of the key. */
function nearest(place: PointedPlace, others: readonly PricePoint[]): PricePoint[] {
  const listed = new Map(place.points.map((point) => [point.key, point]));
  const found = new Map<string, PricePoint>();
  for (const other of others) {
    const [point, best] = [listed.get(other.key), found.get(other.key)];
    if (!best || (point && distance(other, point) < distance(best, point))) found.set(other.key, other);
  }
  return [...found.values()];
}

/** In ratios; from or to nothing it is infinite. */
function distance(a: PricePoint, b: PricePoint): number {
  return a.micros > 0n && b.micros > 0n ? Math.abs(Math.log(Number(a.micros) / Number(b.micros))) : Number.POSITIVE_INFINITY;
}
