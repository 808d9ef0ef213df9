/** Rows as the public contract names them, before a question is asked of them (state and comparable price depend on it). */
import { idPart } from './identity.ts';
import type { Availability, AvailabilityState, Location, PlanOffers, Price } from './offer.ts';
import { priceHash } from './sameness.ts';

/** A plan as published: when it was seen, and from what. Times are ISO 8601 UTC. */
export interface PublishedPlan extends Omit<PlanOffers, 'places'> {
  /** Read from the live source or from a recording. */
  readonly observation: 'live' | 'recorded';
  readonly firstSeenAt: string;
  readonly lastChangedAt: string;
}

/** A plan in one location as published. */
export interface PublishedOffer {
  readonly offerId: string;
  readonly location: Location | null;
  readonly availability: Availability;
  readonly prices: readonly Price[];
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  /** Complete published runs since it was last seen; two withdraw it. */
  readonly missedRuns: number;
  readonly withdrawn: boolean;
}

/** A plan at one set of prices, with the offers that sell it so. */
export interface Row {
  readonly rowId: string;
  readonly plan: PublishedPlan;
  readonly offers: readonly PublishedOffer[];
  readonly prices: readonly Price[];
  readonly availability: Availability;
  readonly withdrawn: boolean;
  readonly observedAt: string;
}

/** From what a buyer can count on most to what nobody sells. */
const BEST_FIRST: readonly AvailabilityState[] = ['in-stock', 'limited', 'pre-order', 'unknown', 'sold-out'];

/**
 * Groups a plan's offers into rows: one for each set of prices, withdrawn ones apart and only where nothing else is left.
 * The row sold in most places carries the plan's own id, so that ids survive a price change.
 */
export function rowsOf(plan: PublishedPlan, offers: readonly PublishedOffer[]): Row[] {
  const alive = offers.filter((offer) => !offer.withdrawn);
  const groups = new Map<string, PublishedOffer[]>();
  for (const offer of alive.length > 0 ? alive : offers) {
    const key = priceHash(offer.prices);
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  const ordered = [...groups.values()]
    .map((group) => group.toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1)))
    .toSorted((a, b) => b.length - a.length || (firstId(a) < firstId(b) ? -1 : 1));
  return ordered.map((group, index) => rowOf(plan, group, index));
}

function rowOf(plan: PublishedPlan, offers: readonly PublishedOffer[], index: number): Row {
  const place = firstId(offers).slice(plan.planId.length + 1);
  return {
    rowId: index === 0 ? plan.planId : `${plan.planId}~${idPart(place)}`,
    plan,
    offers,
    prices: offers[0]?.prices ?? [],
    availability: bestAvailability(offers),
    withdrawn: offers.every((offer) => offer.withdrawn),
    observedAt: offers.reduce((latest, offer) => (offer.lastSeenAt > latest ? offer.lastSeenAt : latest), ''),
  };
}

function firstId(offers: readonly PublishedOffer[]): string {
  return offers[0]?.offerId ?? '';
}

/** What an offer says about stock now: an offer that the last run did not show is unknown, never sold out. */
export function currentAvailability(offer: PublishedOffer): Availability {
  return offer.missedRuns > 0 ? { state: 'unknown', quantity: null } : offer.availability;
}

function bestAvailability(offers: readonly PublishedOffer[]): Availability {
  const current = offers.map(currentAvailability);
  const state = BEST_FIRST.find((candidate) => current.some((one) => one.state === candidate)) ?? 'unknown';
  return { state, quantity: offers.length === 1 ? (current[0]?.quantity ?? null) : null };
}
