/** Benchmark reports of owners: storing each once, telling those of a plan, and what they say of CPUs. */
import { randomBytes } from 'node:crypto';
import { ranOn } from '../../domain/benchmark/ran-on.ts';
import type { MeasuredScore } from '../../domain/benchmark/reference.ts';
import type { BenchmarkReport } from '../../domain/benchmark/report.ts';
import { valueHash } from '../../domain/identity.ts';
import { type Measured, measuredOn } from '../../domain/risk/measured.ts';
import type { Db } from '../bulk.ts';
import { isoTime } from '../time.ts';
import { forgetPlanAssessments } from './risk-assessments.ts';

/** What a report was made on. */
export interface BenchmarkedOffer {
  readonly planId: string;
  readonly providerId: string;
  /** Null: any location of the plan. */
  readonly offerId: string | null;
}

/** A stored report. Times are ISO. */
export interface StoredBenchmark {
  readonly id: string;
  readonly offerId: string | null;
  readonly report: BenchmarkReport;
  /** YYYY-MM-DD. */
  readonly ranOn: string | null;
  readonly receivedAt: string;
}

/** What became of a report. */
export interface KeptBenchmark {
  readonly id: string;
  readonly isNew: boolean;
  /** With which it can be taken back; null: it was here already. */
  readonly key: string | null;
}

/** What a report says, apart from how it was read: two that agree in it are one. */
export function reportId({ warnings: _, ...said }: BenchmarkReport): string {
  return valueHash(said).slice(0, 32);
}

/**
 * Stores a report, or finds it again, in a transaction. One that waits for review is attached where it comes a second time with an offer.
 * What owners measured is a reason: the plan becomes due for assessment.
 */
export async function keepBenchmark(
  db: Db,
  report: BenchmarkReport,
  offer: BenchmarkedOffer | null,
  receivedAt: string,
): Promise<KeptBenchmark> {
  const id = reportId(report);
  if (offer) await forgetPlanAssessments(db, offer.planId);
  const runUrl = report.geekbench.find(({ url }) => url !== null)?.url ?? null;
  const [known] = await db<{ id: string }[]>`
    update benchmark_reports set plan_id = coalesce(plan_id, ${offer?.planId ?? null}),
      provider_id = coalesce(provider_id, ${offer?.providerId ?? null}),
      offer_id = case when plan_id is null then ${offer?.offerId ?? null} else offer_id end
    where report_id = (select report_id from benchmark_reports
      where report_id = ${id} or (run_url is not null and run_url = ${runUrl}) order by report_id = ${id} desc limit 1)
    returning report_id as id`;
  if (known) return { id: known.id, isNew: false, key: null };
  const key = randomBytes(18).toString('base64url');
  const stored = await db`
    insert into benchmark_reports (report_id, plan_id, provider_id, offer_id, report, ran_on, run_url, received_at, key_hash)
    values (${id}, ${offer?.planId ?? null}, ${offer?.providerId ?? null}, ${offer?.offerId ?? null}, ${db.json({ ...report } as never)},
      ${ranOn(report.ranAt)}, ${runUrl}, ${receivedAt}, ${valueHash(key)})
    on conflict (report_id) do nothing returning 1`;
  return stored.length > 0 ? { id, isNew: true, key } : { id, isNew: false, key: null };
}

/** Takes a report back, in a transaction, and makes its plan due for assessment; false where there is none with this key. */
export async function withdrawBenchmark(db: Db, id: string, key: string): Promise<boolean> {
  const done = await db<{ planId: string | null }[]>`
    update benchmark_reports set withdrawn = true where report_id = ${id} and key_hash = ${valueHash(key)} and not withdrawn
    returning plan_id as "planId"`;
  for (const { planId } of done) if (planId !== null) await forgetPlanAssessments(db, planId);
  return done.length > 0;
}

/** A report as operators see it. */
export interface ReviewedBenchmark extends StoredBenchmark {
  readonly planId: string | null;
  readonly withdrawn: boolean;
}

