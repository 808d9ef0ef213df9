/** What the gate says about particular batches. */
import { describe, expect, it } from 'vitest';
import type { JudgedPlan } from '../../domain/plausibility/batch.ts';
import { judgedHash } from '../../domain/plausibility/judged-hash.ts';
import { codes, judge, judgeAgain, place, plan, price, repriced, shop, specOf, withPrices } from './plausibility-catalogues.ts';

const usd = (dollars: number) => BigInt(Math.round(dollars * 1e6));

describe('prices', () => {
  it('names an exact slip, the plans and both amounts', () => {
    const next = repriced(
      shop(12),
      (index) => index === 0,
      (micros) => micros * 100n,
    );
    const { verdict, findings } = judge(shop(12), next);
    expect(verdict).toBe('quarantine');
    expect(findings[0]).toEqual({
      severity: 'hard',
      code: 'price-slip',
      message:
        'Prices moved by exactly ×100 (cents for whole units), 1 of 12 plans: shop:p1@a USD 5.00 → USD 500.00 a month (×100)',
    });
  });

  it('sees a slip that was rounded to cents', () => {
    const next = repriced(
      shop(12),
      (index) => index === 0,
      () => usd(0.42),
    );
    expect(judgeAgain(shop(12), next).verdict).toBe('quarantine');
  });

  it('gives five examples and counts the rest', () => {
    const { findings } = judge(
      shop(12),
      repriced(
        shop(12),
        () => true,
        (micros) => micros / 1000n,
      ),
    );
    expect(findings[0]?.message).toContain('12 of 12 plans');
    expect(findings[0]?.message).toMatch(/shop:p\d+@a USD \S+ → USD \S+ a month \(÷1000\); and 7 more$/);
  });

  it.each([
    ['up to a half', 1.5, 'publish'],
    ['down to two thirds', 1 / 1.5, 'publish'],
    ['beyond a half', 1.51, 'quarantine'],
    ['below two thirds', 1 / 1.51, 'quarantine'],
  ])('reads a single price that moved %s', (_, factor, verdict) => {
    const before = repriced(
      shop(12),
      () => true,
      () => 3_000_000n,
    );
    const next = repriced(
      before,
      (index) => index === 0,
      (micros) => BigInt(Math.round(Number(micros) * factor)),
    );
    expect(judge(before, next).verdict).toBe(verdict);
    expect(judgeAgain(before, next).verdict).toBe('publish');
  });

  it('holds a list whose term was misread (×3, ×6) for a person, a doubled one for a second run', () => {
    const [before, times] = [
      shop(12),
      (factor: bigint) =>
        repriced(
          shop(12),
          () => true,
          (micros) => micros * factor,
        ),
    ];
    expect(judgeAgain(before, times(3n)).verdict).toBe('quarantine');
    expect(judgeAgain(times(6n), before).verdict).toBe('quarantine');
    expect(judge(before, times(2n)).verdict).toBe('quarantine');
    expect(judgeAgain(before, times(2n)).verdict).toBe('publish');
  });

  it('holds a median that moved by more than a tenth without a common factor', () => {
    const next = shop(9).map((one, index) =>
      withPrices(one, (old) => ({ ...old, micros: (old.micros * BigInt(104 + 4 * index)) / 100n })),
    );
    expect(codes(judge(shop(9), next))).toEqual(['soft median-move']);
  });

  it('sees a common factor behind prices rounded to the next 0.09', () => {
    const before = repriced(
      shop(9),
      () => true,
      (micros) => micros - usd(0.01),
    );
    const next = repriced(
      before,
      (index) => index < 4,
      (micros) => ((micros * 120n) / 100n / 100_000n) * 100_000n + usd(0.09),
    );
    expect(codes(judge(before, next))).toEqual(['soft uniform-change']);
  });

  it('does not compare terms or phases with each other', () => {
    const before = [plan('x', [price(usd(5))])];
    expect(judge(before, [plan('x', [price(usd(55), 12)])]).verdict).toBe('publish');
    expect(judge(before, [plan('x', [price(usd(2), 1, { phase: 'introductory', renewalMicros: usd(5) })])])).toEqual({
      verdict: 'publish',
      findings: [],
    });
  });

  it.each([
    ['the same amount for a year', [price(usd(5), 12)]],
    ['the same amount for a quarter', [price(usd(5), 3)]],
    ['an amount out of proportion for another term', [price(usd(6000), 12)]],
    ['an added term out of proportion', [price(usd(5)), price(usd(5000), 12)]],
    ['the month as an hour', [price(usd(5), null)]],
  ])('never publishes %s', (_, prices) => {
    expect(judgeAgain([plan('x', [price(usd(5))])], [plan('x', prices)]).verdict).toBe('quarantine');
  });

  it('holds a list that changed its terms', () => {
    const next = shop(6).map((one) => withPrices(one, (old) => ({ ...old, termMonths: 12, micros: old.micros * 11n })));
    expect(codes(judge(shop(6), next))).toEqual(['soft term-change']);
  });

  it('reads a price of one location for that offer only', () => {
    const before = [plan('x', [price(usd(5))], undefined, ['a', 'b', 'c'])];
    const next = before.map((one) => ({ ...one, places: [...one.places.slice(0, 2), place(one.planId, 'c', [price(usd(7))])] }));
    expect(judge(before, next)).toEqual({ verdict: 'publish', findings: [] });
    const slipped = before.map((one) => ({
      ...one,
      places: [...one.places.slice(0, 2), place(one.planId, 'c', [price(usd(500))])],
    }));
    expect(judgeAgain(before, slipped).findings[0]?.message).toContain('shop:x@c USD 5.00 → USD 500.00');
  });

  it('lets a new location be twice as dear, but not a hundredfold', () => {
    const before = shop(3);
    const opened = (amount: number) =>
      before.map((one, index) =>
        index === 0 ? { ...one, places: [...one.places, place(one.planId, 'sin', [price(usd(amount))])] } : one,
      );
    expect(judge(before, opened(10)).verdict).toBe('publish');
    expect(judgeAgain(before, opened(500)).verdict).toBe('quarantine');
  });

  it('compares plans whose locations were all renamed', () => {
    const moved = repriced(
      shop(3),
      () => true,
      (micros) => micros * 100n,
    ).map((one) => ({
      ...one,
      places: one.places.map((where) => ({ ...where, offerId: `${one.planId}@zz` })),
    }));
    expect(judgeAgain(shop(3), moved).verdict).toBe('quarantine');
  });

  it('sees a term slip where all locations were renamed or one was opened', () => {
    const before = shop(3);
    const yearly = (one: (typeof before)[number]) => place(one.planId, 'zz', [price(one.places[0]?.prices[0]?.micros ?? 0n, 12)]);
    const renamed = before.map((one) => ({ ...one, places: [yearly(one)] }));
    expect(judgeAgain(before, renamed).verdict).toBe('quarantine');
    const opened = before.map((one) => ({ ...one, places: [...one.places, yearly(one)] }));
    expect(judgeAgain(before, opened).verdict).toBe('quarantine');
  });

  it('lets campaigns change introductory prices and set-up fees', () => {
    const offer = (intro: number, setup: number) =>
      plan('x', [price(usd(10)), price(usd(intro), 1, { phase: 'introductory', setupFeeMicros: usd(setup) })]);
    expect(judge([offer(5, 10)], [offer(1, 0)]).verdict).toBe('publish');
    expect(judge([offer(5, 10)], [offer(0, 30)]).verdict).toBe('publish');
    expect(judgeAgain([offer(5, 10)], [offer(0.05, 10)]).verdict).toBe('quarantine');
    const { findings } = judgeAgain([offer(5, 10)], [offer(5, 1000)]);
    expect(findings[0]?.message).toContain('shop:x@a USD 10.00 → USD 1000.00 to set up (a month) (×100)');
  });
});

