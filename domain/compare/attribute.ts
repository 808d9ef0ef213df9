/** What an attribute of a comparison is, and the few shapes that most attributes have. */
import { parseMicros } from '../money.ts';
import type { RowJson } from '../present-row.ts';

/** A value of an attribute; null or `unknown`: nobody said. */
export type AttributeValue = string | number | boolean | null | readonly string[];

/** What makes one value better than another. */
export interface Better {
  /** Two or three words: "more memory". */
  readonly reason: string;
  /** The greater, the better; null: no better or worse, or not known. */
  readonly rank: (value: AttributeValue) => number | bigint | null;
}

/** One line of a comparison. */
export interface Attribute {
  /** Path of the field in a row, or a name where it is made of several. */
  readonly name: string;
  readonly label: string;
  /** Of numbers and amounts; null: none. */
  readonly unit: string | null;
  readonly of: (row: RowJson) => AttributeValue;
  /** Absent: a matter of taste. */
  readonly better?: Better;
}

type Names = Pick<Attribute, 'name' | 'label'>;

/** Something that is only the same or not. */
export function plain({ name, label }: Names, of: Attribute['of'], unit: string | null = null): Attribute {
  return { name, label, unit, of };
}

/** A number of which more is better. */
export function more(names: Names, unit: string | null, of: (row: RowJson) => number | null, reason: string): Attribute {
  return { ...names, unit, of, better: { reason, rank: (value) => (typeof value === 'number' ? value : null) } };
}

/** An amount of money of which less is better. */
export function cheaper(names: Names, unit: string | null, of: (row: RowJson) => string | null, reason: string): Attribute {
  return { ...names, unit, of, better: { reason, rank: lowestAmount } };
}

/** Rank of a decimal amount: the lower the better. */
export function lowestAmount(value: AttributeValue): bigint | null {
  const micros = typeof value === 'string' ? parseMicros(value) : null;
  return micros === null ? null : -micros;
}

/** A yes or no of which yes is better. */
export function wanted(names: Names, of: (row: RowJson) => boolean | null, reason: string): Attribute {
  return { ...names, unit: null, of, better: { reason, rank: (value) => (typeof value === 'boolean' ? Number(value) : null) } };
}

/** One of a few words; those of a later list are better, those of none are neither. */
export function oneOf(
  names: Names,
  of: (row: RowJson) => string,
  worstFirst: readonly (readonly string[])[],
  reason: string,
): Attribute {
  const rank = (value: AttributeValue) => {
    const found = worstFirst.findIndex((words) => words.some((word) => word === value));
    return found < 0 ? null : found;
  };
  return { ...names, unit: null, of, better: { reason, rank } };
}
