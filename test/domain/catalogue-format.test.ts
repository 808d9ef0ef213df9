import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Batch, catalogueSchema, readCatalogue, writeCatalogue } from '../../domain/catalogue-format.ts';
import { offerIdOf, planIdOf } from '../../domain/identity.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { catalogues, observed, shopPlan } from '../support/published.ts';

const source = { sourceId: 'shop', providerId: 'shop', recordings: [] };

/** Through the file: what JSON cannot hold is lost here, and shows. */
const throughFile = (batches: readonly Batch[]) =>
  readCatalogue(catalogueSchema.parse(JSON.parse(JSON.stringify(writeCatalogue(source, batches)))));

/** Places are written by price: their order carries no meaning. */
const inOrder = (plan: PlanOffers): PlanOffers => ({
  ...plan,
  places: plan.places.toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1)),
});

describe('the catalogue format', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(catalogues, { maxLength: 3 }), (batches) => {
        const written = batches.map((plans, day) => ({ observedAt: observed(day + 1).observedAt, plans }));
        const read = throughFile(written);
        expect(read.map(({ observedAt, plans }) => ({ observedAt, plans: plans.map(inOrder) }))).toEqual(
          written.map(({ observedAt, plans }) => ({ observedAt, plans: plans.map(inOrder) })),
        );
      }),
    );
  });

  it('keeps ids stable for keys of any shape, and offers without a place', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.option(fc.string({ minLength: 1 })), (key, location) => {
        const planId = planIdOf('shop', key);
        const [template] = shopPlan('x', { ams: 5 }).places;
        if (!template) throw new Error('a plan without a place');
        const offerId = offerIdOf(planId, location);
        const id = `shop/${offerId.slice(planId.length + 1)}`;
        const named = location === null ? null : { id, name: location, city: null, country: 'NL' };
        const plan: PlanOffers = {
          ...shopPlan('x', {}),
          planId,
          planKey: key,
          places: [{ ...template, offerId, location: named }],
        };
        expect(throughFile([{ observedAt: observed(1).observedAt, plans: [plan] }])[0]?.plans).toEqual([plan]);
      }),
    );
  });

  it('writes prices that places share once', () => {
    const written = writeCatalogue(source, [
      { observedAt: observed(1).observedAt, plans: [shopPlan('s', { ams: 5, fra: 5, lon: 6 })] },
    ]);
    expect(written.batches[0]?.plans[0]?.groups.map((group) => group.places.length)).toEqual([2, 1]);
  });

  it('refuses another version and times that are none', () => {
    const written = writeCatalogue(source, [{ observedAt: observed(1).observedAt, plans: [] }]);
    expect(catalogueSchema.safeParse({ ...written, format: 'stealtime-catalogue/2' }).success).toBe(false);
    expect(catalogueSchema.safeParse({ ...written, batches: [{ observedAt: 'yesterday', plans: [] }] }).success).toBe(false);
  });
});
