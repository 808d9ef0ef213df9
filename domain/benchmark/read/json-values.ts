/** Looks into values that came out of JSON of which nothing is certain. */
import { figure } from './figures.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An object's fields; none where it is no object. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** An array's items; none where it is no array. At most 1000. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1000) : [];
}

/** A text, or a figure as text; null for everything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** A figure, also one that stands in quotation marks; null for everything else and for what is negative. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  return typeof value === 'string' ? figure(value) : null;
}

/** True or false; null for everything else. */
export function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
