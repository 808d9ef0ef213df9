/** Price periods as points of a chart, a day each: where nobody looked there is a gap, never a line. */
import { type ComparedPeriod, countedPeriods } from '../../domain/price-history.ts';

/** One day of a series. */
export interface Point {
  /** Midnight UTC in epoch milliseconds. */
  readonly at: number;
  /** Price per month; null: nobody looked. */
  readonly price: number | null;
}

/** The points of offers that had the same history. */
export type Series = readonly Point[];

const DAY_MS = 86_400_000;

/** Lines that can still be told apart. */
const MOST_SERIES = 12;

/** Series of the periods that figures are made of; `days`: when the source was read, YYYY-MM-DD in order. */
export function chartSeries(periods: readonly ComparedPeriod[], days: readonly string[]): Series[] {
  const byOffer = new Map<string, Point[]>();
  for (const period of countedPeriods(periods)) {
    const seen = observedWithin(period, days).map((at): Point => ({ at, price: Number(period.perMonth) / 1e6 }));
    for (const offerId of period.offerIds) byOffer.set(offerId, [...(byOffer.get(offerId) ?? []), ...seen]);
  }
  const distinct = new Map([...byOffer.values()].map((points) => [JSON.stringify(points), points]));
  return [...distinct.values()].slice(0, MOST_SERIES).map(withGaps);
}

/** The first and the last day of a period were observed, whatever is known of the runs between them. */
function observedWithin({ observedFrom, observedTo }: ComparedPeriod, days: readonly string[]): number[] {
  const [from, to] = [observedFrom.slice(0, 10), observedTo.slice(0, 10)];
  const between = days.filter((day) => day > from && day < to);
  return [...new Set([from, ...between, to])].map((day) => Date.parse(day));
}

function withGaps(points: readonly Point[]): Point[] {
  const ordered = points.toSorted((a, b) => a.at - b.at);
  return ordered.flatMap((point, index) => {
    const before = ordered[index - 1];
    return before && point.at - before.at > DAY_MS ? [{ at: before.at + DAY_MS, price: null }, point] : [point];
  });
}

/** Points that no line touches. */
export function lonePoints(series: Series): Point[] {
  const isPoint = (index: number) => typeof series[index]?.price === 'number';
  return series.filter((_point, index) => isPoint(index) && !isPoint(index - 1) && !isPoint(index + 1));
}

/** Stretches of days between the first and the last on which nobody looked. */
export function gapCount(all: readonly Series[]): number {
  return new Set(all.flatMap((series) => series.filter(({ price }) => price === null).map(({ at }) => at))).size;
}
