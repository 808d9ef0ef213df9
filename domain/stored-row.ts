/** The public row as it is stored: everything of the contract that does not depend on the question or the hour. */
import type { Availability } from './offer.ts';
import type { PlanSpec, Provenance } from './plan.ts';
import type { PriceJson } from './price-json.ts';

/** A location of a row in public JSON. */
export interface StoredRowLocation {
  readonly id: string;
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly offerId: string;
  readonly availability: Availability;
}

/** Provider of a row in public JSON. */
export interface StoredRowProvider {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly website: string | null;
}

/** Source of a row in public JSON. */
export interface StoredRowSource {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly snapshotId: string | null;
}

/**
 * Public row without `state`, `observedAt` (columns: they move with every run and with time), `comparable`, `capabilities`
 * and `risk`; `provenance` is shown where asked for.
 */
export interface StoredRow extends PlanSpec {
  readonly id: string;
  readonly planKey: string | null;
  readonly url: string | null;
  readonly firstSeenAt: string;
  readonly lastChangedAt: string;
  readonly provider: StoredRowProvider;
  readonly source: StoredRowSource;
  readonly name: string | null;
  readonly availability: Availability;
  readonly locations: readonly StoredRowLocation[];
  readonly prices: readonly PriceJson[];
  readonly provenance: Provenance;
  /** Snapshot ids by page key, for provenance. */
  readonly snapshots: Readonly<Record<string, string>>;
}
