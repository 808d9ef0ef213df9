/** What a change of prices comes to: one price per month before and after, in the seller's own currency. */
import { type CostOption, cheapestCost, costOptions, DEFAULT_HORIZON_MONTHS } from '../comparable.ts';
import { rateTable } from '../exchange-rates.ts';
import { type Currency, divideRounded, formatMicros, type Micros } from '../money.ts';
import { type PriceJson, priceFromJson } from '../price-json.ts';

/** A price per month (set-up and introductory price spread over the default horizon), before and after. */
export interface PriceMove {
  readonly currency: Currency;
  readonly from: string;
  readonly to: string;
  /** One decimal; null: from nothing. */
  readonly percent: number | null;
}

/** The move of prices; null where there is none, or no currency that both are quoted in. */
export function priceMove(before: readonly PriceJson[], after: readonly PriceJson[]): PriceMove | null {
  const [old, now] = [costOptions(before.map(priceFromJson)), costOptions(after.map(priceFromJson))];
  const currency = now.find((option) => old.some((other) => other.currency === option.currency))?.currency;
  if (currency === undefined) return null;
  const [from, to] = [perMonth(old, currency), perMonth(now, currency)];
  if (from === null || to === null) return null;
  return { currency, from: formatMicros(from), to: formatMicros(to), percent: percentOf(from, to) };
}

/** Within one currency it takes no exchange rate, so that a moving one is no change. */
function perMonth(options: readonly CostOption[], currency: Currency): Micros | null {
  const own = options.filter((option) => option.currency === currency);
  const question = { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null };
  return cheapestCost(own, question, rateTable('', { [currency]: 1 }))?.perMonthMicros ?? null;
}

function percentOf(from: Micros, to: Micros): number | null {
  return from === 0n ? null : Number(divideRounded((to - from) * 1000n, from)) / 10;
}
