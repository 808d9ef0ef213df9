/** What readers report, and what operators make of it. */
import type { ExperienceReport } from '../../domain/risk/assess-input.ts';
import type { REPORT_KINDS } from '../../domain/risk/report-kinds.ts';
import type { Db } from '../bulk.ts';
import { isoTime, isoTimeOrNull } from '../time.ts';

/** A report as it stands in the table. Times are ISO. */
export interface ReportRecord {
  readonly reportId: string;
  readonly about: 'value' | 'experience';
  readonly providerId: string;
  readonly offerId: string | null;
  readonly field: string | null;
  readonly kind: (typeof REPORT_KINDS)[number] | null;
  readonly happenedOn: string | null;
  readonly url: string | null;
  readonly author: string;
  readonly said: string;
  readonly words: string | null;
  readonly state: 'pending' | 'accepted' | 'rejected';
  readonly reportedAt: string;
  readonly reviewedAt: string | null;
}

/** What is new about a report. */
export type NewReport = Omit<ReportRecord, 'words' | 'state' | 'reviewedAt'> & Partial<Pick<ReportRecord, 'words' | 'state'>>;

const FIELDS = `report_id as "reportId", about, provider_id as "providerId", offer_id as "offerId", field, kind,
  to_char(happened_on, 'YYYY-MM-DD') as "happenedOn", url, author, said, words, state, reported_at as "reportedAt", reviewed_at as "reviewedAt"`;

/** Stores a report. The same author about the same thing on the same day is one report; answers whether it is new. */
export async function addReport(db: Db, report: NewReport): Promise<boolean> {
  const { reportId, about, providerId, offerId, field, kind, happenedOn, url, author, said, reportedAt } = report;
  const { words = null, state = 'pending' } = report;
  const stored = await db`
    insert into reports (report_id, about, provider_id, offer_id, field, kind, happened_on, url, author, said, words, state, reported_at, reviewed_at)
    select ${reportId}, ${about}, ${providerId}, ${offerId}, ${field}, ${kind}, ${happenedOn}::date, ${url}, ${author}, ${said}, ${words},
      ${state}, ${reportedAt}, ${state === 'pending' ? null : reportedAt}::timestamptz
    where not exists (select from reports where author = ${author} and about = ${about} and provider_id = ${providerId}
      and offer_id is not distinct from ${offerId} and field is not distinct from ${field} and kind is not distinct from ${kind}
      and happened_on is not distinct from ${happenedOn}::date)
    returning 1`;
  return stored.length > 0;
}

/** Reports, newest first; of one state or of all. */
export async function listReports(db: Db, state: ReportRecord['state'] | null, limit: number): Promise<ReportRecord[]> {
  const rows = await db<ReportRecord[]>`
    select ${db.unsafe(FIELDS)} from reports where ${state}::text is null or state = ${state} order by reported_at desc, report_id limit ${limit}`;
  return rows.map((row) => ({ ...row, reportedAt: isoTime(row.reportedAt), reviewedAt: isoTimeOrNull(row.reviewedAt) }));
}

/** Writes an operator's decision down; null for an unknown id. `words`: ours, shown with an accepted report. */
export async function reviewReport(
  db: Db,
  reportId: string,
  { state, words, at }: { readonly state: 'accepted' | 'rejected'; readonly words: string | null; readonly at: string },
): Promise<ReportRecord | null> {
  const [row] = await db<ReportRecord[]>`
    update reports set state = ${state}, words = coalesce(${words}, words), reviewed_at = ${at} where report_id = ${reportId}
    returning ${db.unsafe(FIELDS)}`;
  return row ? { ...row, reportedAt: isoTime(row.reportedAt), reviewedAt: isoTimeOrNull(row.reviewedAt) } : null;
}

/** Accepted reports of experiences, by provider; of one provider or of all. */
export async function acceptedReports(
  db: Db,
  providerId: string | null = null,
): Promise<ReadonlyMap<string, readonly ExperienceReport[]>> {
  const rows = await db<(ExperienceReport & { providerId: string })[]>`
    select provider_id as "providerId", kind, to_char(happened_on, 'YYYY-MM-DD') as date, author, url, words from reports
    where state = 'accepted' and about = 'experience' and words is not null and (${providerId}::text is null or provider_id = ${providerId})
    order by happened_on desc, report_id`;
  const found = new Map<string, ExperienceReport[]>();
  for (const { providerId: id, ...report } of rows) found.set(id, [...(found.get(id) ?? []), report]);
  return found;
}
