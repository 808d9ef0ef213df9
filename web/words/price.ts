/** What a row costs, in words: as the seller sells it. */
import { type Cost, cheapestCost, costOptions } from '../../domain/comparable.ts';
import { formatMicros, type Micros } from '../../domain/money.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import { type PriceJson, priceFromJson } from '../../domain/price-json.ts';
import { money, term } from './amounts.ts';

/** A price in the seller's own currency and term. */
export interface OwnPrice {
  readonly words: string;
  /** Whether it says more than the comparable price does. */
  readonly differs: boolean;
  /** Whether the comparable price is a conversion of it. */
  readonly converted: boolean;
}

/** The price that the comparable one is made of; null where there is none. */
export function ownPrice(prices: readonly PriceJson[], question: PriceQuestion): OwnPrice | null {
  const cost = cheapestCost(costOptions(prices.map(priceFromJson)), question, question.rates);
  if (!cost) return null;
  const converted = cost.option.currency !== question.currency;
  const { termMonths, introductoryMicros, setupFeeMicros } = cost.option;
  return {
    words: optionWords(cost),
    differs: converted || termMonths !== 1 || introductoryMicros !== null || setupFeeMicros > 0n,
    converted,
  };
}

function optionWords({ option }: Cost): string {
  const amount = (micros: Micros) => money(formatMicros(micros), option.currency);
  const each = `${amount(option.regularMicros)} / ${term({ hourly: false, termMonths: option.termMonths })}`;
  const setup = option.setupFeeMicros > 0n ? ` + ${amount(option.setupFeeMicros)} set-up` : '';
  return option.introductoryMicros === null
    ? `${each}${setup}`
    : `first ${amount(option.introductoryMicros)}, then ${each}${setup}`;
}

/** One price as listed: "0.0345 EUR / hour". */
export function listedPrice(price: PriceJson): string {
  return `${money(price.amount, price.currency)} / ${term(price)}`;
}
