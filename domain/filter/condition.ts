/**
 * Conditions on search facts, as data: the few operators that criteria are made of. `predicate.ts` and the SQL builder each
 * compile these, and nothing else, so that search and watch mean the same. A fact that is null makes a condition unknown.
 */
import type { CostQuestion } from '../comparable.ts';
import type { Micros } from '../money.ts';
import type { SearchFacts } from '../search-facts.ts';
import type { Kleene } from './kleene.ts';

type FactsOf<Value> = {
  [Fact in keyof SearchFacts]: SearchFacts[Fact] extends Value | null ? Fact : never;
}[keyof SearchFacts];

export type TextFact = FactsOf<string>;
export type NumberFact = FactsOf<number>;
export type FlagFact = FactsOf<boolean>;
export type ListFact = FactsOf<readonly string[]>;

/** A yes, no or unknown about a row. */
export type Condition =
  | { readonly op: 'constant'; readonly value: Kleene }
  | { readonly op: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly op: 'not'; readonly part: Condition }
  /** Never unknown: whether the fact itself is. */
  | { readonly op: 'missing'; readonly fact: TextFact }
  | { readonly op: 'in'; readonly fact: TextFact; readonly values: readonly string[] }
  | { readonly op: 'contains'; readonly fact: TextFact; readonly value: string }
  /** Text order, which is the order of times. */
  | { readonly op: 'since' | 'before'; readonly fact: TimeFact; readonly time: string }
  | { readonly op: 'at-least' | 'at-most'; readonly fact: NumberFact; readonly value: number }
  | { readonly op: 'is'; readonly fact: FlagFact; readonly value: boolean }
  | { readonly op: 'overlaps'; readonly fact: ListFact; readonly values: readonly string[] }
  /** Never unknown: whether the row is sold for that billing term. */
  | { readonly op: 'has-term'; readonly termMonths: number }
  /** On the comparable price per month in euro micros. */
  | { readonly op: 'cost-at-least' | 'cost-at-most'; readonly euroMicros: Micros; readonly cost: CostQuestion }
  /** On the lowest stated set-up fee in euro micros; null: of any term. */
  | { readonly op: 'setup-at-most'; readonly euroMicros: Micros; readonly termMonths: number | null };

export type TimeFact = 'firstSeenAt' | 'lastChangedAt' | 'observedAt' | 'staleAt';

/** All of them. */
export const allOf = (...parts: readonly Condition[]): Condition => ({ op: 'all', parts });
/** At least one of them. */
export const anyOf = (...parts: readonly Condition[]): Condition => ({ op: 'any', parts });
/** The opposite. */
export const notOf = (part: Condition): Condition => ({ op: 'not', part });
/** Neither yes nor no, for every row. */
export const UNKNOWN: Condition = { op: 'constant', value: null };
