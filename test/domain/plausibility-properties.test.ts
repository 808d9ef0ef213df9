/** What holds for every catalogue. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanOffers } from '../../domain/offer.ts';
import { judgedHash } from '../../domain/plausibility/judged-hash.ts';
import { catalogue, judge, judgeAgain, place, repriced, withPrices } from './plausibility-catalogues.ts';

const SLIPS = [10n, 12n, 24n, 100n, 672n, 720n, 730n, 1000n, 1024n, 1_000_000n];
const slip = fc.tuple(fc.constantFrom(...SLIPS), fc.boolean()).map(
  ([factor, up]) =>
    (micros: bigint) =>
      up ? micros * factor : micros / factor,
);
const percents = (min: number, max: number) => fc.integer({ min, max }).map(BigInt);
const scaled = (percent: bigint) => (micros: bigint) => (micros * percent) / 100n;

/** A catalogue with a choice of its plans, at least `least` of them and at least this share. */
function chosen(share: number, least = 1): fc.Arbitrary<[PlanOffers[], Set<number>]> {
  return catalogue({ min: least, max: 40 }).chain((plans) => {
    const count = Math.max(least, Math.ceil(plans.length * share));
    const indexes = fc.shuffledSubarray([...plans.keys()], { minLength: count });
    return fc.tuple(
      fc.constant(plans),
      indexes.map((list) => new Set(list)),
    );
  });
}

it('publishes the same batch again without a finding', () => {
  fc.assert(
    fc.property(catalogue(), (plans) => {
      expect(judge(plans, structuredClone(plans))).toEqual({ verdict: 'publish', findings: [] });
    }),
  );
});

it('never publishes a unit or term slip, on any number of plans, not even read twice', () => {
  fc.assert(
    fc.property(chosen(0), slip, ([plans, which], change) => {
      const next = repriced(plans, (index) => which.has(index), change);
      expect(judge(plans, next).verdict).toBe('quarantine');
      expect(judgeAgain(plans, next).verdict).toBe('quarantine');
    }),
  );
});

it('never publishes a slip of a single amount of a single offer', () => {
  fc.assert(
    fc.property(catalogue(), slip, fc.nat(), fc.nat(), fc.nat(), (plans, change, a, b, c) => {
      const next = plans.map((plan, index) =>
        index !== a % plans.length
          ? plan
          : {
              ...plan,
              places: plan.places.map((where, at) =>
                at !== b % plan.places.length
                  ? where
                  : {
                      ...where,
                      prices: where.prices.map((old, which) =>
                        which === c % where.prices.length ? { ...old, micros: change(old.micros) } : old,
                      ),
                    },
              ),
            },
      );
      expect(judgeAgain(plans, next).verdict).toBe('quarantine');
    }),
  );
});

it('never publishes a catalogue of ten or more that lost a tenth of its plans', () => {
  const losing = catalogue({ min: 10, max: 40 }).chain((plans) => {
    const most = Math.floor(plans.length * 0.9);
    return fc.tuple(fc.constant(plans), fc.shuffledSubarray(plans, { maxLength: most }));
  });
  fc.assert(
    fc.property(losing, fc.boolean(), ([plans, left], complete) => {
      const over = { heldHash: judgedHash(left), complete };
      expect(judge(plans, left, over).verdict).toBe('quarantine');
    }),
  );
});

it('never publishes a changed currency, whatever the amount', () => {
  fc.assert(
    fc.property(chosen(0), percents(80, 125), ([plans, which], percent) => {
      const other = (currency: string) => (currency === 'USD' ? 'EUR' : 'USD');
      const next = plans.map((plan, index) =>
        which.has(index)
          ? withPrices(plan, (old) => ({ ...old, currency: other(old.currency), micros: scaled(percent)(old.micros) }))
          : plan,
      );
      expect(judgeAgain(plans, next).verdict).toBe('quarantine');
    }),
  );
});

it('holds a uniform change of a third of the plans at first, and publishes it when it is read again', () => {
  fc.assert(
    fc.property(chosen(1 / 3, 2), percents(105, 125), fc.boolean(), ([plans, which], percent, up) => {
      const dearer = repriced(plans, (index) => which.has(index), scaled(percent));
      const [before, next] = up ? [plans, dearer] : [dearer, plans];
      expect(judge(before, next).verdict).toBe('quarantine');
      expect(judge(before, next).findings.map((one) => one.code)).toContain('uniform-change');
      expect(judgeAgain(before, next).verdict).toBe('publish');
      expect(judgeAgain(before, next).findings.map((one) => one.code)).toContain('confirmed');
    }),
  );
});

