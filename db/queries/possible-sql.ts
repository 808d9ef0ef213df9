/** What a row must meet not to be ruled out: conditions that are true or unknown, in a form that indexes serve. */
import { getTableColumns } from 'drizzle-orm';
import type { Condition } from '../../domain/filter/condition.ts';
import { searchRows } from '../schema/search.ts';
import { columnOf } from './columns.ts';

/** Columns that always hold a value. */
const NEVER_NULL = new Set(
  Object.values(getTableColumns(searchRows))
    .filter(({ notNull }) => notNull)
    .map(({ name }) => name),
);

/**
 * SQL that is true where a condition is true or unknown. `(…) is not false` says the same, but hides the column from its index.
 * `sqlOf` compiles the condition itself, `price` is the comparable price it looks at.
 */
export function possibleSql(condition: Condition, price: string, sqlOf: (condition: Condition) => string): string {
  const within = (part: Condition) => possibleSql(part, price, sqlOf);
  switch (condition.op) {
    case 'constant':
      return String(condition.value !== false);
    case 'all':
      return condition.parts.length === 0 ? 'true' : `(${condition.parts.map(within).join(' and ')})`;
    case 'any':
      return condition.parts.length === 0 ? 'false' : `(${condition.parts.map(within).join(' or ')})`;
    case 'missing':
    case 'has-term':
      return sqlOf(condition);
    case 'cost-at-least':
    case 'cost-at-most':
      return `(${sqlOf(condition)} or ${price} is null)`;
    case 'not':
    case 'setup-at-most':
      return `${sqlOf(condition)} is not false`;
    default: {
      const column = columnOf(condition.fact);
      return NEVER_NULL.has(column) ? sqlOf(condition) : `(${sqlOf(condition)} or search_rows.${column} is null)`;
    }
  }
}

/** Whether a condition looks at prices that are computed beside the row. */
export function asksComputedPrice(condition: Condition): boolean {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.parts.some(asksComputedPrice);
    case 'not':
      return asksComputedPrice(condition.part);
    case 'cost-at-least':
    case 'cost-at-most':
      return true;
    case 'setup-at-most':
      return condition.termMonths !== null;
    default:
      return false;
  }
}
