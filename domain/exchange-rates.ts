/**
 * Currency conversion by dated reference rates. No rate, no conversion: there is no fallback rate anywhere.
 * Conversions truncate to whole micros, in the same integer arithmetic as the SQL beside it, so that both always agree.
 */
import { type Currency, type Micros, parseMicros } from './money.ts';

/** The base of all stored rates: the European Central Bank quotes every currency against the euro. */
export const RATE_BASE = 'EUR';

/** Reference rates of one day: how many units of each currency one euro bought, in micros (USD 1.1534 = 1_153_400n). */
export interface RateTable {
  /** Day of the rates, YYYY-MM-DD. */
  readonly date: string;
  /** Micros of the currency per euro; the euro itself is implied. */
  readonly perEuro: ReadonlyMap<Currency, bigint>;
}

/** Rates from plain decimals ("1.1534"). Entries that are no positive decimal are left out. */
export function rateTable(date: string, rates: Readonly<Record<Currency, string | number>>): RateTable {
  const perEuro = new Map<Currency, bigint>();
  for (const [currency, rate] of Object.entries(rates)) {
    const micros = parseMicros(rate);
    if (micros !== null && micros > 0n) perEuro.set(currency, micros);
  }
  return { date, perEuro };
}

/** Micros of the currency per euro, or null where that day had no rate for it. */
export function ratePerEuro(rates: RateTable, currency: Currency): bigint | null {
  return currency === RATE_BASE ? 1_000_000n : (rates.perEuro.get(currency) ?? null);
}

/** An amount of a currency in euro micros, truncated; null without a rate. */
export function toEuroMicros(micros: Micros, currency: Currency, rates: RateTable): Micros | null {
  const rate = ratePerEuro(rates, currency);
  return rate === null ? null : (micros * 1_000_000n) / rate;
}

/** An amount in another currency, truncated to micros; unchanged where both are the same; null without a rate. */
export function convert(micros: Micros, from: Currency, to: Currency, rates: RateTable): Micros | null {
  if (from === to) return micros;
  const [rateFrom, rateTo] = [ratePerEuro(rates, from), ratePerEuro(rates, to)];
  return rateFrom === null || rateTo === null ? null : (micros * rateTo) / rateFrom;
}
