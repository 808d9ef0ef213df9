/**
 * Many filters asked about one row at once: which of them show it? Filters are kept as paths of conditions that share their
 * beginnings; a row walks only the branches whose condition it meets, so that the cost follows the filters that fit, not those
 * that there are. The conditions, and whether they hold, are the search's own.
 */
import type { CostQuestion } from '../comparable.ts';
import type { Condition, ListFact, TextFact } from '../filter/condition.ts';
import { conditionsOf, type FilterContext } from '../filter/conditions.ts';
import type { OfferFilter } from '../filter/criteria.ts';
import { costOf, holds } from '../filter/predicate.ts';
import { canonicalJson } from '../identity.ts';
import type { SearchFacts } from '../search-facts.ts';
import { type KeyedFact, keysOf, type RowKeys } from './row-keys.ts';

/** An index of filters by number. */
export interface FilterIndex {
  /** Adds a filter; a number is used once. */
  add(id: number, filter: OfferFilter): void;
  /** Numbers of the filters that show the row, in no order. */
  match(facts: SearchFacts): number[];
  /** Filters in it. */
  readonly size: number;
}

interface Node {
  readonly ids: number[];
  /** Branches that a row can only meet with one of these values. */
  readonly keyed: Map<KeyedFact, Map<string, Branch[]>>;
  /** Branches by price, dearest limit first once sorted; one list for each question of cost. */
  readonly priced: Map<string, { readonly cost: CostQuestion; readonly branches: PricedBranch[]; sorted: boolean }>;
  readonly plain: Branch[];
  /** Branch by number of its test. */
  readonly branches: Map<number, Branch>;
}

interface Branch {
  readonly test: Test;
  readonly node: Node;
  /** The row that took it last: several keys can lead to it. */
  taken: number;
}

interface PricedBranch extends Branch {
  readonly limit: bigint;
}

/** A distinct condition; `lenient`: unknown passes as well. */
interface Test {
  readonly number: number;
  readonly condition: Condition;
  readonly lenient: boolean;
  readonly keys: RowKeys;
  /** The row it was asked of last, and what it answered. */
  asked: number;
  passed: boolean;
}

/** Where a criterion stands in a path: what nearly every filter has first, then what tells most rows apart, prices last. */
const ORDER: Readonly<Record<string, number>> = { provider: 1, location: 2, city: 3, country: 4, cpuName: 5, q: 6, region: 7 };
const COSTLY: ReadonlySet<string> = new Set(['maxPrice', 'minPrice', 'maxSetupFee']);

/** Makes an empty index for an hour and a table of rates. Filters that count days from now belong into one of that hour. */
export function createFilterIndex(context: FilterContext): FilterIndex {
  const root = newNode();
  const tests = new Map<string, Test>();
  let rows = 0;
  let size = 0;

  const testOf = (condition: Condition, lenient: boolean): Test => {
    const key = canonicalJson([condition, lenient]);
    const known = tests.get(key);
    if (known) return known;
    const keys = lenient ? null : keysOf(condition);
    const made: Test = { number: tests.size, condition, lenient, keys, asked: 0, passed: false };
    tests.set(key, made);
    return made;
  };

  const passes = (test: Test, facts: SearchFacts): boolean => {
    if (test.asked === rows) return test.passed;
    const held = holds(test.condition, facts, context.rates);
    test.asked = rows;
    test.passed = held ?? test.lenient;
    return test.passed;
  };

  const walk = (node: Node, facts: SearchFacts, costs: Map<string, bigint | null>, found: number[]): void => {
    for (const id of node.ids) found.push(id);
    const take = (branch: Branch): void => {
      if (branch.taken === rows) return;
      branch.taken = rows;
      if (passes(branch.test, facts)) walk(branch.node, facts, costs, found);
    };
    for (const branch of node.plain) take(branch);
    for (const [fact, byValue] of node.keyed) {
      for (const value of valuesOf(facts, fact)) for (const branch of byValue.get(value) ?? []) take(branch);
    }
    for (const [key, priced] of node.priced) {
      if (!costs.has(key)) costs.set(key, costOf(facts, priced.cost, context.rates));
      const cost = costs.get(key) ?? null;
      if (cost === null) continue;
      if (!priced.sorted) {
        priced.branches.sort((a, b) => (a.limit === b.limit ? 0 : a.limit > b.limit ? -1 : 1));
        priced.sorted = true;
      }
      for (const branch of priced.branches) {
        if (branch.limit < cost) break;
        walk(branch.node, facts, costs, found);
      }
    }
  };

  return {
    add(id, filter) {
      size++;
      const lenient = filter.includeUnknown ?? false;
      const ordered = conditionsOf(filter, context)
        .map(({ name, asked, condition }) => ({ rank: rankOf(name, asked), condition }))
        .toSorted((a, b) => a.rank - b.rank);
      let node = root;
      for (const { condition } of ordered) {
        const test = testOf(condition, lenient);
        if (test.keys === 'none') return;
        node = branchOf(node, test).node;
      }
      node.ids.push(id);
    },
    match(facts) {
      rows++;
      const found: number[] = [];
      walk(root, facts, new Map(), found);
      return found;
    },
    get size() {
      return size;
    },
  };
}

function rankOf(name: string, asked: boolean): number {
  if (!asked) return 0;
  return COSTLY.has(name) ? 100 : (ORDER[name] ?? 50);
}

function newNode(): Node {
  return { ids: [], keyed: new Map(), priced: new Map(), plain: [], branches: new Map() };
}

function branchOf(node: Node, test: Test): Branch {
  const known = node.branches.get(test.number);
  if (known) return known;
  const branch: Branch = { test, node: newNode(), taken: 0 };
  node.branches.set(test.number, branch);
  const { condition, keys, lenient } = test;
  if (!lenient && condition.op === 'cost-at-most') {
    const key = `${condition.cost.horizonMonths} ${condition.cost.termMonths}`;
    const priced = node.priced.get(key) ?? { cost: condition.cost, branches: [], sorted: true };
    priced.branches.push({ ...branch, limit: condition.euroMicros });
    priced.sorted = false;
    node.priced.set(key, priced);
  } else if (keys === null || keys === 'none') node.plain.push(branch);
  else {
    const byValue = node.keyed.get(keys.fact) ?? new Map<string, Branch[]>();
    for (const value of keys.values) byValue.set(value, [...(byValue.get(value) ?? []), branch]);
    node.keyed.set(keys.fact, byValue);
  }
  return branch;
}

function valuesOf(facts: SearchFacts, fact: TextFact | ListFact): readonly string[] {
  const value = facts[fact];
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}
