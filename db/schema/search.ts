/**
 * Search rows: one row for each answer a search can give, with a column for every search fact. Apart from history, rebuilt
 * for the plans that a publish touched, in the same transaction.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { rowIdText, searchRowColumns } from './search-columns.ts';

export const searchRows = pgTable('search_rows', { ...searchRowColumns(), rowId: rowIdText('row_id').primaryKey() }, (table) => [
  index('search_rows_plan').on(table.planId),
  index('search_rows_source').on(table.sourceId),
  index('search_rows_price').on(table.priceEuroMicros, table.rowId).where(sql`not withdrawn`),
  index('search_rows_technology').on(table.technology, table.priceEuroMicros, table.rowId).where(sql`not withdrawn`),
  index('search_rows_memory').on(table.memoryMib, table.priceEuroMicros, table.rowId).where(sql`not withdrawn`),
  index('search_rows_newest').on(table.firstSeenAt.desc().nullsFirst(), table.rowId).where(sql`not withdrawn`),
  index('search_rows_changed').on(table.lastChangedAt.desc().nullsFirst(), table.rowId).where(sql`not withdrawn`),
  index('search_rows_countries').using('gin', table.countries),
  // Few rows, but whoever counts what is not known has to look for them.
  index('search_rows_countries_unknown').on(table.rowId).where(sql`countries_unknown`),
]);

/** The ways to pay for a row, for comparable prices over other horizons and terms. */
export const searchOptions = pgTable(
  'search_options',
  {
    rowId: rowIdText('row_id').notNull(),
    position: integer().notNull(),
    termMonths: integer('term_months').notNull(),
    regularMicros: bigint('regular_micros', { mode: 'bigint' }).notNull(),
    introductoryMicros: bigint('introductory_micros', { mode: 'bigint' }),
    setupFeeMicros: bigint('setup_fee_micros', { mode: 'bigint' }).notNull(),
    setupFeeKnown: boolean('setup_fee_known').notNull(),
    currency: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.rowId, table.position] })],
);
