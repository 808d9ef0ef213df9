import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBatch, sameAgain } from '../../domain/batch-diff.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { machineHash, priceHash } from '../../domain/sameness.ts';
import { catalogues, observed, publishAll, published, shopPlan, told } from '../support/published.ts';
import { price } from './plausibility-catalogues.ts';

const small = shopPlan('small', { ams: 5, fra: 5 });
const big = shopPlan('big', { ams: 10 });

describe('a batch against itself', () => {
  it('changes nothing but when it was seen', () => {
    fc.assert(
      fc.property(catalogues, (plans) => {
        const { entries } = publishAll([[plans, observed(1)]]);
        const diff = diffBatch(entries, plans, observed(2));
        expect(diff.changes).toEqual([]);
        for (const outcome of diff.plans) {
          expect(outcome).toMatchObject({ dirty: false, rowsDirty: false });
          for (const one of outcome.offers) expect(one).toMatchObject({ prices: 'same', dirty: false });
        }
        const times = ({ lastSeenAt: _, ...rest }: { lastSeenAt: string }) => rest;
        expect(published(entries, diff).map(({ offers }) => offers.map(times))).toEqual(
          entries.map(({ offers }) => offers.map(times)),
        );
      }),
    );
  });

  it('read as "the same again" is the batch itself', () => {
    fc.assert(
      fc.property(catalogues, catalogues, (first, second) => {
        const { entries } = publishAll([
          [first, observed(1)],
          [second, observed(2)],
        ]);
        const again = diffBatch(entries, sameAgain(entries, observed(2).observedAt), observed(3));
        expect(again).toEqual(diffBatch(entries, second, observed(3)));
      }),
    );
  });
});

describe('any two batches', () => {
  it('every plan and every offer comes out exactly once, whether seen or not', () => {
    fc.assert(
      fc.property(catalogues, catalogues, fc.boolean(), (first, second, complete) => {
        const { diff } = publishAll([
          [first, observed(1)],
          [second, observed(2, { complete })],
        ]);
        const idsOf = (plans: readonly PlanOffers[]) => plans.flatMap((plan) => plan.places.map((one) => one.offerId));
        const out = diff.plans.flatMap(({ offers }) => offers.map(({ offer }) => offer.offerId));
        expect(out.toSorted()).toEqual([...new Set([...idsOf(first), ...idsOf(second)])].toSorted());
        expect(new Set(diff.plans.map(({ plan }) => plan.planId)).size).toBe(diff.plans.length);
      }),
    );
  });

  it('a price change is told if and only if the same offer sells the same machine for other money', () => {
    fc.assert(
      fc.property(catalogues, catalogues, (first, second) => {
        const { diff } = publishAll([
          [first, observed(1)],
          [second, observed(2)],
        ]);
        const before = new Map(first.flatMap((plan) => plan.places.map((one) => [one.offerId, { plan, one }] as const)));
        const expected = second.flatMap((plan) =>
          plan.places
            .filter(({ offerId, prices }) => {
              const old = before.get(offerId);
              return (
                old && machineHash(old.plan.spec) === machineHash(plan.spec) && old.one.prices[0]?.micros !== prices[0]?.micros
              );
            })
            .map(({ offerId }) => `price ${offerId}`),
        );
        expect(told(diff).filter((words) => words.startsWith('price'))).toEqual(expected.toSorted());
      }),
    );
  });

  it('nothing is ever withdrawn by one run, and nothing at all by incomplete runs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(catalogues, fc.boolean()), { minLength: 1, maxLength: 5 }), (batches) => {
        let misses = new Map<string, number>();
        let entries = publishAll([]).entries;
        batches.forEach(([plans, complete], index) => {
          const diff = diffBatch(entries, plans, observed(index + 1, { complete }));
          entries = published(entries, diff);
          const seen = new Set(plans.flatMap((plan) => plan.places.map((one) => one.offerId)));
          const known = entries.flatMap(({ offers }) => offers.map((offer) => offer.offerId));
          misses = new Map(known.map((id) => [id, seen.has(id) ? 0 : (misses.get(id) ?? 0) + (complete ? 1 : 0)]));
          const gone = entries.flatMap(({ offers }) => offers.filter((offer) => offer.withdrawn).map((offer) => offer.offerId));
          expect(gone.toSorted()).toEqual(known.filter((id) => (misses.get(id) ?? 0) >= 2).toSorted());
        });
      }),
    );
  });
});

