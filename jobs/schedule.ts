/** When a source is read next: by its cadence, and by what became of the last run. Pure. */
import { handlingOf } from '../domain/failure.ts';
import type { RunReport } from '../ingest/run.ts';
import type { SourceManifest } from '../scrapers/contract.ts';

/** What is written into the source's state. */
export interface NextRun {
  /** ISO time; null: not before a person acts. */
  readonly nextRunAt: string | null;
  /** ISO time up to which the source asked to be left alone, where it did. */
  readonly notBefore: string | null;
}

/** Randomness: a number from 0 up to 1. */
export type Random = () => number;

const MINUTE = 60_000;

/** Time between two regular runs in milliseconds. */
export const CADENCE_MS = { hourly: 60 * MINUTE, daily: 24 * 60 * MINUTE, weekly: 7 * 24 * 60 * MINUTE } as const;

/** Share of a cadence by which runs stray to either side, so that sources do not fall into step and no site sees a clockwork. */
const JITTER = 0.1;

/** First pause after a failure that may pass; it doubles with each failure in a row. Two minutes outlast a restart or a brief outage. */
const FIRST_BACK_OFF_MS = 2 * MINUTE;

/** Tries in a row before the cadence is waited for: the last pause is about half an hour, and an outage that long is no blip. */
export const MAX_SOON_TRIES = 5;

/** After a held batch the source is read again this soon: a second reading that says the same publishes what was only unusual. */
const CONFIRM_AFTER_MS = 60 * MINUTE;

/** Sources of a fresh database start within this: soon enough to watch, not all in one instant. */
const FIRST_RUN_SPREAD_MS = 15_000;

/** Postgres and people can write no later time. */
const LATEST = Date.UTC(9999, 11, 31);

/** What a plan is made from. */
export interface RunEnd {
  readonly manifest: Pick<SourceManifest, 'cadence'>;
  readonly report: Pick<RunReport, 'state' | 'failure' | 'findings'>;
  /** Failures right before this run that may pass (`soon` in the failure table). */
  readonly failuresBefore: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly random: Random;
}

/** When to run again after a report; null where another run holds the source and decides. */
export function planNextRun({ manifest, report, failuresBefore, now, random }: RunEnd): NextRun | null {
  if (report.state === 'busy') return null;
  const regular = nextRegularRun(manifest, now, random);
  const confirmable = report.state === 'quarantined' && !report.findings.some((finding) => finding.severity === 'hard');
  if (confirmable) return { nextRunAt: iso(Math.min(regular, now + CONFIRM_AFTER_MS)), notBefore: null };
  if (report.state !== 'failed' || report.failure === null) return { nextRunAt: iso(regular), notBefore: null };

  const { code, notBefore } = report.failure;
  const asked = notBefore !== undefined && notBefore > now ? notBefore : null;
  const wanted = {
    soon: failuresBefore < MAX_SOON_TRIES ? Math.min(regular, now + backOff(failuresBefore, random)) : regular,
    'next-run': regular,
    never: null,
  }[handlingOf(code).retry];
  const nextRunAt = wanted === null ? null : iso(Math.max(wanted, asked ?? 0));
  return { nextRunAt, notBefore: asked === null ? null : iso(asked) };
}

/** A cadence from now, give or take a tenth: epoch milliseconds. */
export function nextRegularRun(manifest: Pick<SourceManifest, 'cadence'>, now: number, random: Random): number {
  return now + Math.round(CADENCE_MS[manifest.cadence] * (1 - JITTER + 2 * JITTER * random()));
}

/** When a source that was never read is read first: ISO time a few seconds from now. */
export function firstRun(now: number, random: Random): string {
  return iso(now + Math.round(FIRST_RUN_SPREAD_MS * random()));
}

/** Three quarters to five quarters of the doubled pause, so that sources on one broken network do not come back together. */
function backOff(failuresBefore: number, random: Random): number {
  return Math.round(FIRST_BACK_OFF_MS * 2 ** failuresBefore * (0.75 + random() / 2));
}

function iso(time: number): string {
  return new Date(Math.min(time, LATEST)).toISOString();
}