describe('currencies', () => {
  it('never publishes one changed currency, with the same number or with a converted one', () => {
    for (const micros of [usd(5), usd(4.4)]) {
      const next = shop(20).map((one, index) =>
        index === 7 ? withPrices(one, (old) => ({ ...old, currency: 'EUR', micros })) : one,
      );
      expect(codes(judgeAgain(shop(20), next))).toContain('hard currency-change');
    }
  });

  it('never publishes two currencies that changed places', () => {
    const both = (dollars: number, euros: number) => [
      plan('x', [price(usd(dollars)), price(usd(euros), 1, { currency: 'EUR' })]),
    ];
    expect(codes(judgeAgain(both(6, 5), both(5, 6)))).toContain('hard currency-change');
    expect(judge(both(6, 5), both(7, 5.5)).verdict).toBe('publish');
  });

  it('lets a second currency be added', () => {
    expect(judge([plan('x', [price(usd(6))])], [plan('x', [price(usd(6)), price(usd(5), 1, { currency: 'EUR' })])])).toEqual({
      verdict: 'publish',
      findings: [],
    });
  });
});

describe('the catalogue', () => {
  it.each([
    [10, 1, 'quarantine'],
    [11, 1, 'publish'],
    [30, 2, 'publish'],
    [30, 3, 'quarantine'],
    [9, 1, 'publish'],
    [9, 2, 'quarantine'],
    [2, 1, 'publish'],
  ])('of %i plans that loses %i, read twice: see the tenth', (plans, lost, verdict) => {
    expect(judgeAgain(shop(plans), shop(plans).slice(lost)).verdict).toBe(verdict);
  });

  it('holds a single loss of a tiny catalogue at first', () => {
    expect(codes(judge(shop(9), shop(9).slice(1)))).toEqual(['soft count-drop']);
  });

  it('counts plans, not locations', () => {
    const before = shop(4).map((one) => ({
      ...one,
      places: ['a', 'b', 'c', 'd'].map((at) => place(one.planId, at, [price(usd(5))])),
    }));
    const next = before.map((one) => ({ ...one, places: one.places.slice(0, 1) }));
    expect(judge(before, next)).toEqual({ verdict: 'publish', findings: [] });
    expect(
      judgeAgain(
        before,
        before.map((one) => ({ ...one, places: [] })),
      ).verdict,
    ).toBe('quarantine');
  });

  it('never publishes an empty batch, against whatever', () => {
    for (const kind of ['published', 'bundled'] as const) {
      const baseline = { kind, plans: shop(3), rejections: 0, ageDays: 900 };
      expect(judge([], [], { baseline, heldHash: judgedHash([]) }).verdict).toBe('quarantine');
    }
    expect(judge([], [], { baseline: { kind: 'none' } }).verdict).toBe('quarantine');
  });

  it('holds an incomplete batch with fewer plans, and publishes one with as many', () => {
    expect(judge(shop(30), shop(29), { complete: false, heldHash: judgedHash(shop(29)) }).verdict).toBe('quarantine');
    expect(judge(shop(30), shop(30), { complete: false }).verdict).toBe('publish');
    expect(judge(shop(30), shop(31), { complete: false }).verdict).toBe('publish');
  });

  it('holds listings that are newly rejected, not those that always were', () => {
    const baseline = (rejections: number | null) => ({ kind: 'published' as const, plans: shop(20), rejections });
    expect(codes(judge([], shop(20), { rejections: 6, baseline: baseline(0) }))).toEqual(['hard rejections-rise']);
    expect(judge([], shop(20), { rejections: 6, baseline: baseline(5) }).verdict).toBe('publish');
    expect(judge([], shop(20), { rejections: 6, baseline: baseline(null) }).verdict).toBe('publish');
  });

  it('tells a doubled catalogue without holding it', () => {
    expect(codes(judge(shop(5), shop(12)))).toEqual(['info count-rise']);
  });

  it('never publishes one id twice', () => {
    expect(codes(judgeAgain(shop(3), [...shop(3), ...shop(1)]))).toContain('hard duplicate-plan');
  });
});

