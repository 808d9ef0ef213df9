/**
 * Money as integer micros of a currency. No floating point: a price of EUR 0.0072 an hour is 7200 micros, exactly.
 */

/** Millionths of one unit of a currency (USD 5.00 = 5_000_000n). */
export type Micros = bigint;

/** ISO 4217 alphabetic code, upper case. */
export type Currency = string;

/** An amount in one currency. */
export interface Money {
  readonly micros: Micros;
  readonly currency: Currency;
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,18}))?$/;

/**
 * Reads a plain decimal ("36.1496", 5, "0.00015") into micros; digits past the sixth are rounded half away from zero.
 * `scale` is the power of ten that the amount is counted in (-2: cents). Null when the text is not a plain decimal (exponents,
 * thousands marks, infinities, empty text).
 */
export function parseMicros(amount: string | number, scale = 0): Micros | null {
  const match = DECIMAL.exec(typeof amount === 'number' ? plainNumber(amount) : amount.trim());
  if (!match) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = BigInt(`${whole}${fraction}`);
  const below = fraction.length - 6 - scale;
  const micros = below > 0 ? divideRounded(digits, 10n ** BigInt(below)) : digits * 10n ** BigInt(-below);
  return sign === '-' ? -micros : micros;
}

/** JavaScript prints small numbers with an exponent (1e-7); prices that small are below a micro anyway. */
function plainNumber(value: number): string {
  const text = String(value);
  return /e/i.test(text) && Number.isFinite(value) ? value.toFixed(18) : text;
}

/** Micros as a decimal string with at least two and at most six decimals ("5.00", "0.0075"). */
export function formatMicros(micros: Micros): string {
  const sign = micros < 0n ? '-' : '';
  const absolute = micros < 0n ? -micros : micros;
  const fraction = (absolute % 1_000_000n)
    .toString()
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${sign}${absolute / 1_000_000n}.${fraction}`;
}

/** Integer division rounded half away from zero. The divisor must be positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor;
}
