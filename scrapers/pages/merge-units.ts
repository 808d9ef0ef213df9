/** The same plan shown more than once: by the month and by the year in two panels, or again further down the page. */
import type { FoundUnit } from './build-unit.ts';
import { countKinds, kindsIn } from './spec-kinds.ts';

/** A unit with the words around it. */
export interface PlacedUnit extends FoundUnit {
  readonly shared: readonly string[];
}

/** Puts together what is one plan: same name, same facts; prices of each showing are kept once. */
export function mergeUnits(units: readonly PlacedUnit[]): PlacedUnit[] {
  const merged = new Map<string, PlacedUnit>();
  for (const unit of units) {
    const key = identityOf(unit);
    const known = merged.get(key);
    merged.set(key, known ? withPricesOf(known, unit) : unit);
  }
  return withoutBare([...merged.values()]);
}

function identityOf({ unit, kinds, from, torn, shared }: PlacedUnit): string {
  if (unit.name === null && kinds === 0) return `at ${from}`;
  const facts = [...new Set(unit.lines.filter(isFact))].sort();
  return JSON.stringify([unit.name, facts, torn, unit.prices.length === 0 ? [] : null, facts.length === 0 ? shared : []]);
}

/** Facts hold whatever the term; prices and their notes do not. */
function isFact(line: string): boolean {
  return (
    /\d\s?(?:[kmgt]i?b|vcpu|cpu|v?cores?|[gm]bps|[gm]bit)|\b(?:ram|cpu|cores?|ssd|nvme|hdd)\b/i.test(line) &&
    (!/[$€£]/.test(line) || countKinds(kindsIn(line)) >= 2)
  );
}

function withPricesOf(known: PlacedUnit, other: PlacedUnit): PlacedUnit {
  const said = new Set(known.unit.prices.map((price) => JSON.stringify([price.text, price.per ?? null])));
  const added = other.unit.prices.filter((price) => !said.has(JSON.stringify([price.text, price.per ?? null])));
  return { ...known, unit: { ...known.unit, prices: [...known.unit.prices, ...added] } };
}

/** A comparison without prices repeats plans whose prices stand elsewhere: nothing is lost with it. */
function withoutBare(units: readonly PlacedUnit[]): PlacedUnit[] {
  const priced = new Set(units.flatMap(({ unit }) => (unit.prices.length > 0 && unit.name !== null ? [fold(unit.name)] : [])));
  return units.filter(({ unit }) => unit.prices.length > 0 || unit.name === null || !priced.has(fold(unit.name)));
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
