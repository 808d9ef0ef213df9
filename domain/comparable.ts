/**
 * The comparable price: what a plan costs a month over a horizon, with set-up fee and introductory months spread over it.
 * Exact integer arithmetic with two truncating divisions, repeated to the letter in SQL (`db/queries/price-sql.ts`).
 */
import { type RateTable, toEuroMicros } from './exchange-rates.ts';
import type { Currency, Micros } from './money.ts';
import type { Price } from './offer.ts';

/** Horizon of comparable prices where nobody asks for another one, in months. */
export const DEFAULT_HORIZON_MONTHS = 12;

/** One way to pay for a plan: a billing term, its regular price, its introductory price where there is one. */
export interface CostOption {
  readonly termMonths: number;
  readonly regularMicros: Micros;
  /** Price of the first term, where it differs. */
  readonly introductoryMicros: Micros | null;
  /** 0 where none is stated; `setupFeeKnown` says which. */
  readonly setupFeeMicros: Micros;
  readonly setupFeeKnown: boolean;
  readonly currency: Currency;
  readonly taxIncluded: boolean | null;
}

/** What is asked of a comparable price. */
export interface CostQuestion {
  readonly horizonMonths: number;
  /** Only prices of this billing term; null: any. */
  readonly termMonths: number | null;
}

/** The cheapest applicable option with its cost. */
export interface Cost {
  readonly option: CostOption;
  /** Per month in the option's own currency, truncated to micros. */
  readonly perMonthMicros: Micros;
  /** The same in euro micros, by which costs of all currencies are ordered and limited. */
  readonly perMonthEuroMicros: Micros;
}

/** The ways to pay that a set of prices offers. Introductory prices without a stated regular price are no option. */
export function costOptions(prices: readonly Price[]): CostOption[] {
  const terms = prices.filter((price) => price.termMonths !== null && !price.hourly);
  const regular = terms.filter((price) => price.phase === 'regular');
  const renewed = terms.filter(
    (price) => price.phase === 'introductory' && price.renewalMicros !== null && !regular.some((other) => sameTerm(other, price)),
  );
  return [...regular, ...renewed].map((price) => {
    const first = terms.find((other) => other.phase === 'introductory' && sameTerm(other, price)) ?? null;
    const setup = first?.setupFeeMicros ?? price.setupFeeMicros;
    return {
      termMonths: price.termMonths ?? 1,
      regularMicros: price.phase === 'regular' ? price.micros : (price.renewalMicros ?? price.micros),
      introductoryMicros: first?.micros ?? null,
      setupFeeMicros: setup ?? 0n,
      setupFeeKnown: setup !== null,
      currency: price.currency,
      taxIncluded: price.taxIncluded,
    };
  });
}

function sameTerm(a: Price, b: Price): boolean {
  return a.termMonths === b.termMonths && a.currency === b.currency;
}

/** Cost per month of one option over a horizon, in its currency, truncated to micros. */
export function perMonthMicros(option: CostOption, horizonMonths: number): Micros {
  const [term, horizon] = [BigInt(option.termMonths), BigInt(horizonMonths)];
  const first = option.introductoryMicros === null ? 0n : term < horizon ? term : horizon;
  const total =
    option.setupFeeMicros * term + (option.introductoryMicros ?? 0n) * first + option.regularMicros * (horizon - first);
  return total / (term * horizon);
}

/**
 * The cheapest way to pay: among the options whose term fits into the horizon, else among those of the shortest term.
 * Null where nothing applies or no rate is known for any of them: no rate, no comparable.
 */
export function cheapestCost(options: readonly CostOption[], question: CostQuestion, rates: RateTable): Cost | null {
  const asked = ofTerm(options, question.termMonths);
  const longest = Math.max(question.horizonMonths, Math.min(...asked.map((option) => option.termMonths)));
  let cheapest: Cost | null = null;
  for (const option of asked) {
    if (option.termMonths > longest) continue;
    const perMonth = perMonthMicros(option, question.horizonMonths);
    const euro = toEuroMicros(perMonth, option.currency, rates);
    if (euro !== null && (cheapest === null || euro < cheapest.perMonthEuroMicros)) {
      cheapest = { option, perMonthMicros: perMonth, perMonthEuroMicros: euro };
    }
  }
  return cheapest;
}

/** The lowest stated set-up fee of a term (null: of any) in euro micros; null where none is stated or none has a rate. */
export function lowestSetupFee(options: readonly CostOption[], termMonths: number | null, rates: RateTable): Micros | null {
  return ofTerm(options, termMonths)
    .filter((option) => option.setupFeeKnown)
    .map((option) => toEuroMicros(option.setupFeeMicros, option.currency, rates))
    .reduce((lowest, fee) => (fee !== null && (lowest === null || fee < lowest) ? fee : lowest), null);
}

function ofTerm(options: readonly CostOption[], termMonths: number | null): readonly CostOption[] {
  return termMonths === null ? options : options.filter((option) => option.termMonths === termMonths);
}
