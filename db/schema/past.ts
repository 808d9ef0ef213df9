/** Search rows as they were a moment ago, so that whoever pages through a search ends in the catalogue that they began in. */
import { sql } from 'drizzle-orm';
import { index, integer, json, pgTable, primaryKey, timestamp } from 'drizzle-orm/pg-core';
import { searchRowColumns } from './search-columns.ts';

/** Rows that were replaced; purged when no cursor can ask for them any more (`db/queries/retire-search-rows.ts`). */
export const pastSearchRows = pgTable(
  'past_search_rows',
  {
    ...searchRowColumns(),
    /** The first version of the catalogue that did not have the row so any more. */
    untilVersion: integer('until_version').notNull(),
    retiredAt: timestamp('retired_at', { withTimezone: true, mode: 'string' }).notNull().default(sql`now()`),
    /** Its rows of `search_options`, a list of objects by column name. */
    options: json().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rowId, table.untilVersion] }),
    index('past_search_rows_until').on(table.untilVersion),
    index('past_search_rows_retired').on(table.retiredAt),
  ],
);
