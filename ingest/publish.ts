/** Publishes a judged batch: one transaction, all of it or nothing. */
import type { TransactionQueries } from '../db/client.ts';
import { carryMarks, disputedOffers } from '../db/queries/price-voids.ts';
import { lockPublishing, markPublished, markSeenAgain, moveObservation, raiseVersion } from '../db/queries/publications.ts';
import { loadPublished } from '../db/queries/published-batch.ts';
import { settleChanges } from '../db/queries/settle-changes.ts';
import { storedSnapshots } from '../db/queries/stored-snapshots.ts';
import { noteUnmatched } from '../db/queries/watches/matching.ts';
import { writeBatch } from '../db/queries/write-batch.ts';
import { writeSearchRows } from '../db/queries/write-search-rows.ts';
import { type BatchDiff, diffBatch, type Observation, sameAgain } from '../domain/batch-diff.ts';
import type { PlanOffers } from '../domain/offer.ts';
import type { Provider } from '../domain/provider-facts.ts';
import type { SourceManifest } from '../scrapers/contract.ts';
import { staleAfterHours } from './cadence.ts';

/** What is published, by which run. */
export interface Publication {
  readonly runId: string;
  readonly manifest: SourceManifest;
  readonly provider: Provider;
  readonly observation: Observation;
  /** The plans read, or since when the published ones were last seen, where the pages were theirs again. */
  readonly batch: { readonly plans: readonly PlanOffers[] } | { readonly sameSince: string };
  /** Hash of the pages behind it. */
  readonly contentHash: string;
  /** Snapshot ids by page key. */
  readonly snapshots: Readonly<Record<string, string>>;
}

/** How much a publication held, and changed. */
export interface Published {
  readonly plans: number;
  readonly offers: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** Writes a publication within the caller's transaction, which also holds the source's lock. */
export async function publishBatch(tx: TransactionQueries, publication: Publication): Promise<Published> {
  const { manifest, observation, runId, batch } = publication;
  const run = { runId, sourceId: manifest.sourceId, observedAt: observation.observedAt };
  await lockPublishing(tx.sql, manifest.sourceId);
  const published = await loadPublished(tx.sql, manifest.sourceId);
  const disputed = [...(await disputedOffers(tx.sql, manifest.sourceId))];
  const next = 'plans' in batch ? batch.plans : sameAgain(published, batch.sameSince);
  const diff = diffBatch(published, next, observation);
  await writeBatch(tx.sql, diff, run);
  if (disputed.length > 0) {
    await carryMarks(tx.sql, manifest.providerId, disputed, observation.observedAt);
    // A price that takes the place of a voided one is a change from the last one that stood, or none.
    await settleChanges(tx.sql, manifest.providerId, disputed);
  }
  // Watches are asked about it by whoever works next, whatever becomes of this process.
  if (diff.changes.length > 0) await noteUnmatched(tx.sql, run);
  await raiseVersion(tx.sql);
  await writeRows(tx, diff, publication);
  await moveObservation(tx.sql, run, staleAfterHours(manifest.cadence));
  if ('plans' in batch) {
    const { kind, coverage } = observation;
    await markPublished(tx.sql, run, { contentHash: publication.contentHash, observation: kind, coverage });
  } else await markSeenAgain(tx.sql, run, observation.kind);
  return countsOf(diff);
}

async function writeRows(tx: TransactionQueries, diff: BatchDiff, publication: Publication): Promise<void> {
  const { manifest, provider, observation } = publication;
  const dirty = diff.plans.filter((outcome) => outcome.rowsDirty);
  const absent = dirty.filter((outcome) => !outcome.seen).map((outcome) => outcome.plan.planId);
  const stored = await storedSnapshots(tx.sql, absent);
  const plans = dirty.map(({ plan, offers, seen }) => ({
    plan,
    offers: offers.map(({ offer }) => offer),
    snapshots: seen ? publication.snapshots : (stored.get(plan.planId) ?? {}),
  }));
  const source = { id: manifest.sourceId, kind: manifest.kind, url: manifest.documentation };
  const surroundings = { provider, source, staleAfterHours: staleAfterHours(manifest.cadence) };
  await writeSearchRows(tx.sql, plans, surroundings, observation.observedAt);
}

function countsOf(diff: BatchDiff): Published {
  const seen = diff.plans.filter((outcome) => outcome.seen);
  const kinds = (kind: string) => diff.changes.filter((change) => change.kind === kind).length;
  return {
    plans: seen.length,
    offers: seen.reduce((sum, { offers }) => sum + offers.filter(({ prices }) => prices !== 'missing').length, 0),
    added: kinds('new'),
    changed: diff.changes.length - kinds('new') - kinds('withdrawn'),
    withdrawn: kinds('withdrawn'),
  };
}
