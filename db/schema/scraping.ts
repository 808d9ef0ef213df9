/** What was read, when, and how it went. */
import { bigserial, boolean, customType, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Coverage } from '../../domain/coverage.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Finding, Rejection } from '../../domain/listing.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** How runs end, and how they begin. */
export type RunState = 'queued' | 'running' | 'published' | 'unchanged' | 'quarantined' | 'failed';
export type RunTrigger = 'schedule' | 'command' | 'replay' | 'catalogue' | 'release';

/** State of each source: what the schedule and the sources page work from. */
export const sources = pgTable('sources', {
  sourceId: text('source_id').primaryKey(),
  providerId: text('provider_id').notNull(),
  enabled: boolean().notNull().default(true),
  /** Why and since when an operator has it switched off; null while it is on. */
  offReason: text('off_reason'),
  offSince: time('off_since'),
  lastRunId: text('last_run_id'),
  lastState: text('last_state').$type<RunState>(),
  lastRunAt: time('last_run_at'),
  /** Time of the observation that the published offers come from. */
  publishedAt: time('published_at'),
  /** Hash of the pages and the reader version behind the published offers: same hash, nothing to read. */
  publishedHash: text('published_hash'),
  publishedRunId: text('published_run_id'),
  /** What the published run could say is gone; an unchanged run says the same again. */
  publishedCoverage: jsonb('published_coverage').$type<Coverage>(),
  observation: text().$type<'live' | 'recorded'>(),
  /** Not to be tried before (Retry-After, back-off). */
  notBefore: time('not_before'),
  nextRunAt: time('next_run_at'),
});

/** Counts of one run. */
export interface RunCounts {
  readonly pages: number;
  readonly plans: number;
  readonly offers: number;
  readonly rejections: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** What became of an operator's wish to publish a held run. Times are ISO. */
export interface ReleaseRecord {
  readonly state: 'requested' | 'done' | 'refused';
  readonly requestedAt: string;
  /** Null while it is waited for. */
  readonly finishedAt: string | null;
  /** Why it was refused, in one sentence. */
  readonly message: string | null;
}

/** One execution for one source. */
export const scrapeRuns = pgTable(
  'scrape_runs',
  {
    runId: text('run_id').primaryKey(),
    sourceId: text('source_id').notNull(),
    trigger: text().$type<RunTrigger>().notNull(),
    state: text().$type<RunState>().notNull(),
    failureCode: text('failure_code').$type<FailureCode>(),
    /** One sentence about the failure or the quarantine. */
    message: text(),
    startedAt: time('started_at').notNull(),
    finishedAt: time('finished_at'),
    /** When the pages were observed: now for a live run, the recording's time for a replay. */
    observedAt: time('observed_at').notNull(),
    /** Hash over the pages and the reader version. */
    contentHash: text('content_hash'),
    /** Hash over what was read: two runs that say the same. */
    batchHash: text('batch_hash'),
    counts: jsonb().$type<RunCounts>(),
    findings: jsonb().$type<readonly Finding[]>().notNull().default([]),
    rejections: jsonb().$type<readonly Rejection[]>().notNull().default([]),
    /** Null: nobody asked for its release by the API. */
    release: jsonb().$type<ReleaseRecord>(),
  },
  (table) => [
    index('scrape_runs_source').on(table.sourceId, table.startedAt),
    index('scrape_runs_time').on(table.startedAt, table.runId),
  ],
);

/** Raw bodies by content, compressed: the same page twice is stored once. */
export const snapshotBodies = pgTable('snapshot_bodies', {
  /** SHA-256 of the uncompressed body. */
  contentHash: text('content_hash').primaryKey(),
  /** Brotli. */
  body: bytea().notNull(),
  bytes: integer().notNull(),
});

/** The raw answers: stored before anything reads them. */
export const snapshots = pgTable(
  'snapshots',
  {
    snapshotId: bigserial('snapshot_id', { mode: 'number' }).primaryKey(),
    runId: text('run_id').notNull(),
    sourceId: text('source_id').notNull(),
    role: text().notNull(),
    place: text(),
    number: integer().notNull(),
    url: text().notNull(),
    status: integer().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull(),
    contentHash: text('content_hash').notNull(),
    fetchedAt: time('fetched_at').notNull(),
  },
  (table) => [
    index('snapshots_run').on(table.runId),
    index('snapshots_source_url').on(table.sourceId, table.url, table.snapshotId),
  ],
);
