/** Who watches what, and what was told to whom. Addresses stand in `subscribers` only; tokens are stored as hashes. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { WatchRule } from '../../domain/watch/rules.ts';
import type { Delivery, WebhookTemplate } from '../../domain/watch/watch-body.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const now = sql`now()`;

/** Addresses that asked for mail; one that has not confirmed is forgotten after a week. */
export const subscribers = pgTable('subscribers', {
  subscriberId: uuid('subscriber_id').primaryKey().defaultRandom(),
  /** In lower case. */
  email: text().notNull().unique(),
  createdAt: time('created_at').notNull().default(now),
  /** Null: not yet. Nothing but the confirmation is sent before. */
  confirmedAt: time('confirmed_at'),
});

/** Single-use links and bearer tokens. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    /** SHA-256 of the token. */
    tokenHash: text('token_hash').primaryKey(),
    subscriberId: uuid('subscriber_id').notNull(),
    purpose: text().$type<'confirm' | 'bearer'>().notNull(),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().default(now),
  },
  (table) => [index('access_tokens_subscriber').on(table.subscriberId)],
);

/** Distinct searches that watches stand for, so that equal ones are matched once. Rows are never changed. */
export const watchFilters = pgTable('watch_filters', {
  filterId: serial('filter_id').primaryKey(),
  rule: text().$type<WatchRule>().notNull(),
  key: text().notNull().unique(),
  /** The search with the watch's own price limit in it, as parameters. */
  params: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
});

/** How a watch is. `muted`: its channel failed too often; `ended`: the subscriber left it. */
export type WatchState = 'active' | 'paused' | 'muted' | 'expired' | 'ended';

/** Watches. */
export const watches = pgTable(
  'watches',
  {
    watchId: uuid('watch_id').primaryKey().defaultRandom(),
    subscriberId: uuid('subscriber_id').notNull(),
    state: text().$type<WatchState>().notNull().default('active'),
    rule: text().$type<WatchRule>().notNull(),
    /** Of a saved search: its parameters as asked, and the search that is matched. */
    params: jsonb().$type<Readonly<Record<string, string>>>(),
    filterId: integer('filter_id'),
    /** Of a single offer or plan. */
    planId: text('plan_id'),
    offerId: text('offer_id'),
    thresholdMicros: bigint('threshold_micros', { mode: 'bigint' }),
    thresholdPpm: integer('threshold_ppm'),
    currency: text().notNull(),
    channel: text().$type<'email' | 'webhook'>().notNull(),
    webhookUrl: text('webhook_url'),
    template: text().$type<WebhookTemplate>(),
    delivery: text().$type<Delivery>().notNull(),
    digestWeekday: integer('digest_weekday'),
    digestHour: integer('digest_hour'),
    digestZone: text('digest_zone'),
    nextDigestAt: time('next_digest_at'),
    /** Number of the newest change that the last digest, or the beginning of the watch, knew. */
    digestedChange: bigint('digested_change', { mode: 'bigint' }).notNull().default(sql`0`),
    /** Number of the newest change when it began, as it is: whatever has a lower number is no news to it. */
    sinceChange: bigint('since_change', { mode: 'bigint' }).notNull().default(sql`0`),
    /** Levels of risk by plan as of the last digest. */
    digestRisks: jsonb('digest_risks').$type<Readonly<Record<string, string>>>(),
    /** Whether every plan that met it when it began is remembered. */
    seeded: boolean().notNull().default(true),
    /** Since when its channel fails; null: it works. */
    failingSince: time('failing_since'),
    expiresAt: time('expires_at'),
    createdAt: time('created_at').notNull().default(now),
  },
  (table) => [
    index('watches_subscriber').on(table.subscriberId, table.createdAt),
    index('watches_filter').on(table.filterId).where(sql`state = 'active' and filter_id is not null`),
    index('watches_plan').on(table.planId).where(sql`state = 'active' and plan_id is not null`),
    index('watches_digest').on(table.nextDigestAt).where(sql`state = 'active' and next_digest_at is not null`),
    index('watches_expiry').on(table.expiresAt).where(sql`state = 'active' and expires_at is not null`),
  ],
);

/** What a watch remembers of a plan that it has told; no row: it is armed. */
export const watchMemories = pgTable(
  'watch_memories',
  {
    watchId: uuid('watch_id').notNull(),
    planId: text('plan_id').notNull(),
    state: text().$type<'fired' | 'cooling'>().notNull(),
    at: time('at').notNull(),
    ownMicros: bigint('own_micros', { mode: 'bigint' }),
    ownCurrency: text('own_currency'),
    until: time('until'),
  },
  (table) => [primaryKey({ columns: [table.watchId, table.planId] }), index('watch_memories_plan').on(table.planId)],
);

/** Publications whose changes no watch has been asked about yet: written with them, in one transaction. */
export const unmatchedRuns = pgTable('unmatched_runs', {
  number: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  runId: text('run_id').notNull(),
  observedAt: time('observed_at').notNull(),
  /** By the database's own clock: since when it waits. */
  notedAt: time('noted_at').notNull().defaultNow(),
});

/** How a delivery is. `cancelled`: what it told does not stand any more, or nobody wants it; `dead`: it could not be delivered. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'cancelled' | 'dead';
export type DeliveryKind = 'alert' | 'digest' | 'confirm' | 'notice' | 'test';

/** Messages to one channel each. */
export const deliveries = pgTable(
  'deliveries',
  {
    deliveryId: uuid('delivery_id').primaryKey().defaultRandom(),
    subscriberId: uuid('subscriber_id').notNull(),
    /** Null: about the subscription or a digest, not about one watch. */
    watchId: uuid('watch_id'),
    kind: text().$type<DeliveryKind>().notNull(),
    /** The watch, or what else it is about: with event and channel, there is one of it. */
    subject: text().notNull(),
    eventKey: text('event_key').notNull(),
    channel: text().$type<'email' | 'webhook'>().notNull(),
    content: jsonb().notNull(),
    state: text().$type<DeliveryState>().notNull().default('queued'),
    /** Tries so far; a try that nobody knows the end of counts. */
    attempts: integer().notNull().default(0),
    /** Tries whose worker was gone before it could say how they ended. */
    lost: integer().notNull().default(0),
    dueAt: time('due_at').notNull(),
    /** Until then a worker has it. */
    claimedUntil: time('claimed_until'),
    /** Why the last try failed, without addresses. */
    lastError: text('last_error'),
    createdAt: time('created_at').notNull().default(now),
    sentAt: time('sent_at'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(table.subject, table.eventKey, table.channel),
    index('deliveries_due').on(table.dueAt).where(sql`state in ('queued', 'sending')`),
    index('deliveries_watch').on(table.watchId, table.createdAt),
    index('deliveries_subscriber').on(table.subscriberId, table.createdAt),
    index('deliveries_state').on(table.state, table.createdAt),
  ],
);

/** Addresses that get no mail, by their hash: they bounced, or complained. */
export const suppressions = pgTable('suppressions', {
  addressHash: text('address_hash').primaryKey(),
  reason: text().$type<'bounce' | 'complaint' | 'operator'>().notNull(),
  at: time('at').notNull(),
});
