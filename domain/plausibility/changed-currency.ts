/** Prices whose currency changed. A price list changes its currency rarely, a page read from another country at once. */
import type { Finding } from '../listing.ts';
import { amount, examples, finding, share } from './describe.ts';
import type { PlanPair, PointedPlace, PointedPlan } from './pair-plans.ts';
import { type PricePoint, termWords } from './price-points.ts';

/**
 * Offers that lost a currency they had, plans all of whose locations are new and none of whose currencies is left, and
 * amounts that stand under each other's currency. Held for a person, whatever the baseline and whether or not the machine is
 * the same. A new location beside known ones may use another currency.
 */
export function changedCurrency(pairs: readonly PlanPair[]): Finding[] {
  const changed = pairs.flatMap(({ before, after }) => changeOf(before, after) ?? []);
  if (changed.length === 0) return [];
  return [
    finding('hard', 'currency-change', `The currency changed, ${share(changed.length, pairs.length)}: ${examples(changed)}`),
  ];
}

function changeOf(before: PointedPlan, after: PointedPlan): string | null {
  const earlier = new Map(before.places.map((place) => [place.offerId, place]));
  let anyKnown = false;
  for (const place of after.places) {
    const old = earlier.get(place.offerId);
    if (!old) continue;
    anyKnown = true;
    const words = changeOfOffer(old.points, place.points);
    if (words) return `${place.offerId} ${words}`;
  }
  if (anyKnown) return null;
  const [from, to] = [pointsAnywhere(before.places), pointsAnywhere(after.places)];
  return from.some((old) => to.some((point) => point.currency === old.currency))
    ? null
    : `${after.planId} ${diff(from[0], to[0])}`;
}

function changeOfOffer(before: readonly PricePoint[], after: readonly PricePoint[]): string | null {
  const lost = before.find((old) => !after.some((point) => point.currency === old.currency));
  if (lost) return diff(lost, after.find((point) => sameTerm(point, lost)) ?? after[0]);
  const swapped = before.find((old) =>
    before.some(
      (other) =>
        sameTerm(other, old) &&
        other.currency !== old.currency &&
        other.micros !== old.micros &&
        holds(after, old, other) &&
        holds(after, other, old),
    ),
  );
  return swapped
    ? diff(
        swapped,
        after.find((point) => sameTerm(point, swapped) && point.micros === swapped.micros),
      )
    : null;
}

/** Whether the amount of one stands under the currency of the other. */
function holds(points: readonly PricePoint[], from: PricePoint, to: PricePoint): boolean {
  return points.some((point) => sameTerm(point, from) && point.micros === from.micros && point.currency === to.currency);
}

function sameTerm(a: PricePoint, b: PricePoint): boolean {
  return a.kind === b.kind && a.termMonths === b.termMonths;
}

function pointsAnywhere(places: readonly PointedPlace[]): PricePoint[] {
  return places.flatMap((place) => place.points);
}

function diff(from: PricePoint | undefined, to: PricePoint | undefined): string {
  const words = (point: PricePoint | undefined) =>
    point ? `${amount(point.micros, point.currency)} ${termWords(point)}` : 'no price';
  return `${words(from)} → ${words(to)}`;
}
