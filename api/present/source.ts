/** Sources as the API tells them: the registry's facts, the database's state, and both in plain words. */
import type { SourceCounts } from '../../db/queries/catalogue-meta.ts';
import type { SourceState } from '../../db/queries/source-state.ts';
import { handlingOf } from '../../domain/failure.ts';
import type { SourceManifest } from '../../scrapers/contract.ts';
import { type HasCredential, sourceOff } from '../../scrapers/source-off.ts';

/** A plan older than this is nobody's any more. */
const OVERDUE_MS = 60 * 60_000;

/** What a source's page is made of. `manifest` null: the database knows it, this version does not. */
export interface SourceParts {
  readonly state: SourceState;
  readonly manifest: SourceManifest | null;
  readonly counts: SourceCounts;
  readonly hasCredential: HasCredential;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The public form of a source. */
export function presentSource({ state, manifest, counts, hasCredential, now }: SourceParts) {
  const { sourceId, providerId, publishedAt, observation, lastRun, nextRunAt, notBefore } = state;
  const off = offOf(state, manifest, hasCredential, now);
  const ageSeconds = publishedAt === null ? null : Math.max(0, Math.floor((now - Date.parse(publishedAt)) / 1000));
  return {
    id: sourceId,
    title: manifest?.title ?? null,
    provider: providerId,
    kind: manifest?.kind ?? null,
    cadence: manifest?.cadence ?? null,
    documentation: manifest?.documentation ?? null,
    evidence: manifest?.evidence ?? null,
    verified: manifest?.verified ?? null,
    needsCredential: manifest === null ? null : manifest.credential !== null,
    state: stateOf(state, off),
    off,
    data: { observation, observedAt: publishedAt, ageSeconds },
    counts,
    lastRun: lastRun && {
      id: lastRun.runId,
      state: lastRun.state,
      at: lastRun.at,
      message: lastRun.message,
      failure: failureOf(lastRun),
      counts: lastRun.counts,
    },
    nextRunAt: off ? null : nextRunAt,
    notBefore,
  };
}

/** Why a source is not read: how it is switched, else what this process cannot do; null: it is read. */
export function offOf(state: SourceState, manifest: SourceManifest | null, hasCredential: HasCredential, now: number) {
  // A source that began switched off was never on: nobody but the software decided that.
  if (state.off) return { by: state.off.since === null ? ('software' as const) : ('operator' as const), ...state.off };
  // A worker may have the credential that this process lacks: it has planned a run then.
  const planned = state.nextRunAt !== null && Date.parse(state.nextRunAt) > now - OVERDUE_MS;
  const reason = manifest && sourceOff(manifest, (name) => planned || hasCredential(name));
  return reason === null ? null : { by: 'software' as const, reason, since: null };
}

/** One word for a source: how its last run ended, that it is off, or that it was never run. */
export function stateOf({ lastRun }: Pick<SourceState, 'lastRun'>, off: ReturnType<typeof offOf>) {
  if (off) return 'off' as const;
  return lastRun?.state ?? ('never-run' as const);
}

function failureOf({ state, failureCode, message }: NonNullable<SourceState['lastRun']>) {
  if (state !== 'failed' || failureCode === null) return null;
  const { means, retry } = handlingOf(failureCode);
  return { code: failureCode, means, message, retry };
}
