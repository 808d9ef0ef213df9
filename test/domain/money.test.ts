import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideRounded, formatMicros, parseMicros } from '../../domain/money.ts';

const micros = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

describe('money', () => {
  test.each([
    ['36.1496', 36_149_600n],
    [0.0072, 7_200n],
    [5, 5_000_000n],
    [' 4.99 ', 4_990_000n],
    ['0.0000005', 1n],
    ['-0.0000005', -1n],
    ['0.00000049', 0n],
    [1e-7, 0n],
    ['0.9999999', 1_000_000n],
  ])('reads %s', (text, expected) => expect(parseMicros(text)).toBe(expected));

  test.each([
    '',
    ' ',
    '5.',
    '.5',
    '1e3',
    '1,234.56',
    '1.234,56',
    '٣',
    '0x10',
    '+5',
    'NaN',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    '1'.repeat(16),
  ])('does not read %s', (text) => expect(parseMicros(text)).toBeNull());

  test('what is printed is read back exactly', () => {
    fc.assert(fc.property(micros, (value) => parseMicros(formatMicros(value)) === value));
  });

  test('prints two to six decimals', () => {
    fc.assert(fc.property(micros, (value) => /^-?\d+\.\d{2,6}$/.test(formatMicros(value))));
    expect([0n, 1n, 100n, 7_500n, 5_000_000n, -1n].map(formatMicros)).toEqual([
      '0.00',
      '0.000001',
      '0.0001',
      '0.0075',
      '5.00',
      '-0.000001',
    ]);
  });

  test('text and number of the same decimal are the same money', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        (value) => parseMicros(value / 10_000) === parseMicros((value / 10_000).toFixed(4)),
      ),
    );
  });

  test('rounded division is odd, and never more than half a divisor away', () => {
    fc.assert(
      fc.property(micros, fc.bigInt({ min: 1n, max: 10n ** 12n }), (dividend, divisor) => {
        const quotient = divideRounded(dividend, divisor);
        const error = quotient * divisor - dividend;
        expect(2n * (error < 0n ? -error : error) <= divisor).toBe(true);
        expect(divideRounded(-dividend, divisor)).toBe(-quotient);
      }),
    );
    expect([5n, -5n, 4n].map((value) => divideRounded(value, 10n))).toEqual([1n, -1n, 0n]);
  });
});
