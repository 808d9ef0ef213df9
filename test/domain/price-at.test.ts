import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricesThen } from '../../domain/price-at.ts';
import type { ComparedPeriod } from '../../domain/price-history.ts';

const period = (from: string, to: string, more: Partial<ComparedPeriod> = {}): ComparedPeriod => ({
  observedFrom: `${from}T00:00:00.000Z`,
  observedTo: `${to}T00:00:00.000Z`,
  open: false,
  prices: [],
  offerIds: ['a@x'],
  perMonth: 5_000_000n,
  leftOut: null,
  voided: null,
  ...more,
});
const first = period('2021-05-27', '2022-10-13');
const second = period('2023-07-24', '2024-01-01', { open: true });

describe('what it cost at a time', () => {
  it('is the price of the period around it, a year counting from the newest observation', () => {
    expect(pricesThen([first, second], '2022-01-01T00:00:00.000Z')?.observed).toEqual([first]);
    expect(pricesThen([first, second], '10d')).toMatchObject({ time: '2023-12-22T00:00:00.000Z', observed: [second] });
  });

  it('is bounded by its neighbours where nobody looked', () => {
    const then = pricesThen([first, second], '365d');
    expect(then).toEqual({ time: '2023-01-01T00:00:00.000Z', observed: [], before: first, after: second });
    expect(pricesThen([first], '2020-01-01T00:00:00.000Z')).toMatchObject({ observed: [], before: null, after: first });
  });

  it('passes over what was voided and what was another machine; of nothing it says nothing', () => {
    const voided = period('2022-01-01', '2022-02-01', { leftOut: 'voided' });
    const other = period('2020-01-01', '2020-02-01', { leftOut: 'other-machine' });
    expect(pricesThen([voided, other, second], '2022-01-15T00:00:00.000Z')).toMatchObject({
      observed: [],
      before: null,
      after: second,
    });
    expect(pricesThen([voided, other], '365d')).toBeNull();
    expect(pricesThen([], '365d')).toBeNull();
  });

  it('never names a neighbour beside an observation, nor one on the wrong side', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(1_500_000_000_000 + days * 86_400_000).toISOString());
    const periods = fc.array(
      fc.tuple(day, day).map(([a, b]) => ({ ...first, observedFrom: a < b ? a : b, observedTo: a < b ? b : a })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(periods, day, (all, time) => {
        const then = pricesThen(all, time);
        expect(then === null).toBe(all.length === 0);
        if (then === null) return;
        const { observed, before, after } = then;
        expect(observed.length > 0).toBe(before === null && after === null);
        expect(before === null || before.observedTo < time).toBe(true);
        expect(after === null || after.observedFrom > time).toBe(true);
      }),
    );
  });
});
