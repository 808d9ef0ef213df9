/** Published plans and offers, their price history and changes. The provider stands in every key: it is the shard key. */
import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Availability } from '../../domain/offer.ts';
import type { ChangeKind } from '../../domain/offer-changes.ts';
import type { PlanSpec, Provenance } from '../../domain/plan.ts';
import type { PriceJson } from '../../domain/price-json.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Prices are stored in the JSON of the public contract. */
export type StoredPrice = PriceJson;

/** Plans as last published. */
export const plans = pgTable(
  'plans',
  {
    providerId: text('provider_id').notNull(),
    planId: text('plan_id').notNull(),
    sourceId: text('source_id').notNull(),
    planKey: text('plan_key'),
    name: text(),
    url: text(),
    spec: jsonb().$type<PlanSpec>().notNull(),
    specHash: text('spec_hash').notNull(),
    provenance: jsonb().$type<Provenance>().notNull(),
    observation: text().$type<'live' | 'recorded'>().notNull(),
    /** Run whose snapshots the provenance points into. */
    runId: text('run_id').notNull(),
    firstSeenAt: time('first_seen_at').notNull(),
    lastChangedAt: time('last_changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.providerId, table.planId] }), index('plans_source').on(table.sourceId)],
);

/** Offers: a plan in one location. */
export const offers = pgTable(
  'offers',
  {
    providerId: text('provider_id').notNull(),
    offerId: text('offer_id').notNull(),
    planId: text('plan_id').notNull(),
    sourceId: text('source_id').notNull(),
    locationId: text('location_id'),
    availability: jsonb().$type<Availability>().notNull(),
    prices: jsonb().$type<readonly StoredPrice[]>().notNull(),
    priceHash: text('price_hash').notNull(),
    firstSeenAt: time('first_seen_at').notNull(),
    lastSeenAt: time('last_seen_at').notNull(),
    missedRuns: integer('missed_runs').notNull().default(0),
    withdrawn: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.offerId] }),
    index('offers_source').on(table.sourceId),
    index('offers_plan').on(table.planId),
  ],
);

/** History: an interval in which one set of prices was observed. Only changes add rows; intervals never overlap. */
export const pricePeriods = pgTable(
  'price_periods',
  {
    providerId: text('provider_id').notNull(),
    offerId: text('offer_id').notNull(),
    firstSeenAt: time('first_seen_at').notNull(),
    lastSeenAt: time('last_seen_at').notNull(),
    prices: jsonb().$type<readonly StoredPrice[]>().notNull(),
    priceHash: text('price_hash').notNull(),
    /** Hash of what was sold (memory, vCPU, storage, product type): prices of different machines are never compared. */
    machineHash: text('machine_hash').notNull(),
    runId: text('run_id').notNull(),
    open: boolean().notNull().default(true),
    /** Set by an operator: the point was wrong, lows and drops leave it out. While it is open, the offer's price is not known. */
    voidedAt: time('voided_at'),
    voidedBy: text('voided_by'),
    voidReason: text('void_reason'),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.offerId, table.firstSeenAt] }),
    uniqueIndex('price_periods_open').on(table.providerId, table.offerId).where(sql`open`),
    index('price_periods_voided').on(table.providerId, table.offerId).where(sql`voided_at is not null`),
  ],
);

/** What changed, with before and after. */
export const changes = pgTable(
  'changes',
  {
    changeId: bigserial('change_id', { mode: 'number' }).primaryKey(),
    providerId: text('provider_id').notNull(),
    planId: text('plan_id').notNull(),
    /** Null for changes of the plan itself. */
    offerId: text('offer_id'),
    sourceId: text('source_id').notNull(),
    runId: text('run_id').notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    before: jsonb(),
    after: jsonb(),
    observedAt: time('observed_at').notNull(),
  },
  (table) => [index('changes_plan').on(table.planId, table.observedAt), index('changes_time').on(table.observedAt)],
);
