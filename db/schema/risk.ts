/** What is assessed in the background: prices as peers, assessments with their reasons, and what people report. */
import { boolean, date, doublePrecision, index, integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { StoredAssessment } from '../../domain/check/stored-assessment.ts';
import { rowIdText } from './search-columns.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Rows with a price as others are compared with them; kept up with the search rows by the job that assesses. */
export const marketPeers = pgTable(
  'market_peers',
  {
    rowId: rowIdText('row_id').primaryKey(),
    planId: text('plan_id').notNull(),
    providerId: text('provider_id').notNull(),
    family: text().notNull(),
    dedicated: boolean().notNull(),
    regions: text().array().notNull(),
    memoryMib: integer('memory_mib'),
    vcpu: doublePrecision(),
    storageGb: doublePrecision('storage_gb'),
    /** Regular price, set-up fee spread over the term; US dollars. */
    perMonthUsd: doublePrecision('per_month_usd').notNull(),
    observedAt: time('observed_at').notNull(),
  },
  (table) => [index('market_peers_plan').on(table.planId)],
);

/** The last assessment of each row, with everything that it rests on. */
export const riskAssessments = pgTable(
  'risk_assessments',
  {
    rowId: rowIdText('row_id').primaryKey(),
    providerId: text('provider_id').notNull(),
    /** The hash of what was assessed: a row that says the same keeps its assessment through a publication. Empty: due again. */
    rowHash: text('row_hash').notNull(),
    score: integer(),
    assessment: json().$type<StoredAssessment>().notNull(),
    modelVersion: text('model_version').notNull(),
    assessedAt: time('assessed_at').notNull(),
  },
  (table) => [index('risk_assessments_provider').on(table.providerId), index('risk_assessments_assessed').on(table.assessedAt)],
);

/** What readers report: a wrong value, or an experience with a provider. Nothing counts, or is shown, before an operator accepted it. */
export const reports = pgTable(
  'reports',
  {
    reportId: text('report_id').primaryKey(),
    /** value: something told here is wrong; experience: what somebody met at a provider. */
    about: text().notNull(),
    providerId: text('provider_id').notNull(),
    /** The row or offer that it is about; null: the provider as a whole. */
    offerId: text('offer_id'),
    /** Path of the field that is wrong ("memory.mib"). */
    field: text(),
    /** outage, slowness, billing, deadpool or praise; null for a wrong value. */
    kind: text(),
    happenedOn: date('happened_on', { mode: 'string' }),
    url: text(),
    /** Keyed hash of who says so; never the name or the address. */
    author: text().notNull(),
    /** The reporter's words; read by operators only. */
    said: text().notNull(),
    /** Ours, written when it is accepted; these are shown. */
    words: text(),
    state: text().notNull().default('pending'),
    reportedAt: time('reported_at').notNull(),
    reviewedAt: time('reviewed_at'),
  },
  (table) => [
    index('reports_provider').on(table.providerId, table.state),
    index('reports_state').on(table.state, table.reportedAt),
  ],
);
