import { describe, expect, it } from 'vitest';
import { heldDiff } from '../../domain/held-diff.ts';
import type { PlanOffers, Price } from '../../domain/offer.ts';
import { shownPlans } from '../../domain/shown-plans.ts';
import { observed, publishAll, shopPlan } from '../support/published.ts';
import { price, specOf } from './plausibility-catalogues.ts';

const shown = (...plans: PlanOffers[]) => {
  const at = observed(1);
  return shownPlans(publishAll([[plans, at]]).entries, at.observedAt, { covers: null, rejectedPlanIds: [] });
};
const sold = (plan: PlanOffers, prices: readonly Price[]): PlanOffers => ({
  ...plan,
  places: plan.places.map((place) => ({ ...place, prices })),
});

describe('heldDiff', () => {
  it('is empty for the same again', () => {
    const plan = shopPlan('a', { us: 5, de: 5 });
    const { added, gone, repriced, currency, spec, placesAdded, placesGone } = heldDiff(shown(plan), [plan]);
    expect([added, gone, repriced, currency, spec, placesAdded, placesGone].flat()).toEqual([]);
  });

  it('tells plans that came and went, with what they cost', () => {
    const diff = heldDiff(shown(shopPlan('a', { us: 5, de: 6 })), [shopPlan('b', { us: 7 })]);
    expect(diff.added).toEqual([{ planId: 'shop:b', name: 'b', places: 1, prices: ['USD 7.00 a month'] }]);
    expect(diff.gone).toMatchObject([{ planId: 'shop:a', places: 2, prices: ['USD 5.00 a month', 'USD 6.00 a month'] }]);
  });

  it('tells a move of several places once, the farthest first', () => {
    const diff = heldDiff(shown(shopPlan('a', { us: 5, de: 5, sg: 10 }), shopPlan('b', { us: 5 })), [
      shopPlan('a', { us: 6, de: 6, sg: 11 }),
      shopPlan('b', { us: 500 }),
    ]);
    expect(diff.repriced.map(({ offerIds, before, after, factor }) => [offerIds.length, before, after, factor])).toEqual([
      [1, 'USD 5.00', 'USD 500.00', 100],
      [2, 'USD 5.00', 'USD 6.00', 1.2],
      [1, 'USD 10.00', 'USD 11.00', 1.1],
    ]);
  });

  it('tells another currency apart from another amount, and new terms from both', () => {
    const plan = shopPlan('a', { us: 5 });
    const euro = { ...price(5_000_000n), currency: 'EUR' };
    const diff = heldDiff(shown(plan), [sold(plan, [euro, { ...euro, termMonths: 12 }])]);
    expect(diff.currency).toMatchObject([{ before: 'USD 5.00', after: 'EUR 5.00', factor: null }]);
    expect(diff.repriced).toMatchObject([{ price: 'for 12 months', before: null, after: 'EUR 5.00', factor: null }]);
    expect(heldDiff(shown(plan), [sold(plan, [])]).repriced).toMatchObject([{ before: 'USD 5.00', after: null }]);
  });

  it('tells which values of a machine differ, and which places came and went', () => {
    const plan = shopPlan('a', { us: 5, de: 5 });
    const other = { ...shopPlan('a', { us: 5, sg: 5 }), spec: specOf({ vcpu: 1, mib: 2048, gb: 25 }) };
    const diff = heldDiff(shown(plan), [other]);
    expect(diff.spec).toEqual([{ planId: 'shop:a', field: 'memory.mib', before: 1024, after: 2048 }]);
    expect([diff.placesAdded, diff.placesGone]).toEqual([['shop:a@sg'], ['shop:a@de']]);
  });
});