it('always publishes changes of locations at known prices', () => {
  fc.assert(
    fc.property(catalogue(), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (plans, seeds) => {
      const next = plans.map((plan, index) => {
        const seed = seeds[index] ?? 0;
        const kept = plan.places.filter((_, at) => (seed >> at) % 2 === 0);
        const source = plan.places[seed % plan.places.length];
        const opened = source ? [place(plan.planId, `new${seed % 3}`, source.prices)] : [];
        return { ...plan, places: [...kept, ...opened] };
      });
      expect(judge(plans, next).verdict).toBe('publish');
    }),
  );
});

it('always publishes changes of stock, names and provenance without a finding', () => {
  const states = ['in-stock', 'limited', 'sold-out', 'pre-order', 'unknown'] as const;
  fc.assert(
    fc.property(catalogue(), fc.constantFrom(...states), fc.string(), (plans, state, name) => {
      const next = plans.map((plan) => ({
        ...plan,
        name,
        provenance: {},
        places: plan.places.map((where) => ({ ...where, availability: { state, quantity: null } })),
      }));
      expect(judge(plans, next)).toEqual({ verdict: 'publish', findings: [] });
      expect(judgedHash(next)).toBe(judgedHash(plans));
    }),
  );
});

it('publishes new plans, however many', () => {
  fc.assert(
    fc.property(catalogue(), fc.integer({ min: 1, max: 80 }), (plans, count) => {
      const added = Array.from({ length: count }, (_, index): PlanOffers[] =>
        plans.slice(0, 1).map((plan) => ({
          ...plan,
          planId: `shop:new${index}`,
          spec: { ...plan.spec, memory: { ...plan.spec.memory, mib: null } },
          places: plan.places.map((where, at) => ({ ...where, offerId: `shop:new${index}@${at}` })),
        })),
      ).flat();
      expect(judge(plans, [...plans, ...added]).verdict).toBe('publish');
    }),
  );
});

it('does not depend on the order of plans or places', () => {
  const shuffled = chosen(0).chain(([plans, which]) =>
    fc.tuple(fc.constant(plans), fc.constant(which), percents(20, 300), fc.shuffledSubarray(plans, { minLength: plans.length })),
  );
  fc.assert(
    fc.property(shuffled, ([plans, which, percent, order]) => {
      const next = repriced(plans, (index) => which.has(index), scaled(percent));
      const turned = order.map((plan) => ({ ...plan, places: plan.places.toReversed() }));
      const turnedNext = next.toReversed();
      expect(judge(turned, turnedNext).verdict).toBe(judge(plans, next).verdict);
      expect(judgeAgain(turned, turnedNext).verdict).toBe(judgeAgain(plans, next).verdict);
      expect(judgedHash(turnedNext)).toBe(judgedHash(next));
    }),
  );
});

const factors = fc.array(fc.constantFrom(100n, 100n, 100n, 103n, 112n, 120n, 140n, 170n, 260n, 900n, 1000n, 10_000n), {
  minLength: 40,
  maxLength: 40,
});
const scaledEach = (plans: readonly PlanOffers[], by: readonly bigint[]) =>
  plans.map((plan, index) => withPrices(plan, (old) => ({ ...old, micros: (old.micros * (by[index] ?? 100n)) / 100n })));

it('holds going down what it holds going up', () => {
  fc.assert(
    fc.property(catalogue(), factors, (plans, by) => {
      const next = scaledEach(plans, by);
      expect(judge(next, plans).verdict).toBe(judge(plans, next).verdict);
      expect(judgeAgain(next, plans).verdict).toBe(judgeAgain(plans, next).verdict);
    }),
    { numRuns: 300 },
  );
});

it('never publishes what it held because one more price became implausible', () => {
  const drops = fc.array(fc.nat({ max: 20 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(
      catalogue(),
      factors,
      drops,
      fc.nat(),
      fc.constantFrom(16n, 30n, 120n, 1000n),
      (plans, by, dropped, at, factor) => {
        const next = scaledEach(plans, by).filter((_, index) => dropped[index] !== 0);
        const worse = repriced(
          next,
          (index) => index === at % Math.max(1, next.length),
          (micros) => (micros * factor) / 10n,
        );
        for (const run of [judge, judgeAgain]) {
          if (run(plans, next).verdict === 'quarantine') expect(run(plans, worse).verdict).toBe('quarantine');
        }
      },
    ),
    { numRuns: 300 },
  );
});
