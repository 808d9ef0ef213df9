/** Builds what the plausibility gate compares: the batch read now, and the part of the published one that it speaks for. */
import type { Db } from '../db/bulk.ts';
import { disputedOffers } from '../db/queries/price-voids.ts';
import { loadPublished } from '../db/queries/published-batch.ts';
import type { SourceRunState } from '../db/queries/runs.ts';
import type { PublishedEntry } from '../domain/batch-diff.ts';
import type { Baseline, Judgement } from '../domain/plausibility/batch.ts';
import { judgeBatch } from '../domain/plausibility/judge-batch.ts';
import { judgedHash } from '../domain/plausibility/judged-hash.ts';
import type { PublishedOffer } from '../domain/row.ts';
import { priceHash } from '../domain/sameness.ts';
import { shownPlans } from '../domain/shown-plans.ts';
import type { PagesRead } from '../scrapers/read-pages.ts';

const DAY_MS = 86_400_000;

/** A verdict with the hash by which a second run confirms it. */
export interface Verdict extends Judgement {
  readonly batchHash: string;
}

/** Judges what was read against what is published. */
export async function judge(
  db: Db,
  run: { readonly sourceId: string; readonly read: PagesRead; readonly state: SourceRunState; readonly observedAt: string },
): Promise<Verdict> {
  const { read, state } = run;
  const published = state.publishedAt === null ? [] : await loadPublished(db, run.sourceId);
  const disputed = state.publishedAt === null ? new Set<string>() : await disputedOffers(db, run.sourceId);
  const batchHash = judgedHash(read.plans);
  const judgement = judgeBatch({
    next: read.plans,
    rejections: read.rejections.length,
    complete: read.complete,
    baseline: baselineOf(published, disputed, run),
    batchHash,
    // Reading the same recording again is no second observation.
    heldHash: state.heldAt === run.observedAt ? null : state.heldHash,
  });
  return { ...judgement, batchHash };
}

function baselineOf(
  published: readonly PublishedEntry[],
  disputed: ReadonlySet<string>,
  { read, state, observedAt }: { readonly read: PagesRead; readonly state: SourceRunState; readonly observedAt: string },
): Baseline {
  const { publishedAt } = state;
  if (publishedAt === null) return { kind: 'none' };
  const now = new Map(
    disputed.size === 0
      ? []
      : read.plans.flatMap(({ places }) => places.map((place) => [place.offerId, priceHash(place.prices)])),
  );
  // A price that was found wrong is no measure, unless it is still said: its correction must not be held for being far from it.
  const isMeasure = ({ offerId, prices }: PublishedOffer) => !disputed.has(offerId) || now.get(offerId) === priceHash(prices);
  const placeOf = (offer: PublishedOffer) => ({ offerId: offer.offerId, prices: isMeasure(offer) ? offer.prices : [] });
  const plans = shownPlans(published, publishedAt, read).map(({ plan, offers }) => ({
    planId: plan.planId,
    spec: plan.spec,
    places: offers.map(placeOf),
  }));
  if (state.publishedTrigger !== 'catalogue') {
    // Posts are other ones from run to run: what is not understood in new ones says nothing about the reader.
    const rejections = read.posts === undefined ? state.publishedRejections : null;
    return { kind: 'published', plans, rejections };
  }
  return { kind: 'bundled', plans, ageDays: Math.abs(Date.parse(observedAt) - Date.parse(publishedAt)) / DAY_MS };
}
