/** What can be chosen where a parameter takes one of a few words. */
import { CRITERIA, type FilterName } from '../../domain/filter/criteria.ts';
import { SORT_NAMES, SORTS, type SortName } from '../../domain/filter/sort.ts';
import * as names from '../words/names.ts';

/** One choice: the parameter's text and its name. */
export type Choice = readonly [value: string, label: string];

type Names = Readonly<Record<string, string>>;

const LABELS: Readonly<Partial<Record<FilterName, Names>>> = {
  technology: names.TECHNOLOGY_NAMES,
  resourceModel: names.RESOURCE_MODEL_NAMES,
  productType: names.PRODUCT_NAMES,
  architecture: names.ARCHITECTURE_NAMES,
  diskType: names.STORAGE_NAMES,
  region: names.REGION_NAMES,
  availability: names.STOCK_NAMES,
  state: names.STATE_NAMES,
};
const YES_OR_NO: Names = { true: 'yes', false: 'no' };

/** What stands for a parameter that is not given. */
const UNASKED: Readonly<Partial<Record<FilterName, string>>> = {
  availability: 'any but sold out',
  state: 'any but withdrawn',
  productType: 'any but dedicated servers',
  currency: 'USD',
};

/** Words of the database: the countries and currencies that there are. */
export interface KnownWords {
  readonly countries: readonly string[];
  readonly currencies: readonly string[];
}

/** The choices of a parameter, the unasked one first; null where it takes free text. */
export function choicesOf(name: FilterName, known: KnownWords): readonly Choice[] | null {
  const words = wordsOf(name, known);
  return words && [['', UNASKED[name] ?? 'any'], ...words.map((word): Choice => [word, wordName(name, word)])];
}

function wordsOf(name: FilterName, known: KnownWords): readonly string[] | null {
  if (name === 'country') return known.countries.toSorted((a, b) => (names.countryName(a) < names.countryName(b) ? -1 : 1));
  if (name === 'currency') return known.currencies;
  const { words }: { readonly words: readonly string[] | null } = CRITERIA[name].kind;
  return words && words.length > 0 ? words : null;
}

/** A parameter's value for people: "KVM, Xen" for "kvm,xen". */
export function valueName(name: FilterName, text: string): string {
  return text
    .split(',')
    .map((word) => wordName(name, word))
    .join(', ');
}

function wordName(name: FilterName, word: string): string {
  if (name === 'country') return names.countryName(word);
  const labels = LABELS[name] ?? YES_OR_NO;
  return labels[word] ?? word;
}

const SORT_LABELS: Readonly<Partial<Record<SortName, readonly [natural: string, reversed: string]>>> = {
  price: ['Price, lowest first', 'Price, highest first'],
  'price-per-gb-memory': ['Price per GB of memory', 'Price per GB of memory, highest first'],
  'price-per-vcpu': ['Price per vCPU', 'Price per vCPU, highest first'],
  'price-per-tb-disk': ['Price per TB of storage', 'Price per TB of storage, highest first'],
  'price-per-tb-transfer': ['Price per TB of transfer', 'Price per TB of transfer, highest first'],
  memory: ['Memory, least first', 'Memory, most first'],
  vcpu: ['vCPUs, fewest first', 'vCPUs, most first'],
  disk: ['Storage, least first', 'Storage, most first'],
  newest: ['Newest first', 'Oldest first'],
  changed: ['Last changed first', 'Longest unchanged first'],
  drop: ['Greatest price drop', 'Smallest price drop'],
};

/** Every order; the usual one goes without saying. */
export function sortChoices(): readonly Choice[] {
  return SORT_NAMES.flatMap((name): Choice[] => {
    const means = SORTS[name].means.replace(/\.$/, '');
    const [natural, reversed] = SORT_LABELS[name] ?? [means, `${means}, reversed`];
    return [
      [name === 'price' ? '' : name, natural],
      [`-${name}`, reversed],
    ];
  });
}
