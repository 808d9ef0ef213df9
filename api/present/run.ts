/** Runs as the API tells operators. */
import type { ListedRun, RunRecord } from '../../db/queries/run-records.ts';
import type { HeldDiff } from '../../domain/held-diff.ts';

/** Lines of each kind that are told: a person reads no more, and a catalogue has thousands. */
const MOST_LINES = 200;

/** What a held run would change, or why nobody can tell. */
export type ReadDiff =
  | { readonly ok: true; readonly publishedAt: string | null; readonly diff: HeldDiff }
  | { readonly ok: false; readonly reason: string };

/** A run in a list. */
export function presentListedRun({ runId, failureCode, ...run }: ListedRun) {
  const { sourceId, trigger, state, startedAt, finishedAt, observedAt, message, counts, findings, release } = run;
  const facts = { sourceId, trigger, state, startedAt, finishedAt, observedAt, message, counts, findings, release };
  return { id: runId, failure: failureCode, ...facts };
}

/** A run in full. */
export function presentRun(run: RunRecord, read: ReadDiff) {
  return {
    ...presentListedRun(run),
    rejections: run.rejections,
    pages: run.pages,
    diff: read.ok ? { publishedAt: read.publishedAt, ...shortened(read.diff) } : null,
    noDiff: read.ok ? null : read.reason,
  };
}

function shortened({ added, gone, repriced, currency, spec, placesAdded, placesGone }: HeldDiff) {
  return {
    added: some(added),
    gone: some(gone),
    repriced: some(repriced),
    currency: some(currency),
    spec: some(spec),
    placesAdded: some(placesAdded),
    placesGone: some(placesGone),
  };
}

function some<Item>(all: readonly Item[]) {
  return { count: all.length, first: all.slice(0, MOST_LINES) };
}
