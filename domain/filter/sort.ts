/** The orders of a search, in one table: what each sorts by and which way. Ties go by row id; unknown is always last. */
import { cheapestCost } from '../comparable.ts';
import type { SearchFacts } from '../search-facts.ts';
import { type Unit, unitPrice } from '../unit-price.ts';
import type { NumberFact, TimeFact } from './condition.ts';
import { costQuestionOf, type FilterContext } from './conditions.ts';
import type { OfferFilter } from './criteria.ts';

/** What a row is ordered by. Prices are comparable ones in euro micros, over the filter's horizon and term. */
export type SortKey =
  | { readonly by: 'price' }
  | { readonly by: 'unit-price'; readonly fact: NumberFact; readonly unit: Unit }
  | { readonly by: 'amount'; readonly fact: NumberFact }
  | { readonly by: 'time'; readonly fact: TimeFact }
  /** Of the last assessment. */
  | { readonly by: 'risk' }
  /** Fall of the price in millionths, while it counts. */
  | { readonly by: 'drop' };

interface SortOrder {
  readonly key: SortKey;
  readonly greatestFirst: boolean;
  readonly means: string;
}

const unitPriceOf = (fact: NumberFact, unit: Unit): SortKey => ({ by: 'unit-price', fact, unit });

export const SORTS = {
  price: { key: { by: 'price' }, greatestFirst: false, means: 'Comparable price per month.' },
  'price-per-gb-memory': { key: unitPriceOf('memoryMib', 'gbMemory'), greatestFirst: false, means: 'Price per GB of memory.' },
  'price-per-vcpu': { key: unitPriceOf('vcpu', 'vcpu'), greatestFirst: false, means: 'Price per vCPU.' },
  'price-per-tb-disk': { key: unitPriceOf('storageGb', 'tb'), greatestFirst: false, means: 'Price per TB of storage.' },
  'price-per-tb-transfer': {
    key: unitPriceOf('transferGb', 'tb'),
    greatestFirst: false,
    means: 'Price per TB of transfer; unmetered transfer has no amount to divide by.',
  },
  memory: { key: { by: 'amount', fact: 'memoryMib' }, greatestFirst: false, means: 'Memory.' },
  vcpu: { key: { by: 'amount', fact: 'vcpu' }, greatestFirst: false, means: 'vCPUs.' },
  disk: { key: { by: 'amount', fact: 'storageGb' }, greatestFirst: false, means: 'Bundled storage.' },
  newest: { key: { by: 'time', fact: 'firstSeenAt' }, greatestFirst: true, means: 'First seen, newest first.' },
  changed: { key: { by: 'time', fact: 'lastChangedAt' }, greatestFirst: true, means: 'Last changed, latest first.' },
  risk: {
    key: { by: 'risk' },
    greatestFirst: false,
    means: 'Risk of overselling, lowest first; rows without a level are unknown.',
  },
  drop: { key: { by: 'drop' }, greatestFirst: true, means: 'Fall of the price in 30 days, greatest first.' },
} as const satisfies Readonly<Record<string, SortOrder>>;

export type SortName = keyof typeof SORTS;
export const SORT_NAMES = Object.keys(SORTS) as SortName[];

/** An order, possibly the other way round. */
export interface Sort {
  readonly name: SortName;
  readonly reversed: boolean;
}

export const DEFAULT_SORT: Sort = { name: 'price', reversed: false };

/** Reads "price" or "-price"; null for no such order. */
export function readSort(text: string): Sort | null {
  const reversed = text.startsWith('-');
  const name = SORT_NAMES.find((candidate) => candidate === (reversed ? text.slice(1) : text));
  return name ? { name, reversed } : null;
}

/** The text that `readSort` reads. */
export function writeSort({ name, reversed }: Sort): string {
  return `${reversed ? '-' : ''}${name}`;
}

/** Whether the greatest key comes first. */
export function isDescending({ name, reversed }: Sort): boolean {
  return SORTS[name].greatestFirst !== reversed;
}

/** Facts with what only orders look at. */
export interface RankedFacts extends SearchFacts {
  readonly dropPpm: number | null;
  /** Of the last assessment, in thousandths; null: unknown. */
  readonly riskScore: number | null;
  /** Canonical UTC time. */
  readonly dropUntil: string | null;
}

/** What a row is ordered by; null where it is not known. */
export function sortKey(
  facts: RankedFacts,
  { name }: Sort,
  filter: OfferFilter,
  context: FilterContext,
): bigint | number | string | null {
  const key: SortKey = SORTS[name].key;
  switch (key.by) {
    case 'price':
      return priceOf(facts, filter, context);
    case 'unit-price': {
      const price = priceOf(facts, filter, context);
      return price === null ? null : unitPrice(price, facts[key.fact], key.unit);
    }
    case 'amount':
    case 'time':
      return facts[key.fact];
    case 'risk':
      return facts.riskScore;
    case 'drop':
      return facts.dropUntil !== null && facts.dropUntil > context.now ? facts.dropPpm : null;
  }
}

/** Rows in order. */
export function sorted<Facts extends RankedFacts>(
  rows: readonly Facts[],
  sort: Sort,
  filter: OfferFilter,
  context: FilterContext,
): Facts[] {
  const direction = isDescending(sort) ? -1 : 1;
  return rows
    .map((facts) => ({ facts, key: sortKey(facts, sort, filter, context) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? byId(a.facts, b.facts) : a.key === null ? 1 : -1;
      return a.key < b.key ? -direction : a.key > b.key ? direction : byId(a.facts, b.facts);
    })
    .map(({ facts }) => facts);
}

function byId(a: SearchFacts, b: SearchFacts): number {
  return a.rowId < b.rowId ? -1 : 1;
}

function priceOf(facts: SearchFacts, filter: OfferFilter, { rates }: FilterContext): bigint | null {
  return cheapestCost(facts.options, costQuestionOf(filter), rates)?.perMonthEuroMicros ?? null;
}
