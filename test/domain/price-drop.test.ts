import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateTable } from '../../domain/exchange-rates.ts';
import { comparableEuro, priceDrop } from '../../domain/price-drop.ts';
import { price } from './plausibility-catalogues.ts';

const rates = rateTable('2026-11-20', { USD: '1.25' });
const past = (dollars: number, day: number) => ({
  prices: [price(BigInt(dollars) * 1_000_000n)],
  lastSeenAt: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`,
});
const now = (dollars: number) => [price(BigInt(dollars) * 1_000_000n)];

describe('priceDrop', () => {
  it('is the fall from the dearest earlier price, in millionths, with the time it was last asked', () => {
    expect(priceDrop(now(8), [past(9, 1), past(10, 2), past(7, 3)], rates)).toEqual({
      ppm: 200_000,
      from: '2026-11-02T00:00:00.000Z',
    });
  });

  it('is none where the price rose, stayed, or has nothing to be compared with', () => {
    expect(priceDrop(now(10), [past(10, 1), past(9, 2)], rates)).toBeNull();
    expect(priceDrop(now(10), [], rates)).toBeNull();
  });

  it('is none without a rate: no rate, no comparable', () => {
    const none = rateTable('', {});
    expect(comparableEuro(now(8), none)).toBeNull();
    expect(priceDrop(now(8), [past(10, 1)], none)).toBeNull();
    const euro = [price(8_000_000n, 1, { currency: 'EUR' })];
    expect(priceDrop(euro, [past(16, 1)], none)).toBeNull();
    expect(priceDrop(euro, [past(16, 1)], rates)).toMatchObject({ ppm: 375_000 });
  });

  it('lies between nothing and everything, and is the largest of the single falls', () => {
    const dollars = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(dollars, fc.array(dollars, { maxLength: 6 }), (current, earlier) => {
        const drop = priceDrop(
          now(current),
          earlier.map((one, day) => past(one, day + 1)),
          rates,
        );
        const highest = Math.max(0, ...earlier);
        if (highest <= current) expect(drop).toBeNull();
        else {
          // Both are truncated to whole micros of a euro on the way.
          expect(drop?.ppm).toBeGreaterThan(0);
          expect(Math.abs((drop?.ppm ?? 0) - (1 - current / highest) * 1e6)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
