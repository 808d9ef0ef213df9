/** Parameters into a filter and back. */
import { z } from 'zod';
import { type RateTable, ratePerEuro } from '../exchange-rates.ts';
import { canonicalJson, shortHash } from '../identity.ts';
import { parseMicros } from '../money.ts';
import { CRITERIA, type FilterName, type OfferFilter } from './criteria.ts';
import type { Criterion } from './criterion.ts';
import { type FieldError, type ParamInput, type Parsed, paramTexts } from './params.ts';

/** Currency of a filter's amounts where none is given. */
export const DEFAULT_CURRENCY = 'USD';

/** The table as a list; each criterion goes with values of its own parameter only. */
export const criteria = Object.entries(CRITERIA) as unknown as readonly (readonly [FilterName, Criterion<unknown>])[];

const filterSchema = z.object(
  Object.fromEntries(criteria.map(([name, { kind }]) => [name, kind.schema.optional()])),
) as unknown as z.ZodType<OfferFilter>;

export interface ParseOptions {
  /** Where given, currencies must have a rate. */
  readonly rates?: RateTable;
  /** Parameters that are somebody else's to read. */
  readonly others?: readonly string[];
}

/** Reads a filter, or says everything that is wrong with it. */
export function parseFilter(input: ParamInput, options: ParseOptions = {}): Parsed<OfferFilter> {
  const { texts, errors } = paramTexts(input);
  return parseFilterTexts(texts, errors, options);
}

/** The same for parameters already made into texts, of which `wrong` are the errors. */
export function parseFilterTexts(
  texts: ReadonlyMap<string, string>,
  wrong: readonly FieldError[],
  { rates, others = [] }: ParseOptions,
): Parsed<OfferFilter> {
  const unknown = [...texts.keys()].filter((field) => !Object.hasOwn(CRITERIA, field) && !others.includes(field));
  const errors = [...wrong, ...unknown.map((field) => ({ field, message: 'is not a parameter of this search' }))];
  const read = filterSchema.safeParse(Object.fromEntries([...texts].filter(([field]) => Object.hasOwn(CRITERIA, field))));
  if (!read.success) {
    return {
      ok: false,
      errors: [...errors, ...read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))],
    };
  }
  errors.push(...contradictions(read.data), ...(rates ? withoutRate(read.data, rates) : []));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: read.data };
}

/** The filter as canonical parameters in the order of the table: `parseFilter` of them is the filter again. */
export function filterToParams(filter: OfferFilter): Record<string, string> {
  const given = criteria.filter(([name]) => filter[name] !== undefined);
  return Object.fromEntries(given.map(([name, { kind }]) => [name, kind.write(filter[name])]));
}

/** Short hash of what a filter asks; equal filters, equal hash. */
export function filterHash(filter: OfferFilter): string {
  return shortHash(canonicalJson(filterToParams(filter)));
}

function contradictions(filter: OfferFilter): FieldError[] {
  const errors: FieldError[] = [];
  for (const [name, { kind, upTo }] of criteria) {
    const [least, most] = [filter[name], filter[upTo as FilterName]];
    if (least === undefined || most === undefined || !isAbove(least, most)) continue;
    const upper = (CRITERIA[upTo as FilterName] as Criterion<unknown>).kind.write(most);
    errors.push({ field: name, message: `${kind.write(least)} is above ${upTo} (${upper})` });
  }
  const sold = filter.provider?.filter((provider) => !filter.excludeProvider?.includes(provider));
  if (sold?.length === 0) errors.push({ field: 'excludeProvider', message: 'excludes every provider that is asked for' });
  return errors;
}

/** Numbers compare as such, amounts as decimals. */
function isAbove(least: unknown, most: unknown): boolean {
  if (typeof least === 'number' && typeof most === 'number') return least > most;
  const [a, b] = [parseMicros(String(least)), parseMicros(String(most))];
  return a !== null && b !== null && a > b;
}

function withoutRate(filter: OfferFilter, rates: RateTable): FieldError[] {
  const asksMoney = filter.maxPrice !== undefined || filter.minPrice !== undefined || filter.maxSetupFee !== undefined;
  const currency = filter.currency ?? (asksMoney ? DEFAULT_CURRENCY : null);
  if (currency === null || ratePerEuro(rates, currency) !== null) return [];
  const known = ['EUR', ...rates.perEuro.keys()].toSorted();
  return [
    { field: 'currency', message: `there is no exchange rate for ${currency}: use one of ${[...new Set(known)].join(', ')}` },
  ];
}