describe('an offer that a run does not show', () => {
  const two: PlanOffers[] = [small, big];
  const gone = (day: number, rest = {}) => [[small], observed(day, rest)] as const;

  it('is missed once, then withdrawn, and told so once', () => {
    const once = publishAll([[two, observed(1)], gone(2)]);
    expect(told(once.diff)).toEqual([]);
    const twice = publishAll([[two, observed(1)], gone(2), gone(3)]);
    expect(told(twice.diff)).toEqual(['withdrawn shop:big@ams']);
    expect(told(publishAll([[two, observed(1)], gone(2), gone(3), gone(4)]).diff)).toEqual([]);
  });

  it('was not missed once more by reading the same observation again', () => {
    const again = publishAll([[two, observed(1)], gone(2), gone(2, { repeated: true }), gone(2, { repeated: true })]);
    expect(told(again.diff)).toEqual([]);
    expect(told(publishAll([[two, observed(1)], gone(1, { repeated: true }), gone(2)]).diff)).toEqual(['withdrawn shop:big@ams']);
  });

  it('is not missed by a run that is incomplete, that does not cover its place, or that could not read its plan', () => {
    for (const rest of [{ complete: false }, { covers: ['shop/fra'] }, { rejectedPlanIds: ['shop:big'] }]) {
      const { entries, diff } = publishAll([[two, observed(1)], gone(2, rest), gone(3, rest), gone(4, rest)]);
      expect(told(diff)).toEqual([]);
      const offer = entries.find(({ plan }) => plan.planId === 'shop:big')?.offers[0];
      expect(offer).toMatchObject({ missedRuns: 0, withdrawn: false, lastSeenAt: observed(1).observedAt });
    }
    expect(
      told(publishAll([[two, observed(1)], gone(2, { covers: ['shop/ams'] }), gone(3, { covers: ['shop/ams'] })]).diff),
    ).toEqual(['withdrawn shop:big@ams']);
  });

  it('returns with a new period, and a price that changed meanwhile is told', () => {
    const dearer = shopPlan('big', { ams: 12 });
    const back = (plan: PlanOffers) => publishAll([[two, observed(1)], gone(2), gone(3), [[small, plan], observed(4)]]).diff;
    expect(told(back(big))).toEqual(['returned shop:big@ams']);
    expect(told(back(dearer))).toEqual(['price shop:big@ams', 'returned shop:big@ams']);
    const outcome = back(big).plans.find(({ plan }) => plan.planId === 'shop:big');
    expect(outcome?.offers).toMatchObject([
      { prices: 'changed', offer: { missedRuns: 0, withdrawn: false, firstSeenAt: observed(1).observedAt } },
    ]);
  });

  it('has its rows built anew, so that each tells its own time', () => {
    const { diff } = publishAll([
      [[small], observed(1)],
      [[shopPlan('small', { ams: 5 })], observed(2, { covers: ['shop/ams'] })],
    ]);
    expect(diff.plans).toMatchObject([{ dirty: false, rowsDirty: true, seen: true }]);
  });
});

describe('stock', () => {
  const run = (...states: readonly (Parameters<typeof shopPlan>[1] | null)[]) =>
    told(publishAll(states.map((sold, day) => [sold ? [shopPlan('s', sold), big] : [big], observed(day + 1)] as const)).diff);

  it('sold out and back are told', () => {
    expect(run({ ams: [5, 'in-stock'] }, { ams: [5, 'sold-out'] })).toEqual(['sold-out shop:s@ams']);
    expect(run({ ams: [5, 'sold-out'] }, { ams: [5, 'limited'] })).toEqual(['restocked shop:s@ams']);
    expect(run({ ams: [5, 'in-stock'] }, { ams: [5, 'limited'] })).toEqual([]);
    expect(run({ ams: [5, 'sold-out'] }, { ams: [5, 'unknown'] })).toEqual([]);
  });

  it('is compared with what was last said, across a run that said nothing', () => {
    expect(run({ ams: [5, 'sold-out'] }, null, { ams: [5, 'in-stock'] })).toEqual(['restocked shop:s@ams']);
    expect(run({ ams: [5, 'sold-out'] }, null, { ams: [5, 'sold-out'] })).toEqual([]);
  });
});

