/** Reports in the contract's JSON. */
import type { ReportRecord } from '../../db/queries/reports.ts';
import type { ExperienceReport } from '../../domain/risk/assess-input.ts';

/** As operators see it. */
export function presentReport({ reportId, providerId, happenedOn, ...rest }: ReportRecord) {
  return { id: reportId, provider: providerId, date: happenedOn, ...rest };
}

/** As everybody sees it: who said it stays with us. */
export function presentExperience({ kind, date, url, words }: ExperienceReport) {
  return { kind, date, url, words };
}
