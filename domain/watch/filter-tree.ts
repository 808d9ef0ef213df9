/**
 * Filters as paths of conditions that share their beginnings. What leads on from a node is kept by what a row must have for it:
 * a value of a fact, a figure on the right side of a limit, or whatever only asking tells. A filter that ends with a highest
 * price is kept under that price in its last node, and every node knows the dearest below it.
 */
import type { CostQuestion } from '../comparable.ts';
import type { Condition, NumberFact } from '../filter/condition.ts';
import { addUnder, type LimitList, limitList } from './limit-list.ts';
import { type KeyedFact, keysOf, type RowKeys } from './row-keys.ts';

/** A place in the tree; what it does not have is null, for there are many. */
export interface FilterNode {
  /** Filters that end here. */
  ids: number[] | null;
  /** Filters that end here but for a highest price, by it; at the number of the question that prices are compared by. */
  prices: (LimitList<number> | undefined)[] | null;
  /** Branches that a row can only meet with one of these values. */
  keyed: Map<KeyedFact, Map<string, FilterBranch[]>> | null;
  /** Branches by a limit of a figure. */
  limited: LimitedBranches[] | null;
  plain: FilterBranch[] | null;
  /** Branch by number of its test. */
  branches: Map<number, FilterBranch> | null;
  /** Whether a filter without a highest price ends here or below; else the dearest of each question. */
  open: boolean;
  dearest: (number | undefined)[];
}

/** A condition that leads to a node. */
export interface FilterBranch {
  readonly test: FilterTest;
  readonly node: FilterNode;
  /** The row that took it last: several keys can lead to it. */
  taken: number;
}

/** Branches of "at least" (sign -1) or "at most" (sign 1); limits are kept with the sign. */
export interface LimitedBranches {
  readonly fact: NumberFact;
  readonly sign: 1 | -1;
  readonly list: LimitList<FilterNode>;
}

/** A distinct condition; `lenient`: unknown passes as well. */
export interface FilterTest {
  readonly number: number;
  readonly condition: Condition;
  readonly lenient: boolean;
  readonly keys: RowKeys;
  /** The row it was asked of last, and what it answered. */
  asked: number;
  passed: boolean;
}

/** A highest price as the end of a path. */
export interface HighestPrice {
  readonly cost: CostQuestion;
  readonly euroMicros: number;
}

/** A node that nothing leads on from. */
export function newNode(): FilterNode {
  return { ids: null, prices: null, keyed: null, limited: null, plain: null, branches: null, open: false, dearest: [] };
}

/** The highest price that a condition is, where unknown does not pass and a number holds it exactly. */
export function highestPriceOf(condition: Condition, lenient: boolean): HighestPrice | null {
  if (lenient || condition.op !== 'cost-at-most') return null;
  const euroMicros = Number(condition.euroMicros);
  return Number.isSafeInteger(euroMicros) ? { cost: condition.cost, euroMicros } : null;
}

/** The node that a test leads to, made where there was none. */
export function nodeBehind(node: FilterNode, test: FilterTest): FilterNode {
  node.branches ??= new Map();
  const known = node.branches.get(test.number);
  if (known) return known.node;
  const branch: FilterBranch = { test, node: newNode(), taken: 0 };
  node.branches.set(test.number, branch);
  attach(node, branch);
  return branch.node;
}

/** Puts a filter at the end of its path. */
export function endHere(path: readonly FilterNode[], id: number, price: { question: number; limit: number } | null): void {
  const last = path.at(-1);
  if (!last) return;
  if (price) {
    last.prices ??= [];
    const list = last.prices[price.question] ?? limitList<number>();
    last.prices[price.question] = list;
    addUnder(list, price.limit, id);
  } else if (last.ids) last.ids.push(id);
  else last.ids = [id];
  for (const node of path) {
    if (price) node.dearest[price.question] = Math.max(node.dearest[price.question] ?? price.limit, price.limit);
    else node.open = true;
  }
}

function attach(node: FilterNode, branch: FilterBranch): void {
  const { condition, keys, lenient } = branch.test;
  if (!lenient && (condition.op === 'at-least' || condition.op === 'at-most')) {
    const sign = condition.op === 'at-most' ? 1 : -1;
    node.limited ??= [];
    let branches = node.limited.find((one) => one.fact === condition.fact && one.sign === sign);
    if (!branches) {
      branches = { fact: condition.fact, sign, list: limitList() };
      node.limited.push(branches);
    }
    addUnder(branches.list, sign * condition.value, branch.node);
  } else if (keys === null || keys === 'none') {
    if (node.plain) node.plain.push(branch);
    else node.plain = [branch];
  } else {
    node.keyed ??= new Map();
    const byValue = node.keyed.get(keys.fact) ?? new Map<string, FilterBranch[]>();
    node.keyed.set(keys.fact, byValue);
    for (const value of keys.values) {
      const branches = byValue.get(value);
      if (branches) branches.push(branch);
      else byValue.set(value, [branch]);
    }
  }
}

/** A test of a condition, not asked yet. */
export function newTest(number: number, condition: Condition, lenient: boolean): FilterTest {
  return { number, condition, lenient, keys: lenient ? null : keysOf(condition), asked: 0, passed: false };
}
