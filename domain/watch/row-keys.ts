/** Values of which a row must have one, or a condition cannot be true of it: what an index can look filters up by. */
import type { Condition, ListFact, TextFact } from '../filter/condition.ts';

export type KeyedFact = TextFact | ListFact;

/** The values of one fact; null: no such fact; `none`: it is true of no row. */
export type RowKeys = { readonly fact: KeyedFact; readonly values: readonly string[] } | 'none' | null;

/** The keys of a condition that has to be true (unknown is not enough). */
export function keysOf(condition: Condition): RowKeys {
  switch (condition.op) {
    case 'constant':
      return condition.value === true ? null : 'none';
    case 'in':
    case 'overlaps':
      return { fact: condition.fact, values: condition.values };
    case 'all': {
      const parts = condition.parts.map(keysOf);
      return parts.find((part) => part === 'none') ?? parts.find((part) => part !== null) ?? null;
    }
    case 'any':
      return condition.parts.map(keysOf).reduce(either, 'none');
    default:
      return null;
  }
}

function either(a: RowKeys, b: RowKeys): RowKeys {
  if (a === 'none') return b;
  if (b === 'none') return a;
  if (a === null || b === null || a.fact !== b.fact) return null;
  return { fact: a.fact, values: [...new Set([...a.values, ...b.values])] };
}
