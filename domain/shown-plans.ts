import type { PublishedEntry } from './batch-diff.ts';
import { type Coverage, spokenFor } from './coverage.ts';
import type { PublishedOffer, PublishedPlan } from './row.ts';

/** A plan with the offers of it that were on show. */
export interface ShownPlan {
  readonly plan: PublishedPlan;
  readonly offers: readonly PublishedOffer[];
}

/**
 * What a new reading is compared with: exactly what the last published run showed, as far as the reading speaks for it. A
 * released loss must not be held again with every later run.
 */
export function shownPlans(
  published: readonly PublishedEntry[],
  publishedAt: string,
  reading: Omit<Coverage, 'complete'>,
): ShownPlan[] {
  const shown = (offer: PublishedOffer) => offer.lastSeenAt >= publishedAt && offer.missedRuns === 0 && !offer.withdrawn;
  return published.flatMap(({ plan, offers }) => {
    const kept = offers.filter((offer) => shown(offer) && spokenFor(plan.planId, offer, reading));
    return kept.length > 0 ? [{ plan, offers: kept }] : [];
  });
}
