import { describe, expect, test } from 'vitest';
import type { ListedPrice, Reading } from '../../domain/listing.ts';
import { parseMicros } from '../../domain/money.ts';
import { type PriceConventions, readPrices } from '../../domain/read-prices.ts';

const given = <T>(is: T): Reading<T> => ({ is, said: String(is), how: 'given', page: 'prices' });
const price = (amount: string | number, more: Partial<ListedPrice> = {}): ListedPrice => ({
  amount: given(amount),
  per: { hours: 1 },
  phase: 'regular',
  ...more,
});
const conventions: PriceConventions = { currency: 'EUR', taxIncluded: null };
const read = (listed: readonly ListedPrice[], more: Partial<PriceConventions> = {}) => {
  const result = readPrices(listed, { ...conventions, ...more });
  if (!result.ok) throw new Error(result.code);
  return result.prices.map(({ micros, currency, hourly, termMonths, how }) => [
    micros,
    currency,
    hourly ? 'hour' : termMonths,
    how,
  ]);
};

describe('the month of an hourly price', () => {
  test('has 730 hours', () => {
    expect(read([price('0.01')])).toEqual([
      [10_000n, 'EUR', 'hour', 'given'],
      [7_300_000n, 'EUR', 1, 'inferred'],
    ]);
  });

  test('has as many hours as the source charges at most', () => {
    expect(read([price('0.01')], { hoursPerMonth: 672 })[1]).toEqual([6_720_000n, 'EUR', 1, 'inferred']);
  });

  test('is the stated one where there is one', () => {
    expect(read([price('0.01'), price(5, { per: { months: 1 } })], { hoursPerMonth: 672 })).toHaveLength(2);
  });

  test('is told once for each currency that lacks it', () => {
    const dollar = { currency: given('USD') };
    expect(read([price('0.01'), price('0.02', dollar), price('0.03'), price(9, { per: { months: 1 } })])).toEqual([
      [10_000n, 'EUR', 'hour', 'given'],
      [20_000n, 'USD', 'hour', 'given'],
      [30_000n, 'EUR', 'hour', 'given'],
      [9_000_000n, 'EUR', 1, 'given'],
      [14_600_000n, 'USD', 1, 'inferred'],
    ]);
  });
});

describe('a price counted in another scale', () => {
  test.each([
    [1.488, -2, 14_880n],
    ['0.744', -2, 7440n],
    [71.4286, -2, 714_286n],
    [760_000_000, -8, 7_600_000n],
    [49, -8, 0n],
    [50, -8, 1n],
    ['-1.5', -2, -15_000n],
    [3, 2, 300_000_000n],
    ['0.0000015', 0, 2n],
  ])('%s with scale %i', (amount, scale, micros) => {
    expect(parseMicros(amount, scale)).toBe(micros);
  });

  test('counts its fees so too', () => {
    const result = readPrices([price(100, { scale: -2, setupFee: given(250), renewal: given('300') })], conventions);
    expect(result.ok && result.prices[0]).toMatchObject({
      micros: 1_000_000n,
      setupFeeMicros: 2_500_000n,
      renewalMicros: 3_000_000n,
    });
  });
});

test('the end of a price is told in UTC; unreadable, it is unknown', () => {
  const ends = (text: string) => {
    const result = readPrices([price(1, { expiresAt: given(text) })], conventions);
    return result.ok && result.prices[0]?.expiresAt;
  };
  expect(ends('2024-09-06T02:00:00+02:00')).toBe('2024-09-06T00:00:00.000Z');
  expect(ends('soon')).toBeNull();
});
