/** What the history of prices says: the periods compared in one currency, its lows and highs, and how far it carries. Pure. */
import { type CostQuestion, cheapestCost, costOptions } from './comparable.ts';
import { convert, type RateTable } from './exchange-rates.ts';
import { type Currency, formatMicros, type Micros } from './money.ts';
import { type PriceJson, priceFromJson } from './price-json.ts';
import { msBetween } from './utc-time.ts';

/** Who found a price wrong, when (ISO time), and why. */
export interface VoidMark {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** An interval in which one set of prices was observed. Times are ISO. */
export interface PricePeriod {
  readonly offerId: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly prices: readonly PriceJson[];
  readonly priceHash: string;
  /** Hash of what was sold: prices of different machines are never compared. */
  readonly machineHash: string;
  readonly open: boolean;
  /** Set where the price was found wrong. */
  readonly voided: VoidMark | null;
}

/** What prices are compared by. All periods are converted by the same rates, so that a moving currency is no change. */
export interface PriceQuestion extends CostQuestion {
  readonly currency: Currency;
  readonly rates: RateTable;
}

/** A period of one or several offers that had the same history. */
export interface ComparedPeriod {
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly open: boolean;
  readonly prices: readonly PriceJson[];
  readonly offerIds: readonly string[];
  /** Comparable price per month in micros of the asked currency. */
  readonly perMonth: Micros | null;
  /** Why lows, highs and percentiles leave it out; null: they do not. */
  readonly leftOut: 'voided' | 'other-machine' | 'no-comparable-price' | null;
  readonly voided: VoidMark | null;
}

/** A low or a high: the offers that had it last, and since when and until when they were seen to. */
export interface Extreme {
  readonly perMonth: string;
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly offerIds: readonly string[];
}

/** How much was seen. */
export interface Coverage {
  readonly firstObservedAt: string | null;
  readonly lastObservedAt: string | null;
  readonly days: number;
  readonly periods: number;
  readonly publishedRuns: number;
  /** Whether it is enough to say "lowest ever" or to rank the current price. */
  readonly enough: boolean;
}

/** Rank of the current price; `percentile` null says why in `reason`. */
export interface Standing {
  readonly percentile: number | null;
  readonly lowestEver: boolean | null;
  readonly reason: string | null;
}

/** Fewer say nothing about a price: two readings of a young source are no history. */
const ENOUGH_DAYS = 30;
const ENOUGH_RUNS = 10;
const DAY_MS = 86_400_000;

/** Comparable price per month in micros of the asked currency; null where there is none. */
export function comparableOf(prices: readonly PriceJson[], question: PriceQuestion): Micros | null {
  const cost = cheapestCost(costOptions(prices.map(priceFromJson)), question, question.rates);
  return cost && convert(cost.perMonthMicros, cost.option.currency, question.currency, question.rates);
}

/** Periods in order of time, those that several offers share told once. What is sold now decides which machine counts. */
export function comparedPeriods(periods: readonly PricePeriod[], question: PriceQuestion): ComparedPeriod[] {
  const newest = periods.reduce<PricePeriod | null>((last, one) => (last && last.lastSeenAt > one.lastSeenAt ? last : one), null);
  const groups = new Map<string, PricePeriod[]>();
  for (const period of periods) {
    const { firstSeenAt, lastSeenAt, priceHash, machineHash, open, voided } = period;
    const key = JSON.stringify([firstSeenAt, lastSeenAt, priceHash, machineHash, open, voided]);
    groups.set(key, [...(groups.get(key) ?? []), period]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const perMonth = comparableOf(first.prices, question);
    const leftOut = first.voided !== null ? 'voided' : first.machineHash !== newest?.machineHash ? 'other-machine' : null;
    return [
      {
        observedFrom: first.firstSeenAt,
        observedTo: first.lastSeenAt,
        open: first.open,
        prices: first.prices,
        offerIds: group.map(({ offerId }) => offerId),
        perMonth,
        voided: first.voided,
        leftOut: leftOut ?? (perMonth === null ? ('no-comparable-price' as const) : null),
      },
    ];
  });
}

/** The periods that lows, highs and percentiles are made of. */
export function countedPeriods(periods: readonly ComparedPeriod[]): ComparedPeriod[] {
  return periods.filter(({ leftOut }) => leftOut === null);
}

/** The lowest (or highest) price observed, with the offers that had it last; null without any. */
export function extreme(counted: readonly ComparedPeriod[], which: 'lowest' | 'highest'): Extreme | null {
  const prices = counted.flatMap(({ perMonth }) => perMonth ?? []);
  const [first] = prices.toSorted((a, b) => (a === b ? 0 : a < b === (which === 'lowest') ? -1 : 1));
  if (first === undefined) return null;
  const having = counted.filter(({ perMonth }) => perMonth === first);
  const observedTo = maxOf(having.map((period) => period.observedTo));
  const last = having.filter((period) => period.observedTo === observedTo);
  return {
    perMonth: formatMicros(first),
    observedFrom: minOf(last.map((period) => period.observedFrom)),
    observedTo,
    offerIds: last.flatMap(({ offerIds }) => offerIds).toSorted(),
  };
}

/** The span of the counted periods; null without any. */
export function spanOf(counted: readonly ComparedPeriod[]): { readonly from: string; readonly to: string } | null {
  if (counted.length === 0) return null;
  const [from, to] = [counted.map((period) => period.observedFrom), counted.map((period) => period.observedTo)];
  return { from: minOf(from), to: maxOf(to) };
}

/** How much the counted periods saw. */
export function coverageOf(counted: readonly ComparedPeriod[], publishedRuns: number): Coverage {
  const span = spanOf(counted);
  const days = span ? Math.floor(msBetween(span.from, span.to) / DAY_MS) : 0;
  return {
    firstObservedAt: span?.from ?? null,
    lastObservedAt: span?.to ?? null,
    days,
    periods: counted.length,
    publishedRuns,
    enough: days >= ENOUGH_DAYS && publishedRuns >= ENOUGH_RUNS,
  };
}

/** The share of the observed time, in percent, in which it was cheaper than now; null with the reason where nobody can tell. */
export function standingOf(current: Micros | null, counted: readonly ComparedPeriod[], coverage: Coverage): Standing {
  const unknown = (reason: string): Standing => ({ percentile: null, lowestEver: null, reason });
  if (current === null) return unknown('there is no comparable price now');
  if (!coverage.enough) {
    const seen = `observed for ${coverage.days} days in ${coverage.publishedRuns} published runs`;
    return unknown(`${seen}: it takes ${ENOUGH_DAYS} days and ${ENOUGH_RUNS} runs to rank a price`);
  }
  const timeOf = (periods: readonly ComparedPeriod[]) => periods.reduce((sum, period) => sum + weightOf(period), 0);
  const cheaper = counted.filter(({ perMonth }) => perMonth !== null && perMonth < current);
  const total = timeOf(counted);
  if (total === 0) return unknown('no price was seen twice');
  return { percentile: Math.round((1000 * timeOf(cheaper)) / total) / 10, lowestEver: cheaper.length === 0, reason: null };
}

/** Observed time of all offers of a period. */
function weightOf({ observedFrom, observedTo, offerIds }: ComparedPeriod): number {
  return msBetween(observedFrom, observedTo) * offerIds.length;
}

function minOf(times: readonly string[]): string {
  return times.reduce((first, time) => (time < first ? time : first));
}

function maxOf(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last));
}
