/** Prices in JSON: amounts as decimal strings of the currency, as the public contract writes them. */
import { formatMicros, type Micros, parseMicros } from './money.ts';
import type { Price } from './offer.ts';

/** A price of the public contract. */
export interface PriceJson {
  readonly termMonths: number | null;
  readonly hourly: boolean;
  readonly amount: string;
  readonly currency: string;
  readonly setupFee: string | null;
  readonly phase: 'introductory' | 'regular';
  readonly renewal: string | null;
  readonly taxIncluded: boolean | null;
  readonly promoCode: string | null;
  readonly expiresAt: string | null;
  readonly how: Price['how'];
}

/** Writes a price. */
export function priceToJson(price: Price): PriceJson {
  return {
    termMonths: price.termMonths,
    hourly: price.hourly,
    amount: formatMicros(price.micros),
    currency: price.currency,
    setupFee: price.setupFeeMicros === null ? null : formatMicros(price.setupFeeMicros),
    phase: price.phase,
    renewal: price.renewalMicros === null ? null : formatMicros(price.renewalMicros),
    taxIncluded: price.taxIncluded,
    promoCode: price.promoCode,
    expiresAt: price.expiresAt,
    how: price.how,
  };
}

/** Reads a price that `priceToJson` wrote. Throws on anything else: stored prices are ours. */
export function priceFromJson(price: PriceJson): Price {
  return {
    termMonths: price.termMonths,
    hourly: price.hourly,
    micros: micros(price.amount),
    currency: price.currency,
    setupFeeMicros: price.setupFee === null ? null : micros(price.setupFee),
    phase: price.phase,
    renewalMicros: price.renewal === null ? null : micros(price.renewal),
    taxIncluded: price.taxIncluded,
    promoCode: price.promoCode,
    expiresAt: price.expiresAt,
    how: price.how,
  };
}

function micros(amount: string): Micros {
  const value = parseMicros(amount);
  if (value === null) throw new Error(`stored amount "${amount}" is no plain decimal`);
  return value;
}
