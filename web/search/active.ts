/** The criteria that a search makes, in words. */
import { CRITERIA, type FilterName } from '../../domain/filter/criteria.ts';
import type { Criterion } from '../../domain/filter/criterion.ts';
import { DEFAULT_CURRENCY } from '../../domain/filter/parse.ts';
import { isFilterName, type Texts } from './address.ts';
import { valueName } from './choices.ts';
import { fieldOf } from './fields.ts';

/** Whether a parameter demands something of rows; others only shape what is shown. */
export function demands(name: FilterName): boolean {
  return (CRITERIA[name] as Criterion<unknown>).condition !== undefined;
}

/** Parameters of a search that a reader may want to take back. */
export function activeNames(texts: Texts): FilterName[] {
  return Object.keys(texts)
    .filter(isFilterName)
    .filter((name) => demands(name) || (name === 'includeUnknown' && texts[name] === 'true'));
}

type Wording = (value: string, currency: string) => string;
const atLeast: Wording = (value) => `at least ${value}`;

/** Criteria whose field's name and value alone do not make sense apart from the form. */
const WORDINGS: Readonly<Partial<Record<FilterName, readonly [label: string | null, wording: Wording]>>> = {
  minVcpu: [null, atLeast],
  minMemory: [null, atLeast],
  minDisk: [null, atLeast],
  minTransfer: [null, atLeast],
  minPort: [null, atLeast],
  ipv4: [null, atLeast],
  maxPrice: ['Price', (value, currency) => `at most ${value} ${currency} a month`],
  minPrice: ['Price', (value, currency) => `at least ${value} ${currency} a month`],
  maxSetupFee: ['Set-up fee', (value, currency) => `at most ${value} ${currency}`],
  term: [null, (value) => `${value} months`],
};

/** One criterion in words: "Memory: at least 2GB". */
export function criterionWords(name: FilterName, texts: Texts): string {
  const own = fieldOf(name).label;
  if (name === 'includeUnknown') return own;
  const [label, wording] = WORDINGS[name] ?? [];
  const value = valueName(name, texts[name] ?? '');
  return `${label ?? own}: ${wording?.(value, texts.currency ?? DEFAULT_CURRENCY) ?? value}`;
}
