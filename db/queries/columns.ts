import { getTableColumns } from 'drizzle-orm';
import { searchRows } from '../schema/search.ts';

/** Column of a search fact: the schema names its columns after the facts. */
export function columnOf(fact: string): string {
  return fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Every column of `search_rows`, in one order. */
export const SEARCH_ROW_COLUMNS: readonly string[] = Object.values(getTableColumns(searchRows)).map(({ name }) => name);
