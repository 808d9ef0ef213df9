/** What something cost at one time, as far as anybody saw: the periods around it. Pure. */
import type { ComparedPeriod } from './price-history.ts';
import { hoursLater } from './utc-time.ts';

/** The prices around a time. Where it was not observed then, the observations next to it bound what nobody saw. */
export interface PricesThen {
  /** Canonical UTC time. */
  readonly time: string;
  /** Periods in which that time lies; several where offers of a row cost differently. */
  readonly observed: readonly ComparedPeriod[];
  /** The last observed before, where it was not observed then. */
  readonly before: ComparedPeriod | null;
  /** The first observed after, where it was not observed then. */
  readonly after: ComparedPeriod | null;
}

/**
 * Prices at a time: a canonical one, or an age in days ("365d") back from the newest observation. Voided prices are not what it
 * cost, those of another machine are of something else: both are passed over. Null where nothing was ever observed.
 */
export function pricesThen(periods: readonly ComparedPeriod[], at: string): PricesThen | null {
  const own = periods.filter(({ leftOut }) => leftOut === null || leftOut === 'no-comparable-price');
  const newest = own.reduce((last, { observedTo }) => (observedTo > last ? observedTo : last), '');
  if (newest === '') return null;
  const days = /^(\d+)d$/.exec(at)?.[1];
  const time = days === undefined ? at : hoursLater(newest, -24 * Number(days));
  const observed = own.filter(({ observedFrom, observedTo }) => observedFrom <= time && time <= observedTo);
  if (observed.length > 0) return { time, observed, before: null, after: null };
  const earlier = own.filter(({ observedTo }) => observedTo < time);
  const later = own.filter(({ observedFrom }) => observedFrom > time);
  return {
    time,
    observed,
    before: earlier.reduce<ComparedPeriod | null>((last, one) => (last && last.observedTo >= one.observedTo ? last : one), null),
    after: later.reduce<ComparedPeriod | null>(
      (first, one) => (first && first.observedFrom <= one.observedFrom ? first : one),
      null,
    ),
  };
}
