/** What a reading speaks for: only what its pages would have shown can be missed by it. */
import type { PublishedOffer } from './row.ts';

/** What a reading can say is gone. */
export interface Coverage {
  /** Only complete readings count an absent offer as missed. */
  readonly complete: boolean;
  /** Location ids that it speaks for; null: everywhere. */
  readonly covers: readonly string[] | null;
  /** Posts of a feed that it speaks for ("leb:184882"); absent: everything. */
  readonly posts?: readonly string[];
  /** Plans that the source still lists but that could not be read: not gone. */
  readonly rejectedPlanIds: readonly string[];
}

/** A reading of the whole source. */
export const WHOLE_SOURCE: Coverage = { complete: true, covers: null, rejectedPlanIds: [] };

/** Whether the pages of a reading would have shown the offer, were it still sold. */
export function spokenFor(
  planId: string,
  offer: Pick<PublishedOffer, 'location'>,
  coverage: Omit<Coverage, 'complete'>,
): boolean {
  if (coverage.rejectedPlanIds.includes(planId)) return false;
  if (coverage.posts && !coverage.posts.includes(postOf(planId))) return false;
  return coverage.covers === null || offer.location === null || coverage.covers.includes(offer.location.id);
}

/** The post that a plan of a feed stands in: what its id holds before "+". */
function postOf(planId: string): string {
  const end = planId.indexOf('+');
  return end < 0 ? planId : planId.slice(0, end);
}