describe('identities', () => {
  const renamed = shop(12).map((one) => ({
    ...one,
    planId: `${one.planId}-v2`,
    places: one.places.map((where) => ({ ...where, offerId: `${one.planId}-v2@a` })),
  }));

  it('names plans that only changed their ids', () => {
    const { verdict, findings } = judge(shop(12), [...shop(12).slice(0, 9), ...renamed.slice(9)]);
    expect(verdict).toBe('quarantine');
    expect(findings.find((one) => one.code === 'identity-churn')?.message).toContain('shop:p10 → shop:p10-v2');
  });

  it('never publishes ids that moved on by one', () => {
    const shifted = shop(12).map((one, index) => ({
      ...one,
      spec: specOf({ vcpu: index + 2, mib: 1024 * (index + 2), gb: 25 }),
    }));
    expect(codes(judgeAgain(shop(12), shifted))).toContain('hard identity-churn');
  });

  it('never takes an id given to another machine for a price change', () => {
    const other = plan('p1', [price(usd(0.5))], { vcpu: 1, mib: 128, gb: 25 });
    expect(codes(judge(shop(12), [other, ...shop(12).slice(1)]))).toEqual(['info identity-churn']);
  });

  it('compares prices where a size was learnt or lost, and holds sizes lost by many', () => {
    const without = (count: number) =>
      shop(12).map((one, index) => (index < count ? { ...one, spec: specOf({ vcpu: index + 1, mib: null, gb: 25 }) } : one));
    expect(judge(shop(12), without(3))).toEqual({ verdict: 'publish', findings: [] });
    expect(codes(judge(shop(12), without(4)))).toEqual(['soft facts-lost']);
    expect(judge(without(12), shop(12))).toEqual({ verdict: 'publish', findings: [] });
    const slipped = repriced(
      shop(12),
      () => true,
      (micros) => micros * 12n,
    );
    expect(judgeAgain(without(12), slipped).verdict).toBe('quarantine');
  });
});