/** Reports, the newest first: those that wait for review, or all. */
export async function listBenchmarks(db: Db, waiting: boolean, most: number): Promise<ReviewedBenchmark[]> {
  const rows = await db<ReviewedBenchmark[]>`
    select report_id as id, plan_id as "planId", offer_id as "offerId", report, ran_on as "ranOn", received_at as "receivedAt", withdrawn
    from benchmark_reports where not ${waiting} or (plan_id is null and not withdrawn) order by received_at desc, report_id limit ${most}`;
  return rows.map((row) => ({ ...row, receivedAt: isoTime(row.receivedAt) }));
}

/**
 * An operator's decision on a report, in a transaction: the offer that it belongs to, or null: it is shown and counted no more. False where there is none.
 * Plans that it counted for, or does now, become due for assessment.
 */
export async function reviewBenchmark(db: Db, id: string, offer: BenchmarkedOffer | null): Promise<boolean> {
  const [before] = await db<{ planId: string | null }[]>`
    select plan_id as "planId" from benchmark_reports where report_id = ${id} for update`;
  if (!before) return false;
  if (offer)
    await db`update benchmark_reports set plan_id = ${offer.planId}, provider_id = ${offer.providerId}, offer_id = ${offer.offerId},
      withdrawn = false where report_id = ${id}`;
  else await db`update benchmark_reports set withdrawn = true where report_id = ${id}`;
  for (const planId of new Set([before.planId, offer?.planId ?? null]))
    if (planId !== null) await forgetPlanAssessments(db, planId);
  return true;
}

/** Reports of a plan, the newest first. */
export async function benchmarksOf(db: Db, planId: string, most = 100): Promise<StoredBenchmark[]> {
  const rows = await db<StoredBenchmark[]>`
    select report_id as id, offer_id as "offerId", report, ran_on as "ranOn", received_at as "receivedAt"
    from benchmark_reports where plan_id = ${planId} and not withdrawn order by received_at desc, report_id limit ${most}`;
  return rows.map((row) => ({ ...row, receivedAt: isoTime(row.receivedAt) }));
}

/** Reports of one row that count: newer ones say more, and a flood of them must not outweigh everything. */
const COUNTED = 30;

/** What owners measured on the servers that some rows sell, by row id: a report of one location counts for the row that sells it there. */
export async function measurementsOf(db: Db, rowIds: readonly string[]): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const rows = await db<{ rowId: string; report: BenchmarkReport; ranOn: string | null; receivedAt: string }[]>`
    select r.row_id as "rowId", b.report, b.ran_on as "ranOn", b.received_at as "receivedAt"
    from search_rows r cross join lateral (select report, ran_on, received_at from benchmark_reports
      where plan_id = r.plan_id and not withdrawn and (offer_id is null or exists (
        select from json_array_elements(r.row -> 'locations') as place where place ->> 'offerId' = offer_id))
      order by received_at desc, report_id limit ${COUNTED}) b
    where r.plan_id in (select plan_id from benchmark_reports) and r.row_id = any(${[...rowIds]}::text[])`;
  const found = new Map<string, Measured[]>();
  for (const { rowId, report, ranOn: printed, receivedAt } of rows) {
    // A clock that runs ahead must not keep a report young.
    const received = isoTime(receivedAt).slice(0, 10);
    const measured = measuredOn(report, printed === null || printed > received ? received : printed);
    found.set(rowId, [...(found.get(rowId) ?? []), measured]);
  }
  return found;
}

/** Geekbench scores of the stored reports, with whose servers they were made on. */
export async function storedScores(db: Db): Promise<MeasuredScore[]> {
  const rows = await db<MeasuredScore[]>`
    select report -> 'cpu' ->> 'model' as model, (score ->> 'version')::int as version, (score ->> 'single')::int as single,
      provider_id as seller, false as "dedicatedCore", score ->> 'url' as url
    from benchmark_reports cross join lateral jsonb_array_elements(report -> 'geekbench') as score
    where not withdrawn and provider_id is not null and report -> 'cpu' ->> 'model' is not null
      and score ->> 'version' is not null and score ->> 'single' is not null
    order by received_at desc limit 50000`;
  return [...rows];
}
