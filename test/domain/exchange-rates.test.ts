import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, ratePerEuro, rateTable, toEuroMicros } from '../../domain/exchange-rates.ts';

const rates = rateTable('2026-08-14', { USD: '1.1534', GBP: 0.8651, JPY: '170.12', XAU: 0, BAD: 'n/a', NEG: -1 });
const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'JPY');
const micros = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('exchange rates', () => {
  test('keep what is a positive decimal', () => {
    expect([...rates.perEuro]).toEqual([
      ['USD', 1_153_400n],
      ['GBP', 865_100n],
      ['JPY', 170_120_000n],
    ]);
    expect([ratePerEuro(rates, 'EUR'), ratePerEuro(rates, 'USD'), ratePerEuro(rates, 'XAU')]).toEqual([
      1_000_000n,
      1_153_400n,
      null,
    ]);
  });

  test('no rate, no conversion', () => {
    expect(convert(5n, 'EUR', 'CHF', rates)).toBeNull();
    expect(convert(5n, 'CHF', 'EUR', rates)).toBeNull();
    expect(toEuroMicros(5n, 'CHF', rates)).toBeNull();
    expect(convert(5n, 'CHF', 'CHF', rates)).toBe(5n);
  });

  test('converts by hand', () => {
    expect(convert(5_000_000n, 'USD', 'EUR', rates)).toBe(4_335_009n);
    expect(toEuroMicros(5_000_000n, 'USD', rates)).toBe(4_335_009n);
    expect(convert(1_000_000n, 'EUR', 'JPY', rates)).toBe(170_120_000n);
  });

  test('euro and back is never more, and less by what truncation loses', () => {
    fc.assert(
      fc.property(micros, currency, currency, (amount, from, to) => {
        const there = convert(amount, from, to, rates) ?? -1n;
        const back = convert(there, to, from, rates) ?? -1n;
        expect(there >= 0n && back <= amount).toBe(true);
        // One truncated micro of `to` is worth this many of `from`.
        const step = (ratePerEuro(rates, from) ?? 0n) / (ratePerEuro(rates, to) ?? 1n) + 2n;
        expect(amount - back <= step).toBe(true);
      }),
    );
  });

  test('more money is never worth less, and euros agree with converting to euros', () => {
    fc.assert(
      fc.property(micros, micros, currency, currency, (a, b, from, to) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        expect((convert(small, from, to, rates) ?? 1n) <= (convert(large, from, to, rates) ?? -1n)).toBe(true);
        expect(toEuroMicros(a, from, rates)).toBe(convert(a, from, 'EUR', rates));
      }),
    );
  });
});
