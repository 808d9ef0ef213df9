/** The traits that likeness is judged by, and how much each counts. */
import type { Micros } from '../money.ts';
import type { SearchFacts } from '../search-facts.ts';

/** What likeness is judged by. */
export interface Traits
  extends Pick<
    SearchFacts,
    'rowId' | 'planId' | 'memoryMib' | 'vcpu' | 'storageGb' | 'technology' | 'resourceModel' | 'countries' | 'regions'
  > {
  /** Comparable price per month; null: none. */
  readonly priceEuroMicros: Micros | null;
}

/** How much each trait counts: what a buyer pays and gets in memory counts most. */
export const WEIGHTS = {
  price: 3,
  memory: 3,
  vcpu: 2,
  technology: 2,
  resourceModel: 2,
  storage: 1,
  place: 1,
} as const;
export type Trait = keyof typeof WEIGHTS;

/** Distance of each trait, 0 to 1; null: not known of one of them. */
export type Distances = Readonly<Record<Trait, number | null>>;
