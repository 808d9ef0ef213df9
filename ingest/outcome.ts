/** How a run ends, as it is decided, reported and recorded. */
import type { ClosedRun } from '../db/queries/runs.ts';
import type { RunCounts } from '../db/schema/scraping.ts';
import type { Failure } from '../domain/failure.ts';
import type { Finding, Rejection } from '../domain/listing.ts';
import type { PagesRead } from '../scrapers/read-pages.ts';

/** The end of a run. */
export interface Outcome {
  readonly state: 'published' | 'unchanged' | 'quarantined' | 'failed';
  readonly failure?: Failure;
  readonly counts: RunCounts;
  readonly findings: readonly Finding[];
  readonly rejections: readonly Rejection[];
  readonly contentHash?: string;
  readonly batchHash?: string;
}

/** Counts of a run that came to nothing. */
export const NOTHING: RunCounts = { pages: 0, plans: 0, offers: 0, rejections: 0, added: 0, changed: 0, withdrawn: 0 };

/** A run that failed, with what its pages said where they were read. */
export function failed(failure: Failure, after?: { readonly pages: number; readonly read: PagesRead }): Outcome {
  return {
    state: 'failed',
    failure,
    counts: { ...NOTHING, pages: after?.pages ?? 0, rejections: after?.read.rejections.length ?? 0 },
    findings: after?.read.findings ?? [],
    rejections: after?.read.rejections ?? [],
  };
}

/** The failure of pages without a plan. */
export function nothingRead(read: PagesRead): Failure {
  const unreadable = read.findings.find((finding) => finding.code === 'unreadable-page');
  if (unreadable) return { code: 'unreadable-page', message: unreadable.message };
  return { code: 'empty', message: 'the pages held no plan that could be read' };
}

/** Counts of a reading. */
export function countsOf(read: PagesRead): Pick<RunCounts, 'plans' | 'offers' | 'rejections'> {
  const offers = read.plans.reduce((sum, plan) => sum + plan.places.length, 0);
  return { plans: read.plans.length, offers, rejections: read.rejections.length };
}

/** The record of a run that ended so. */
export function closedRun(runId: string, outcome: Outcome, finishedAt: string): ClosedRun {
  const { state, failure, counts, findings, rejections, contentHash = null, batchHash = null } = outcome;
  const gravest = state === 'quarantined' ? findings.find((finding) => finding.severity !== 'info')?.message : undefined;
  const message = failure?.message ?? gravest ?? null;
  const failureCode = failure?.code ?? null;
  return { runId, state, failureCode, message, finishedAt, contentHash, batchHash, counts, findings, rejections };
}
