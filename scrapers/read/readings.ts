/** Readings of typed API fields: a value with the field that gave it ("memory = 2048") and the page it stands on. */
import type { Finding, ListedDisk, ListedPrice, Listing, Reading, Rejection, Size } from '../../domain/listing.ts';
import type { StorageType } from '../../domain/plan.ts';
import { quote } from './json.ts';

/** Makers of readings for one page. A field that is null or absent gives none. */
export interface PageReadings {
  /** A field that says the value itself; `as` gives it its unit or our word, undefined where it says nothing after all. */
  given<V, T>(field: string, value: V | null | undefined, as: (value: V) => T | undefined): Reading<T> | undefined;
  /** A value that several fields say together. */
  together<T>(said: string, is: T): Reading<T>;
  /** A value that the page says in words. */
  stated<T>(words: string, is: T): Reading<T>;
  /** A value that a named rule takes from what was said. */
  inferred<T>(rule: string, said: string, is: T): Reading<T>;
}

/** Readings of the page with that key. */
export function readingsOf(page: string): PageReadings {
  return {
    given(field, value, as) {
      if (value === null || value === undefined) return undefined;
      const is = as(value);
      return is === undefined ? undefined : { is, said: `${field} = ${quote(value)}`, how: 'given', page };
    },
    together: (said, is) => ({ is, said, how: 'given', page }),
    stated: (words, is) => ({ is, said: words, how: 'stated', page }),
    inferred: (rule, said, is) => ({ is, said, how: 'inferred', rule, page }),
  };
}

/** For fields that already hold the value. */
export const asIs = <T>(value: T): T => value;

/** For counts and rates where 0 is how the source says nothing: no reading. */
export const unlessZero =
  <T>(as: (value: number) => T) =>
  (value: number): T | undefined =>
    value === 0 ? undefined : as(value);

/** Bundled disks of one size; a size of 0 is a plan sold without one. */
export function oneDisk(size: Size, type: StorageType, count = 1): readonly ListedDisk[] {
  return size.amount === 0 ? [] : [{ size, count, type }];
}

/** A price field with its billing term. */
export interface Quote {
  readonly field: string;
  readonly value: string | number | null | undefined;
  readonly per: ListedPrice['per'];
}

/**
 * Regular prices of the fields that hold one, in order. A zero is a price only where the caller knows that the plan is free:
 * sources also write 0 for "not priced here", and a free server nobody offers would be good news invented.
 */
export function quotedPrices(readings: PageReadings, quotes: readonly Quote[], free = false): ListedPrice[] {
  return quotes.flatMap(({ field, value, per }) => {
    const amount = readings.given(field, value, asIs);
    return amount && (free || Number(amount.is) !== 0) ? [{ amount, per, phase: 'regular' as const }] : [];
  });
}

/** What price fields said, for a plan without any price. */
export function saidOf(quotes: readonly Quote[]): string {
  return quotes.map(({ field, value }) => `${field} = ${quote(value)}`).join(', ');
}

/** A plan as a reader leaves it: listed, or rejected; with what was noticed on the way. */
export interface PlanRead {
  readonly listing?: Listing;
  readonly rejection?: Rejection;
  readonly findings?: readonly Finding[];
}

/** All plans of a source, sorted into what an extraction holds. */
export function sortPlans(read: readonly PlanRead[]) {
  return {
    listings: read.flatMap((one) => one.listing ?? []),
    rejections: read.flatMap((one) => one.rejection ?? []),
    findings: read.flatMap((one) => one.findings ?? []),
  };
}