describe('what is the same', () => {
  it('prices are the same in any order and however known, and only then', () => {
    const [month, hour] = [price(5_000_000n), price(7_500n, null)];
    expect(priceHash([month, hour])).toBe(priceHash([hour, { ...month, how: 'inferred' }]));
    expect(priceHash([month])).not.toBe(priceHash([month, hour]));
    expect(priceHash([month])).not.toBe(priceHash([{ ...month, taxIncluded: true }]));
    expect(priceHash([month])).not.toBe(priceHash([{ ...month, currency: 'EUR' }]));
  });

  it('better knowledge of the same price is stored, but is no change of it', () => {
    const known = (how: 'given' | 'inferred'): PlanOffers => ({
      ...big,
      places: big.places.map((one) => ({ ...one, prices: one.prices.map((paid) => ({ ...paid, how })) })),
    });
    const { diff, entries } = publishAll([
      [[known('inferred')], observed(1)],
      [[known('given')], observed(2)],
    ]);
    expect(told(diff)).toEqual([]);
    expect(diff.plans[0]?.offers[0]).toMatchObject({ prices: 'same', dirty: true });
    expect(entries[0]?.offers[0]?.prices[0]?.how).toBe('given');
  });

  it('another machine under the same id is a change of the plan, never of its price, wherever it is seen first', () => {
    const next = shopPlan('small', { ams: 9, fra: 9 }, 4096);
    const covered = { ...next, places: next.places.filter(({ offerId }) => offerId.endsWith('@ams')) };
    const first = publishAll([
      [[small], observed(1)],
      [[covered], observed(2, { covers: ['shop/ams'] })],
    ]);
    expect(told(first.diff)).toEqual(['spec shop:small']);
    const second = diffBatch(first.entries, [next], observed(3));
    expect(told(second)).toEqual([]);
    expect(second.plans[0]?.offers.map(({ prices }) => prices)).toEqual(['same', 'changed']);
  });

  it('another name is told; at another price it is another plan under the old id, never a price that changed', () => {
    const named = (name: string | null, dollars: number): PlanOffers => ({
      ...shopPlan('small', { ams: dollars, fra: 5 }),
      name,
    });
    const then = (...plans: readonly PlanOffers[]) => publishAll(plans.map((plan, day) => [[plan], observed(day + 1)] as const));
    const renamed = then(named('KVM 1', 5), named('Cloud 1', 5));
    expect(renamed.diff.changes).toMatchObject([{ kind: 'spec', before: { name: 'KVM 1' }, after: { name: 'Cloud 1' } }]);
    expect(renamed.diff.plans[0]?.offers.map(({ prices }) => prices)).toEqual(['same', 'same']);
    const reused = then(named('OpenVZ 1', 5), named('KVM 1', 3));
    expect(told(reused.diff)).toEqual(['spec shop:small']);
    const [before, after] = [then(named('OpenVZ 1', 5)), reused].map(({ entries }) => entries[0]?.machines.get('shop:small@ams'));
    expect(after).not.toBe(before);
    const later = then(named('OpenVZ 1', 5), named('KVM 1', 3), named('KVM 1', 2));
    expect(told(later.diff)).toEqual(['price shop:small@ams']);
    expect(later.entries[0]?.machines.get('shop:small@ams')).toBe(after);
    for (const same of [named(null, 5), named(' kvm  1 ', 5)])
      expect(told(then(same, named('KVM 1', 4)).diff)).toEqual(['price shop:small@ams']);
  });

  it('a location keeps its names when the pages lack them, and new names reach the rows', () => {
    const named = (city: string | null, country: string | null): PlanOffers => ({
      ...big,
      places: big.places.map((one) => ({ ...one, location: { id: 'shop/ams', name: city, city, country } })),
    });
    const learnt = publishAll([
      [[named(null, null)], observed(1)],
      [[named('Amsterdam', 'NL')], observed(2)],
    ]);
    expect(learnt.diff.plans).toMatchObject([{ rowsDirty: true }]);
    const again = diffBatch(learnt.entries, [named(null, 'NL')], observed(3));
    expect(again.plans).toMatchObject([
      { rowsDirty: false, offers: [{ offer: { location: { city: 'Amsterdam', country: 'NL' } } }] },
    ]);
    expect(told(again)).toEqual([]);
  });
});
