/** Benchmark reports that owners sent. Nothing in them says who sent them: no address, no name, not the text as it came. */
import { boolean, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { BenchmarkReport } from '../../domain/benchmark/report.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Reports, each once. */
export const benchmarkReports = pgTable(
  'benchmark_reports',
  {
    /** Hash of what the report says. */
    reportId: text('report_id').primaryKey(),
    /** Plan that it was made on; null: not told, waits for review. */
    planId: text('plan_id'),
    providerId: text('provider_id'),
    /** The one location, where that was told. */
    offerId: text('offer_id'),
    report: jsonb().$type<BenchmarkReport>().notNull(),
    /** Day it ran on, where the tool printed one that can be read. */
    ranOn: text('ran_on'),
    /** Address of its first Geekbench result: the same run sent in another form. */
    runUrl: text('run_url'),
    receivedAt: time('received_at').notNull(),
    /** Withdrawn by whoever sent it, or by an operator: shown and counted no more. */
    withdrawn: boolean().notNull().default(false),
    /** Hash of the key with which whoever sent it takes it back. */
    keyHash: text('key_hash').notNull(),
  },
  (table) => [
    index('benchmark_reports_plan').on(table.planId, table.receivedAt),
    index('benchmark_reports_run').on(table.runUrl),
  ],
);
