/**
 * How alike two rows are: a distance between 0 (alike) and 1 over a few traits, each with its weight. A trait that is not
 * known of one of them is neither near nor far: it counts as half.
 */
import type { Micros } from '../money.ts';
import { withVersions } from '../technology.ts';
import { type Distances, type Trait, type Traits, WEIGHTS } from './traits.ts';
import { whyOf } from './why.ts';

/** A row near another one. */
export interface SimilarRow {
  readonly rowId: string;
  /** 0 to 1, three decimals. */
  readonly distance: number;
  readonly samePlan: boolean;
  /** What is alike and what is not, the weightiest first. */
  readonly why: readonly string[];
}

const NOT_KNOWN = 0.5;
/** One doubling of memory or price is as far as it gets; two of vCPUs and storage, which are sold in coarser steps. */
const DOUBLINGS = { memory: 1, price: 1, vcpu: 2, storage: 2 } as const;

/** The nearest first, other plans before those of the same plan, ties by id; the row itself is left out. */
export function rankSimilar(to: Traits, candidates: readonly Traits[], limit: number): SimilarRow[] {
  return candidates
    .filter(({ rowId }) => rowId !== to.rowId)
    .map((one) => {
      const distances = distancesOf(to, one);
      return { one, distances, distance: weighted(distances), samePlan: one.planId === to.planId };
    })
    .toSorted(
      (a, b) => Number(a.samePlan) - Number(b.samePlan) || a.distance - b.distance || (a.one.rowId < b.one.rowId ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ one, distances, distance, samePlan }) => ({ rowId: one.rowId, distance, samePlan, why: whyOf(to, one, distances) }));
}

/** Distance of each trait. */
export function distancesOf(a: Traits, b: Traits): Distances {
  return {
    price: byDoublings(number(a.priceEuroMicros), number(b.priceEuroMicros), DOUBLINGS.price),
    memory: byDoublings(a.memoryMib, b.memoryMib, DOUBLINGS.memory),
    vcpu: byDoublings(a.vcpu, b.vcpu, DOUBLINGS.vcpu),
    technology: technologyDistance(a.technology, b.technology),
    resourceModel: a.resourceModel === null || b.resourceModel === null ? null : Number(a.resourceModel !== b.resourceModel),
    storage: byDoublings(a.storageGb, b.storageGb, DOUBLINGS.storage),
    place: placeDistance(a, b),
  };
}

/** The weighted mean. */
export function weighted(distances: Distances): number {
  const traits = Object.keys(WEIGHTS) as Trait[];
  const total = traits.reduce((sum, trait) => sum + WEIGHTS[trait], 0);
  const sum = traits.reduce((so, trait) => so + WEIGHTS[trait] * (distances[trait] ?? NOT_KNOWN), 0);
  return Math.round((sum / total) * 1000) / 1000;
}

function byDoublings(a: number | null, b: number | null, most: number): number | null {
  if (a === null || b === null) return null;
  if (a === b) return 0;
  return a <= 0 || b <= 0 ? 1 : Math.min(1, Math.abs(Math.log2(a / b)) / most);
}

function technologyDistance(a: Traits['technology'], b: Traits['technology']): number | null {
  if (a === null || b === null) return null;
  if (a === b) return 0;
  const family = (['openvz', 'xen'] as const).find((name) => withVersions(name).includes(a) && withVersions(name).includes(b));
  return family ? 0.25 : 1;
}

/** A country in common, a continent in common, or neither. */
function placeDistance(a: Traits, b: Traits): number | null {
  const shared = (own: readonly string[], other: readonly string[]) => own.some((one) => other.includes(one));
  if (shared(a.countries, b.countries)) return 0;
  if (shared(a.regions, b.regions)) return 0.4;
  return a.countries.length === 0 || b.countries.length === 0 ? null : 1;
}

function number(micros: Micros | null): number | null {
  return micros === null ? null : Number(micros);
}
