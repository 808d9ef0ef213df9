import type { ParameterOrJSON } from 'postgres';

/** A value that a statement is given. */
export type Bound = ParameterOrJSON<bigint>;

/** Puts a value into a statement: answers its placeholder with the SQL type it is to be read as. */
export type Bind = (value: Bound, type: string) => string;

/** Collects the values of one statement in the order of their placeholders. */
export function binder(): { readonly bind: Bind; readonly values: Bound[] } {
  const values: Bound[] = [];
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` };
}
