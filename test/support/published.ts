/** Batches published in memory, for tests of the pure rules: what a database would hold after each of them. */
import fc from 'fast-check';
import { type BatchDiff, diffBatch, type Observation, type PublishedEntry } from '../../domain/batch-diff.ts';
import { WHOLE_SOURCE } from '../../domain/coverage.ts';
import type { AvailabilityState, PlanOffers } from '../../domain/offer.ts';
import { place, price, specOf } from '../domain/plausibility-catalogues.ts';

/** An observation on the given day of November 2026; complete unless said otherwise. */
export function observed(day: number, rest: Partial<Observation> & Partial<Observation['coverage']> = {}): Observation {
  const { kind = 'recorded', repeated = false, coverage = WHOLE_SOURCE, ...limits } = rest;
  const observedAt = rest.observedAt ?? `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;
  return { observedAt, kind, repeated, coverage: { ...coverage, ...limits } };
}

/** What is published after a diff. */
export function published(before: readonly PublishedEntry[], diff: BatchDiff): PublishedEntry[] {
  const known = new Map(before.map((entry) => [entry.plan.planId, entry.machines]));
  return diff.plans.map(({ plan, offers }) => {
    const seen = offers.filter((one) => one.prices !== 'missing');
    const machines = new Map([
      ...(known.get(plan.planId) ?? []),
      ...seen.map(({ offer, machine }) => [offer.offerId, machine] as const),
    ]);
    return { plan, machines, offers: offers.map(({ offer }) => offer) };
  });
}

/** Publishes batches one after the other; answers what is published, and the last diff. */
export function publishAll(batches: readonly (readonly [readonly PlanOffers[], Observation])[]) {
  let entries: PublishedEntry[] = [];
  let diff: BatchDiff = { plans: [], changes: [] };
  for (const [plans, observation] of batches) {
    diff = diffBatch(entries, plans, observation);
    entries = published(entries, diff);
  }
  return { entries, diff };
}

/** "kind offer-or-plan" of the changes of a diff, sorted. */
export function told(diff: BatchDiff): string[] {
  return diff.changes.map((change) => `${change.kind} ${change.offerId ?? change.planId}`).toSorted();
}

/** One plan in short: location → price in whole dollars, or price with stock. */
export type PlanInShort = Readonly<Record<string, number | readonly [number, AvailabilityState]>>;

/** A plan "shop:<key>" from its short form. */
export function shopPlan(key: string, sold: PlanInShort, mib = 1024): PlanOffers {
  const planId = `shop:${key}`;
  const places = Object.entries(sold).map(([location, said]) => {
    const [dollars, state] = typeof said === 'number' ? ([said, 'in-stock'] as const) : said;
    const one = place(planId, location, [price(BigInt(dollars) * 1_000_000n)]);
    return { ...one, availability: { state, quantity: null } };
  });
  const spec = specOf({ vcpu: 1, mib, gb: 25 });
  return { planId, planKey: key, providerId: 'shop', sourceId: 'shop', name: key, url: null, spec, places, provenance: {} };
}

const stock = fc.constantFrom<AvailabilityState>('in-stock', 'limited', 'sold-out', 'unknown');
const sold = fc.dictionary(fc.constantFrom('ams', 'fra', 'lon'), fc.tuple(fc.integer({ min: 1, max: 3 }), stock), {
  minKeys: 1,
  noNullPrototype: true,
});

/** Small catalogues over few keys, places, prices and machines, so that batches often meet. */
export const catalogues: fc.Arbitrary<PlanOffers[]> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.tuple(sold, fc.constantFrom(1024, 2048)), { noNullPrototype: true })
  .map((plans) => Object.entries(plans).map(([key, [places, mib]]) => shopPlan(key, places, mib)));
