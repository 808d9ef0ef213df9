/** What publishing a held batch would change, told so that a person can judge it: plan by plan, from what to what. Pure. */
import { formatMicros } from './money.ts';
import type { Place, PlanOffers } from './offer.ts';
import { type PricePoint, pricePoints, termWords } from './plausibility/price-points.ts';
import { differs } from './sameness.ts';
import type { ShownPlan } from './shown-plans.ts';

/** A plan that is in one of the two batches only. */
export interface OneSided {
  readonly planId: string;
  readonly name: string | null;
  readonly places: number;
  /** The regular prices in words: "USD 5.00 a month", each once. */
  readonly prices: readonly string[];
}

/** One amount that moved, with the offers it moved for. Null: there was none, or is none any more. */
export interface Repriced {
  readonly planId: string;
  readonly offerIds: readonly string[];
  /** "a month", "for 12 months", "to set up (a month)". */
  readonly price: string;
  /** "USD 5.00". */
  readonly before: string | null;
  readonly after: string | null;
  /** After ÷ before, where both are of one currency and neither is nothing. */
  readonly factor: number | null;
}

/** One value of a plan's machine that differs. */
export interface Respecified {
  readonly planId: string;
  /** Path into the row: "memory.mib". */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Everything that would change. */
export interface HeldDiff {
  readonly added: readonly OneSided[];
  readonly gone: readonly OneSided[];
  /** The farthest moves first. */
  readonly repriced: readonly Repriced[];
  readonly currency: readonly Repriced[];
  readonly spec: readonly Respecified[];
  /** Offers of plans that are in both. */
  readonly placesAdded: readonly string[];
  readonly placesGone: readonly string[];
}

/** Compares a held batch with what is on show. */
export function heldDiff(shown: readonly ShownPlan[], held: readonly PlanOffers[]): HeldDiff {
  const before = new Map(shown.map((entry) => [entry.plan.planId, entry]));
  const after = new Map(held.map((plan) => [plan.planId, plan]));
  const pairs = held.flatMap((plan) => {
    const entry = before.get(plan.planId);
    return entry ? [{ old: { ...entry.plan, places: entry.offers }, plan }] : [];
  });
  const moves = pairs.flatMap(({ old, plan }) => movesOf(old.places, plan));
  const isOfOne = ({ before, after }: Repriced) => before === null || after === null || currencyOf(before) === currencyOf(after);
  return {
    added: held.filter(({ planId }) => !before.has(planId)).map(oneSided),
    gone: shown
      .filter(({ plan }) => !after.has(plan.planId))
      .map(({ plan, offers }) => oneSided({ planId: plan.planId, name: plan.name, places: offers })),
    repriced: moves.filter(isOfOne).toSorted((a, b) => distance(b) - distance(a) || (a.planId < b.planId ? -1 : 1)),
    currency: moves.filter((move) => !isOfOne(move)),
    spec: pairs.flatMap(({ old, plan }) => specMoves(plan.planId, old.spec, plan.spec)),
    placesAdded: pairs.flatMap(({ old, plan }) => offersMissingFrom(old.places, plan.places)),
    placesGone: pairs.flatMap(({ old, plan }) => offersMissingFrom(plan.places, old.places)),
  };
}

type Priced = Pick<Place, 'offerId' | 'prices'>;

function oneSided({ planId, name, places }: Pick<PlanOffers, 'planId' | 'name'> & { places: readonly Priced[] }): OneSided {
  const points = places.flatMap(({ prices }) => pricePoints(prices)).filter(({ kind }) => kind === 'regular');
  return {
    planId,
    name,
    places: places.length,
    prices: [...new Set(points.map((point) => `${amount(point)} ${termWords(point)}`))],
  };
}

/** The amounts of a plan that differ, the same move of several offers told once. */
function movesOf(places: readonly Priced[], { planId, places: now }: PlanOffers): Repriced[] {
  const earlier = new Map(places.map(({ offerId, prices }) => [offerId, pricePoints(prices)]));
  const told = new Map<string, Repriced>();
  for (const { offerId, prices } of now) {
    const old = earlier.get(offerId);
    if (!old) continue;
    for (const move of offerMoves(old, pricePoints(prices))) {
      const key = JSON.stringify([move.price, move.before, move.after]);
      told.set(key, { planId, ...move, offerIds: [...(told.get(key)?.offerIds ?? []), offerId] });
    }
  }
  return [...told.values()];
}

function offerMoves(old: readonly PricePoint[], now: readonly PricePoint[]): Omit<Repriced, 'planId' | 'offerIds'>[] {
  const lost = old.filter(({ key }) => !now.some((point) => point.key === key));
  const moves = now.flatMap((point) => {
    const same = old.find(({ key }) => key === point.key);
    if (same) return same.micros === point.micros ? [] : [moveOf(same, point)];
    // Of another currency now, or listed for the first time.
    const at = lost.findIndex(({ kind, termMonths }) => kind === point.kind && termMonths === point.termMonths);
    return [moveOf(at < 0 ? null : (lost.splice(at, 1)[0] ?? null), point)];
  });
  return [...moves, ...lost.map((point) => moveOf(point, null))];
}

function moveOf(from: PricePoint | null, to: PricePoint | null): Omit<Repriced, 'planId' | 'offerIds'> {
  const point = to ?? from;
  const comparable = from !== null && to !== null && from.currency === to.currency && from.micros > 0n && to.micros > 0n;
  return {
    price: point === null ? '' : termWords(point),
    before: from && amount(from),
    after: to && amount(to),
    factor: comparable ? Number((Number(to.micros) / Number(from.micros)).toPrecision(4)) : null,
  };
}

function specMoves(planId: string, before: unknown, after: unknown): Respecified[] {
  if (!differs(before, after)) return [];
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => differs(old.get(field) ?? null, now.get(field) ?? null))
    .map((field) => ({ planId, field, before: old.get(field) ?? null, after: now.get(field) ?? null }));
}

/** Values by path; lists are values. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...leavesOf(inner, path === '' ? name : `${path}.${name}`)]));
}

function offersMissingFrom(these: readonly Priced[], those: readonly Priced[]): string[] {
  const known = new Set(these.map(({ offerId }) => offerId));
  return those.map(({ offerId }) => offerId).filter((offerId) => !known.has(offerId));
}

function amount({ currency, micros }: PricePoint): string {
  return `${currency} ${formatMicros(micros)}`;
}

function currencyOf(words: string): string {
  return words.slice(0, 3);
}

function distance({ factor }: Repriced): number {
  return factor === null ? Number.POSITIVE_INFINITY : Math.abs(Math.log(factor));
}
