/** Who sells, and where. */
import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Provider } from '../../domain/provider-facts.ts';

/** Providers with their curated facts, seeded from `db/catalog/providers/`. */
export const providers = pgTable('providers', {
  providerId: text('provider_id').primaryKey(),
  name: text().notNull(),
  /** ISO 3166-1 alpha-2 of the seat; null: not known. */
  country: text(),
  website: text(),
  facts: jsonb().$type<Provider>().notNull(),
});

/** Places where a provider sells. */
export const locations = pgTable('locations', {
  /** "<provider>/<its own location id>". */
  locationId: text('location_id').primaryKey(),
  providerId: text('provider_id').notNull(),
  name: text(),
  city: text(),
  country: text(),
});

/** Reference rates of one day: units of a currency that one euro bought, in micros. */
export const rates = pgTable('rates', {
  date: text().primaryKey(),
  /** Currency → plain decimal, as the European Central Bank published it. */
  perEuro: jsonb('per_euro').$type<Record<string, string>>().notNull(),
  /** Where the table was read. */
  url: text().notNull(),
  observedAt: timestamp('observed_at', { withTimezone: true, mode: 'string' }).notNull(),
});

/** One row: raised by every publish; part of every search answer, so that readers can tell two catalogues apart. */
export const catalogueVersion = pgTable('catalogue_version', {
  id: integer().primaryKey().default(1),
  version: integer().notNull().default(0),
});
