/**
 * Every figure of the gate, with its reason. Factors are two-sided: 1.5 stands for ×1.5 and ÷1.5 alike. "Recorded" refers to
 * the provider pages listed in `docs/data-sources.md`.
 */

/**
 * From here on a person decides whether a price was misread. Every unit or term slip from a tenfold one upwards lies beyond
 * (÷10 of 4.99 rounded to cents is 9.98; ÷12 of 5.00 is 11.9). Among the recordings of Linode (2018 to 2023) and Scaleway (2020
 * to 2026) one real move is as large: STARDUST1-S fell from EUR 3.35 to EUR 0.1095 a month (÷30.6) after 2023-06-13.
 */
export const EXTREME_FACTOR = 9.5;

/** A single price beyond this has to be read twice (the limit that EU Cloud Prices uses upwards). */
export const JUMP_FACTOR = 1.5;

/**
 * Many prices beyond this are a term misread (a quarter ×3, half a year ×6), not a sale or a re-pricing: halved and doubled
 * lists do happen and only have to be read twice.
 */
export const MASS_JUMP_FACTOR = 2.5;

/** A median plan beyond this means that the price list as a whole has moved. */
export const MEDIAN_FACTOR = 1.1;

/** Prices moved "by the same factor" differ by no more than this: 20 % on 4.99 is 5.99, ×1.2004. */
export const UNIFORM_TOLERANCE = 1.01;

/** Up to here a price has not moved: shops that convert from another currency drift by this much within days. */
export const STILL_FACTOR = 1.01;

/** An exact slip is named when the factor is met within half a percent. */
export const SLIP_TOLERANCE = 0.005;

/** Factors by which a misread unit or term changes a price, with what was taken for what. Hours a month: 672, 720, 730, 744. */
export const SLIPS: readonly (readonly [factor: number, means: string])[] = [
  [10, 'a decimal mark'],
  [12, 'years for months'],
  [24, 'two years for months, or days for hours'],
  [30, 'months for days'],
  [36, 'three years for months'],
  [60, 'five years for months, or hours for minutes'],
  [100, 'cents for whole units'],
  [365, 'years for days'],
  [672, 'months of 672 hours for hours'],
  [720, 'months of 720 hours for hours'],
  [730, 'months for hours'],
  [744, 'months of 744 hours for hours'],
  [1000, 'thousandths for whole units'],
  [1024, '1024 of a unit for one'],
  [8760, 'years for hours'],
  [1_000_000, 'millionths for whole units'],
];

/** A tenth of the plans gone is a page that was not read, until a person says otherwise. */
export const VANISHED_SHARE = 0.1;

/** Below this many plans one of them is more than a tenth: one that is gone has to be missed twice. */
export const TINY_CATALOGUE = 10;

/** A fifth of the listings newly rejected: the reader does not understand the page any more. */
export const REJECTED_SHARE = 0.2;

/**
 * Regular prices a month that a first batch may hold, in units of the currencies below. Recorded: from EUR 0.1095
 * (Scaleway STARDUST1-S, 2026-03-31) to USD 5530 (Linode g7-premium-64, 2023-07-24); yearly offers in forum posts from
 * USD 0.249. Bounds are five times below and eighteen times above.
 */
export const MONTHLY_BOUNDS: readonly [number, number] = [0.02, 100_000];

/**
 * The same for each GiB of memory. Recorded: from EUR 0.1095 (STARDUST1-S) to EUR 66.29 (Scaleway POP2-HN-10, 2026-03-31).
 * Bounds are five times below and fifteen times above.
 */
export const MONTHLY_PER_GIB_BOUNDS: readonly [number, number] = [0.02, 1000];

/** Currencies worth between half a euro and two euros in the ECB rates of 2018-09-12 and 2022-07-08; others have no bounds. */
export const BOUNDED_CURRENCIES: ReadonlySet<string> = new Set(['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD']);

/** A third of the plans, and never a single one: a change of the list, not of a plan. */
export function isMany(count: number, total: number): boolean {
  return count >= 2 && count * 3 >= total;
}

/** Many, and at least three: what small shops do with two plans on one day is not held for a person. */
export function isMass(count: number, total: number): boolean {
  return count >= 3 && isMany(count, total);
}

/** Whether a factor (after ÷ before) lies beyond a two-sided limit. */
export function isBeyond(factor: number, limit: number): boolean {
  // The hair's breadth keeps a price that moved by exactly the limit on the near side, both up and down.
  return Math.max(factor, 1 / factor) > limit * (1 + 1e-9);
}
