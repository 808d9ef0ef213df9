/**
 * Many filters asked about one row at once: which of them show it? A row walks only the branches of the tree of filters whose
 * condition it meets and below which a price can be met, so that the cost follows the filters that fit, not those that there
 * are. The conditions, and whether they hold, are the search's own.
 */
import type { CostQuestion } from '../comparable.ts';
import type { Condition, ListFact, TextFact } from '../filter/condition.ts';
import { conditionsOf, type FilterContext } from '../filter/conditions.ts';
import type { OfferFilter } from '../filter/criteria.ts';
import { costOf, holds } from '../filter/predicate.ts';
import type { SearchFacts } from '../search-facts.ts';
import {
  endHere,
  type FilterBranch,
  type FilterNode,
  type FilterTest,
  highestPriceOf,
  newNode,
  newTest,
  nodeBehind,
} from './filter-tree.ts';
import { reached } from './limit-list.ts';

/** An index of filters by number. */
export interface FilterIndex {
  /** Adds a filter; a number is used once. */
  add(id: number, filter: OfferFilter): void;
  /** Numbers of the filters that show the row, in no order. */
  match(facts: SearchFacts): number[];
  /** Filters in it. */
  readonly size: number;
}

/** Where a criterion stands in a path: what nearly every filter has first, then what tells most rows apart, prices last. */
const ORDER: Readonly<Record<string, number>> = {
  provider: 1,
  location: 2,
  city: 3,
  country: 4,
  cpuName: 5,
  q: 6,
  region: 7,
  maxSetupFee: 97,
  minPrice: 98,
  maxPrice: 99,
};

/** Makes an empty index for an hour and a table of rates. Filters that count days from now belong into one of that hour. */
export function createFilterIndex(context: FilterContext): FilterIndex {
  const root = newNode();
  const tests = new Map<string, FilterTest>();
  const questions = new Map<string, number>();
  const costs: CostQuestion[] = [];
  let size = 0;
  let rows = 0;

  const testOf = (condition: Condition, lenient: boolean): FilterTest => {
    const key = `${lenient} ${JSON.stringify(condition, bigintAsText)}`;
    const known = tests.get(key);
    if (known) return known;
    const made = newTest(tests.size, condition, lenient);
    tests.set(key, made);
    return made;
  };

  const questionOf = (cost: CostQuestion): number => {
    const key = `${cost.horizonMonths} ${cost.termMonths}`;
    const known = questions.get(key);
    if (known !== undefined) return known;
    questions.set(key, costs.length);
    return costs.push(cost) - 1;
  };

  return {
    add(id, filter) {
      size++;
      const lenient = filter.includeUnknown ?? false;
      const ordered = conditionsOf(filter, context)
        .map(({ name, asked, condition }) => ({ rank: asked ? (ORDER[name] ?? 50) : 0, condition }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ condition }) => condition);
      const last = ordered.at(-1);
      const price = last ? highestPriceOf(last, lenient) : null;
      if (price) ordered.pop();
      const path = [root];
      for (const condition of ordered) {
        const test = testOf(condition, lenient);
        if (test.keys === 'none') return;
        path.push(nodeBehind(path.at(-1) as FilterNode, test));
      }
      endHere(path, id, price && { question: questionOf(price.cost), limit: price.euroMicros });
    },
    match(facts) {
      const walk: Walk = { row: ++rows, facts, context, costs, known: [], found: [] };
      if (isWithin(root, walk)) visit(root, walk);
      return walk.found;
    },
    get size() {
      return size;
    },
  };
}

/** One row on its way through the tree. */
interface Walk {
  readonly row: number;
  readonly facts: SearchFacts;
  readonly context: FilterContext;
  readonly costs: readonly CostQuestion[];
  /** What the row costs by each question, as far as it was asked; NaN: nothing can be said. */
  readonly known: (number | undefined)[];
  readonly found: number[];
}

function visit(node: FilterNode, walk: Walk): void {
  if (node.ids) for (const id of node.ids) walk.found.push(id);
  if (node.prices) {
    for (let question = 0; question < node.prices.length; question++) {
      const list = node.prices[question];
      if (!list) continue;
      const within = reached(list, costBy(question, walk));
      for (let at = 0; at < within; at++) walk.found.push(list.items[at] as number);
    }
  }
  if (node.plain) for (const branch of node.plain) follow(branch, walk);
  if (node.keyed) {
    for (const [fact, byValue] of node.keyed) {
      for (const value of valuesOf(walk.facts, fact)) {
        const branches = byValue.get(value);
        if (branches) for (const branch of branches) follow(branch, walk);
      }
    }
  }
  if (node.limited) {
    for (const { fact, sign, list } of node.limited) {
      const figure = walk.facts[fact];
      if (figure === null) continue;
      const within = reached(list, sign * figure);
      for (let at = 0; at < within; at++) {
        const next = list.items[at] as FilterNode;
        if (isWithin(next, walk)) visit(next, walk);
      }
    }
  }
}

function follow(branch: FilterBranch, walk: Walk): void {
  if (branch.taken === walk.row) return;
  branch.taken = walk.row;
  if (isWithin(branch.node, walk) && passes(branch.test, walk)) visit(branch.node, walk);
}

function passes(test: FilterTest, { row, facts, context }: Walk): boolean {
  if (test.asked === row) return test.passed;
  test.asked = row;
  test.passed = holds(test.condition, facts, context.rates) ?? test.lenient;
  return test.passed;
}

/** Whether a filter at or below the node asks for no price, or for one that the row meets. */
function isWithin(node: FilterNode, walk: Walk): boolean {
  if (node.open) return true;
  for (let question = 0; question < node.dearest.length; question++) {
    const limit = node.dearest[question];
    if (limit !== undefined && costBy(question, walk) <= limit) return true;
  }
  return false;
}

function costBy(question: number, { known, costs, facts, context }: Walk): number {
  const before = known[question];
  if (before !== undefined) return before;
  const cost = costOf(facts, costs[question] as CostQuestion, context.rates);
  const number = cost === null ? Number.NaN : Number(cost);
  known[question] = number;
  return number;
}

function valuesOf(facts: SearchFacts, fact: TextFact | ListFact): readonly string[] {
  const value = facts[fact];
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