describe('nothing to pay', () => {
  const free = (key: string) => plan(key, [price(0n)]);

  it('never publishes zero where there was a price, also of another machine', () => {
    const next = repriced(
      shop(20),
      (index) => index === 3,
      () => 0n,
    );
    expect(codes(judgeAgain(shop(20), next))).toContain('hard zero-price');
    const reused = [plan('p1', [price(0n)], { vcpu: 9, mib: 9, gb: 9 }), ...shop(20).slice(1)];
    expect(codes(judgeAgain(shop(20), reused))).toContain('hard zero-price');
  });

  it('holds a new free plan, and keeps one that is known', () => {
    expect(codes(judgeAgain(shop(20), [...shop(20), free('gift')]))).toContain('hard zero-price');
    expect(judge([...shop(20), free('gift')], [...shop(20), free('gift')])).toEqual({ verdict: 'publish', findings: [] });
    expect(codes(judge([...shop(20), free('gift')], [...shop(20), plan('gift', [price(usd(3))])]))).toEqual(['soft zero-price']);
  });

  it('publishes a first batch with a free plan, not one of free plans', () => {
    expect(judge([], [...shop(3), free('gift')], { baseline: { kind: 'none' } }).verdict).toBe('publish');
    expect(judge([], [...shop(1), free('gift'), free('gift2')], { baseline: { kind: 'none' } }).verdict).toBe('quarantine');
  });
});

describe('without a published batch', () => {
  const bundled = (plans: readonly JudgedPlan[]) => ({ baseline: { kind: 'bundled' as const, plans, ageDays: 1300 } });

  it('publishes a first batch', () => {
    expect(codes(judge([], shop(4), { baseline: { kind: 'none' } }))).toEqual(['info first-batch']);
  });

  it.each([
    ['USD', 0.001, 'quarantine'],
    ['USD', 0.1095, 'publish'],
    ['USD', 5530, 'quarantine'],
    ['JPY', 5530, 'publish'],
  ])('reads %s %d a month for 1 GiB in a first batch', (currency, amount, verdict) => {
    const next = [...shop(3), plan('x', [price(usd(amount), 1, { currency })])];
    expect(judge([], next, { baseline: { kind: 'none' } }).verdict).toBe(verdict);
  });

  it('holds an absurd price of a new plan beside a published batch', () => {
    expect(codes(judgeAgain(shop(3), [...shop(3), plan('x', [price(usd(0.001))])]))).toContain('hard absurd-price');
    const unsized = plan('x', [price(usd(0.001))], { vcpu: 1, mib: null, gb: 10 });
    expect(codes(judgeAgain(shop(3), [...shop(3), unsized]))).toContain('hard absurd-price');
  });

  it('tells what changed since the bundled catalogue without holding it', () => {
    const next = [
      ...repriced(
        shop(12),
        () => true,
        (micros) => micros * 2n,
      ).slice(0, 6),
      plan('new', [price(usd(4))]),
    ];
    const { verdict, findings } = judge([], next, bundled(shop(12)));
    expect(verdict).toBe('publish');
    expect(findings.map((one) => one.severity)).not.toContain('soft');
    expect(findings[0]?.message).toContain('1300 days old');
  });

  it('never publishes a slip or another currency of the list against the bundled catalogue', () => {
    for (const factor of [12n, 100n, 1000n]) {
      const next = repriced(
        shop(12),
        (index) => index < 7,
        (micros) => micros * factor,
      );
      expect(judge([], next, { ...bundled(shop(12)), heldHash: judgedHash(next) }).verdict).toBe('quarantine');
    }
    const euros = shop(12).map((one) => withPrices(one, (old) => ({ ...old, currency: 'EUR' })));
    expect(judge([], euros, { ...bundled(shop(12)), heldHash: judgedHash(euros) }).verdict).toBe('quarantine');
  });

  it('never publishes zero where the bundled catalogue has a price', () => {
    const next = repriced(
      shop(12),
      (index) => index === 0,
      () => 0n,
    );
    expect(judge([], next, { ...bundled(shop(12)), heldHash: judgedHash(next) }).verdict).toBe('quarantine');
  });

  it('reads a single extreme price beside the bundled catalogue twice', () => {
    const next = repriced(
      shop(12),
      (index) => index === 0,
      (micros) => micros * 100n,
    );
    expect(judge([], next, bundled(shop(12))).verdict).toBe('quarantine');
    expect(judge([], next, { ...bundled(shop(12)), heldHash: judgedHash(next) }).verdict).toBe('publish');
  });
});

it('is confirmed by the batch that was held, not by another one', () => {
  const next = repriced(
    shop(12),
    () => true,
    (micros) => (micros * 120n) / 100n,
  );
  const other = repriced(
    shop(12),
    () => true,
    (micros) => (micros * 121n) / 100n,
  );
  expect(judge(shop(12), next, { heldHash: judgedHash(other) }).verdict).toBe('quarantine');
  expect(codes(judgeAgain(shop(12), next))).toEqual(['soft uniform-change', 'soft median-move', 'info confirmed']);
});
