/** What a change comes to for one watch: its prices as the watch compares them. */
import { type CostOption, type CostQuestion, cheapestCost, costOptions } from '../comparable.ts';
import { convert, type RateTable, rateTable } from '../exchange-rates.ts';
import type { Currency, Micros } from '../money.ts';
import { priceFromJson } from '../price-json.ts';
import type { OwnPrice, Sighting, Standing } from './decide.ts';
import { type Occurrence, pricesOf, type View } from './occurrence.ts';

/** By what a watch compares prices. */
export interface WatchPrices extends CostQuestion {
  readonly currency: Currency;
  readonly rates: RateTable;
  /** Of `price-below`; null: no limit. */
  readonly thresholdMicros: Micros | null;
}

/** The view of a change that is cheapest for the watch; null: of none. Views without a comparable price come last. */
export function cheapestView(views: readonly View[], prices: WatchPrices): View | null {
  let best: { readonly view: View; readonly euro: Micros | null } | null = null;
  for (const view of views) {
    const euro = cheapestCost(view.facts.options, prices, prices.rates)?.perMonthEuroMicros ?? null;
    if (best === null || (euro !== null && (best.euro === null || euro < best.euro))) best = { view, euro };
  }
  return best?.view ?? null;
}

/** What the watch sees. */
export function sightingOf(occurrence: Occurrence, view: View, prices: WatchPrices, now: string): Sighting {
  const own = ownPrice(view.facts.options, prices);
  const old = optionsBefore(occurrence);
  const oldOwn = own && within(old, prices, own.currency);
  const before = cheapestCost(old, prices, prices.rates);
  const oldAsked = before && convert(before.perMonthMicros, before.option.currency, prices.currency, prices.rates);
  return {
    kind: occurrence.kind,
    observedAt: occurrence.observedAt,
    own,
    fell: own !== null && oldOwn !== null && own.micros < oldOwn,
    dropPpm: view.drop !== null && view.drop.until > now ? view.drop.ppm : null,
    heldBefore: oldAsked === null || prices.thresholdMicros === null ? null : oldAsked <= prices.thresholdMicros,
  };
}

/** How a plan stands for the watch, of the views that its search lets through. */
export function standingOf(views: readonly View[], prices: WatchPrices, now: string): Standing {
  const view = cheapestView(views, prices);
  const own = view && ownPrice(view.facts.options, prices);
  return {
    own,
    micros: own && convert(own.micros, own.currency, prices.currency, prices.rates),
    dropPpm: view?.drop && view.drop.until > now ? view.drop.ppm : null,
  };
}

/** The cheapest way to pay as the seller quotes it. */
export function ownPrice(options: readonly CostOption[], prices: WatchPrices): OwnPrice | null {
  const cost = cheapestCost(options, prices, prices.rates);
  return cost && { micros: cost.perMonthMicros, currency: cost.option.currency };
}

/** The cheapest way to pay before, in the currency of now: within one currency no exchange rate moves anything. */
export function ownBefore(occurrence: Occurrence, own: OwnPrice, prices: WatchPrices): Micros | null {
  return within(optionsBefore(occurrence), prices, own.currency);
}

function within(options: readonly CostOption[], question: CostQuestion, currency: Currency): Micros | null {
  const same = options.filter((option) => option.currency === currency);
  return cheapestCost(same, question, rateTable('', { [currency]: 1 }))?.perMonthMicros ?? null;
}

function optionsBefore({ kind, before }: Occurrence): CostOption[] {
  return kind === 'price' ? costOptions(pricesOf(before).map(priceFromJson)) : [];
}
