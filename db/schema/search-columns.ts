/** Columns of a search row. Rows of the past have the same. */
import { bigint, boolean, customType, doublePrecision, integer, json, text, timestamp } from 'drizzle-orm/pg-core';
import type { RiskJson } from '../../domain/risk/risk-json.ts';
import type { StoredRow } from '../../domain/stored-row.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Row ids sort by their bytes whatever the server's language is: pages go by them. */
export const rowIdText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** The columns, made anew for each table. */
export const searchRowColumns = () => ({
  rowId: rowIdText('row_id').notNull(),
  planId: text('plan_id').notNull(),
  sourceId: text('source_id').notNull(),
  providerId: text('provider_id').notNull(),
  text: text().notNull(),
  productType: text('product_type'),
  technology: text(),
  resourceModel: text('resource_model'),
  cpuName: text('cpu_name'),
  vcpu: doublePrecision(),
  architecture: text(),
  memoryMib: integer('memory_mib'),
  storageGb: doublePrecision('storage_gb'),
  storageType: text('storage_type'),
  transferGb: doublePrecision('transfer_gb'),
  unmetered: boolean(),
  portMbps: doublePrecision('port_mbps'),
  ipv4: integer(),
  hasIpv6: boolean('has_ipv6'),
  natIpv4: boolean('nat_ipv4'),
  ddos: boolean(),
  hasGpu: boolean('has_gpu'),
  guests: text().array(),
  /** "docker:yes": what the plan says itself. */
  statedCapabilities: text('stated_capabilities').array().notNull().default([]),
  countries: text().array().notNull(),
  regions: text().array().notNull(),
  cities: text().array().notNull(),
  locationIds: text('location_ids').array().notNull(),
  countriesUnknown: boolean('countries_unknown').notNull(),
  regionsUnknown: boolean('regions_unknown').notNull(),
  citiesUnknown: boolean('cities_unknown').notNull(),
  locationIdsUnknown: boolean('location_ids_unknown').notNull(),
  offerCount: integer('offer_count').notNull(),
  availability: text(),
  hourly: boolean().notNull(),
  hasPromo: boolean('has_promo').notNull(),
  termMonths: integer('term_months').array().notNull(),
  withdrawn: boolean().notNull(),
  observation: text().notNull(),
  firstSeenAt: time('first_seen_at').notNull(),
  lastChangedAt: time('last_changed_at').notNull(),
  observedAt: time('observed_at').notNull(),
  /** When a live observation turns stale. */
  staleAt: time('stale_at').notNull(),
  /** Comparable price per month over the default horizon, any term, in euro micros by the newest rates; null: none. */
  priceEuroMicros: bigint('price_euro_micros', { mode: 'bigint' }),
  /** Lowest stated set-up fee in euro micros; null: none stated. */
  setupFeeEuroMicros: bigint('setup_fee_euro_micros', { mode: 'bigint' }),
  /** Fall from the highest comparable price of the last 30 days, in millionths; null: no fall seen. */
  dropPpm: integer('drop_ppm'),
  /** Until when that fall counts. */
  dropUntil: time('drop_until'),
  /** Level of the last assessment; null: unknown, or not assessed yet. */
  riskLevel: text('risk_level'),
  /** What rows are ordered by risk by, in thousandths of its log-odds, within the level's bounds; null where the level is unknown. */
  riskScore: integer('risk_score'),
  /** The assessment in short, as rows show it; null: not assessed yet. The evidence is in `risk_assessments`. */
  risk: json().$type<RiskJson>(),
  /** Version of the catalogue that the row is as it is since; earlier states are in `past_search_rows`. */
  sinceVersion: integer('since_version').notNull().default(0),
  /** The public row without what depends on the question. */
  row: json().$type<StoredRow>().notNull(),
});
