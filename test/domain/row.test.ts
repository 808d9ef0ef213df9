import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedEntry } from '../../domain/batch-diff.ts';
import { currentAvailability, type Row, rowsOf } from '../../domain/row.ts';
import { priceHash } from '../../domain/sameness.ts';
import { catalogues, observed, publishAll, shopPlan } from '../support/published.ts';

/** Catalogues after two runs, so that some offers are missed, withdrawn or dearer than others. */
const entries = fc
  .array(catalogues, { minLength: 1, maxLength: 4 })
  .map((batches) => publishAll(batches.map((plans, day) => [plans, observed(day + 1)] as const)).entries);

const rows = ({ plan, offers }: PublishedEntry): Row[] => rowsOf(plan, offers);

describe('rows of a plan', () => {
  it('partition the offers that are left by what they cost', () => {
    fc.assert(
      fc.property(entries, (all) => {
        for (const entry of all) {
          const left = entry.offers.filter((offer) => !offer.withdrawn);
          const shown = rows(entry).flatMap((row) => row.offers.map((offer) => offer.offerId));
          expect(shown.toSorted()).toEqual((left.length > 0 ? left : entry.offers).map((one) => one.offerId).toSorted());
          const costs = rows(entry).map((row) => new Set(row.offers.map((offer) => priceHash(offer.prices))));
          for (const cost of costs) expect(cost.size).toBe(1);
          expect(new Set(costs.flatMap((cost) => [...cost])).size).toBe(costs.length);
        }
      }),
    );
  });

  it('have ids of their own, the largest that of the plan, in the same order whatever order the offers come in', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const ids = all.flatMap((entry) => rows(entry).map((row) => row.rowId));
        expect(new Set(ids).size).toBe(ids.length);
        for (const entry of all) {
          const [first, ...others] = rows(entry);
          expect(first?.rowId).toBe(entry.plan.planId);
          for (const other of others) expect(other.offers.length).toBeLessThanOrEqual(first?.offers.length ?? 0);
          const summary = (made: Row[]) => made.map((row) => [row.rowId, row.offers.map((offer) => offer.offerId)]);
          expect(summary(rowsOf(entry.plan, entry.offers.toReversed()))).toEqual(summary(rows(entry)));
        }
      }),
    );
  });

  it('keep their ids when every price changes alike', () => {
    fc.assert(
      fc.property(entries, fc.bigInt({ min: 1n, max: 1000n }), (all, factor) => {
        for (const entry of all) {
          const dearer = entry.offers.map((offer) => ({
            ...offer,
            prices: offer.prices.map((paid) => ({ ...paid, micros: paid.micros * factor })),
          }));
          expect(rowsOf(entry.plan, dearer).map((row) => row.rowId)).toEqual(rows(entry).map((row) => row.rowId));
        }
      }),
    );
  });

  it('were observed when the latest of their offers was, and are withdrawn when all of them are', () => {
    fc.assert(
      fc.property(entries, (all) => {
        for (const row of all.flatMap(rows)) {
          expect(row.observedAt).toBe(
            row.offers
              .map((offer) => offer.lastSeenAt)
              .toSorted()
              .at(-1),
          );
          expect(row.withdrawn).toBe(row.offers.every((offer) => offer.withdrawn));
        }
      }),
    );
  });
});

describe('stock of a row', () => {
  const stockOf = (sold: Parameters<typeof shopPlan>[1], missed = false) => {
    const batches = [[[shopPlan('s', sold)], observed(1)] as const, ...(missed ? [[[], observed(2)] as const] : [])];
    return publishAll(batches)
      .entries.flatMap(rows)
      .map((row) => row.availability.state);
  };

  it('is the best of its places', () => {
    expect(stockOf({ ams: [5, 'sold-out'], fra: [5, 'limited'] })).toEqual(['limited']);
    expect(stockOf({ ams: [5, 'sold-out'], fra: [5, 'unknown'] })).toEqual(['unknown']);
    expect(stockOf({ ams: [5, 'sold-out'], fra: [6, 'in-stock'] })).toEqual(['sold-out', 'in-stock']);
  });

  it('is unknown, never sold out and never in stock, once a run has missed the offer', () => {
    expect(stockOf({ ams: [5, 'in-stock'], fra: [5, 'sold-out'] }, true)).toEqual(['unknown']);
    const [offer] = publishAll([[[shopPlan('s', { ams: 5 })], observed(1)]]).entries[0]?.offers ?? [];
    expect(offer && currentAvailability({ ...offer, missedRuns: 1 })).toEqual({ state: 'unknown', quantity: null });
  });
});
