/** The fall of a row's price: from the highest price of the last 30 days to what it costs now. */
import { cheapestCost, costOptions, DEFAULT_HORIZON_MONTHS } from './comparable.ts';
import type { RateTable } from './exchange-rates.ts';
import type { Micros } from './money.ts';
import type { Price } from './offer.ts';

/** How far back a fall is looked for. */
export const DROP_WINDOW_DAYS = 30;

/** An earlier price of the same machine. */
export interface EarlierPrice {
  readonly prices: readonly Price[];
  /** ISO time. */
  readonly lastSeenAt: string;
}

/** A fall in millionths of the earlier price, and when that earlier price was last seen. */
export interface PriceDrop {
  readonly ppm: number;
  readonly from: string;
}

/** Comparable price of a set of prices in euro micros at the default horizon. */
export function comparableEuro(prices: readonly Price[], rates: RateTable): Micros | null {
  const cost = cheapestCost(costOptions(prices), { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null }, rates);
  return cost?.perMonthEuroMicros ?? null;
}

/**
 * The fall against the dearest earlier price. Both are converted by the same rates, so that a moving currency is no fall.
 * Null where the price did not fall.
 */
export function priceDrop(current: readonly Price[], earlier: readonly EarlierPrice[], rates: RateTable): PriceDrop | null {
  const now = comparableEuro(current, rates);
  if (now === null) return null;
  let best: PriceDrop | null = null;
  for (const past of earlier) {
    const before = comparableEuro(past.prices, rates);
    if (before === null || before <= now) continue;
    const ppm = Number(((before - now) * 1_000_000n) / before);
    if (best === null || ppm > best.ppm) best = { ppm, from: past.lastSeenAt };
  }
  return best;
}
