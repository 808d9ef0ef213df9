/** What a criterion is, and the few shapes that most criteria have. */
import type { CostQuestion } from '../comparable.ts';
import type { RateTable } from '../exchange-rates.ts';
import type { Currency } from '../money.ts';
import {
  allOf,
  anyOf,
  type Condition,
  type FlagFact,
  type ListFact,
  type NumberFact,
  notOf,
  type TextFact,
  UNKNOWN,
} from './condition.ts';
import { flag, type Kind, wordsOf } from './kinds.ts';

/** What a filter is asked in: the hour, the rates, and what its parameters say about each other. */
export interface Asked {
  /** Canonical UTC time. */
  readonly now: string;
  readonly rates: RateTable;
  /** Currency of the filter's amounts. */
  readonly currency: Currency;
  readonly cost: CostQuestion;
  /** Technologies asked for, without their versions. */
  readonly technologies: readonly string[];
  /** Whether a capability that the provider decides on is enough. */
  readonly providerDependent: boolean;
}

/** One parameter of a search. */
export interface Criterion<V> {
  readonly kind: Kind<V>;
  /** One sentence for API documents and command line help. */
  readonly means: string;
  /** What it demands of a row; absent for parameters that only shape others. */
  readonly condition?: (value: V, asked: Asked) => Condition;
  /** What holds where the parameter is not given; never unknown, so that it never counts as left out for that reason. */
  readonly unasked?: (asked: Asked) => Condition;
  /** The parameter that states the upper end of the same range. */
  readonly upTo?: string;
}

/** Among the words of an enum; `unknown` asks for rows of which it is not known. */
export function among(
  fact: TextFact,
  words: readonly string[],
  means: string,
  takesIn: (word: string) => readonly string[] = (word) => [word],
): Criterion<readonly string[]> {
  return {
    kind: wordsOf(words),
    means: `${means} Unknown values pass only where \`unknown\` is asked for.`,
    condition: (asked) => {
      const known = asked.filter((word) => word !== 'unknown').flatMap(takesIn);
      return anyOf(
        ...(known.length > 0 ? [{ op: 'in', fact, values: known } as const] : []),
        ...(asked.includes('unknown') ? [{ op: 'missing', fact } as const] : []),
      );
    },
  };
}

/** At least that much; an unknown amount is unknown. */
export function atLeast(fact: NumberFact, kind: Kind<number>, means: string, upTo?: string): Criterion<number> {
  return { kind, means, condition: (value) => ({ op: 'at-least', fact, value }), ...(upTo ? { upTo } : {}) };
}

/** At most that much; an unknown amount is unknown. */
export function atMost(fact: NumberFact, kind: Kind<number>, means: string): Criterion<number> {
  return { kind, means, condition: (value) => ({ op: 'at-most', fact, value }) };
}

/** True or false as asked. */
export function yesOrNo(fact: FlagFact, means: string): Criterion<boolean> {
  return { kind: flag, means, condition: (value) => ({ op: 'is', fact, value }) };
}

/** In any of the row's locations; where that of some location is not known, its absence is unknown. */
export function anyPlace(
  fact: ListFact,
  unknown: FlagFact,
  kind: Kind<readonly string[]>,
  means: string,
): Criterion<readonly string[]> {
  return {
    kind,
    means,
    condition: (values) => anyOf({ op: 'overlaps', fact, values }, allOf({ op: 'is', fact: unknown, value: true }, UNKNOWN)),
  };
}

/** A parameter that only shapes what others mean. */
export function shaping<V>(kind: Kind<V>, means: string): Criterion<V> {
  return { kind, means };
}

/** Neither one of the values nor unknown in doubt: unknown passes. */
export function noneOf(fact: TextFact, values: readonly string[]): Condition {
  return anyOf({ op: 'missing', fact }, notOf({ op: 'in', fact, values }));
}
