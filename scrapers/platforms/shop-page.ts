/** A page of a shop as it is handed to its platform, and what it came to. */
import type { Finding, ListedLocation } from '../../domain/listing.ts';
import type { PlanRead } from '../read/readings.ts';

/** A page as it is handed to a platform. */
export interface ShopPage {
  readonly body: string;
  /** Where it comes from, for its links; null where nobody knows. */
  readonly url: string | null;
  /** Key of the page, for provenance. */
  readonly key: string;
  /** ISO 4217 of prices whose sign does not tell, by the source's conventions; the page's own chooser comes first. */
  readonly currency: string | null;
}

/** What a page came to. */
export interface ShopRead {
  readonly reads: readonly PlanRead[];
  readonly findings: readonly Finding[];
  /** False where the page cannot stand for the whole list: a challenge, half a page, no page at all. */
  readonly whole: boolean;
  /** Its places, where it describes them itself. */
  readonly locations?: readonly ListedLocation[];
}
