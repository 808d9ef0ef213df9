import type { Origin, Provenance } from '../../domain/plan.ts';
import { priceToJson } from '../../domain/price-json.ts';
import { currentAvailability, type Row } from '../../domain/row.ts';
import type { StoredRow, StoredRowProvider, StoredRowSource } from '../../domain/stored-row.ts';

/** How the prices of a row are known whose price of now was found wrong. */
const NOT_KNOWN: Origin = { how: 'unknown', said: null, url: null, rule: 'voided-price', page: null };

/**
 * The JSON of a row as search keeps it. `snapshots`: ids by page key ("types", "servers@fr-par-1") of the run it was read in.
 * Offers without a named location sell the plan, but are no location of it.
 */
export function storedRow(
  row: Row,
  provider: StoredRowProvider,
  source: Omit<StoredRowSource, 'snapshotId'>,
  snapshots: Readonly<Record<string, string>>,
): StoredRow {
  const { plan } = row;
  return {
    id: row.rowId,
    planKey: plan.planKey,
    url: plan.url,
    firstSeenAt: plan.firstSeenAt,
    lastChangedAt: plan.lastChangedAt,
    provider: { id: provider.id, name: provider.name, country: provider.country, website: provider.website },
    source: { id: source.id, kind: source.kind, url: source.url, snapshotId: mainSnapshot(plan.provenance, snapshots) },
    name: plan.name,
    ...plan.spec,
    availability: row.availability,
    locations: row.offers.flatMap((offer) =>
      offer.location === null
        ? []
        : [
            {
              id: offer.location.id,
              name: offer.location.name,
              city: offer.location.city,
              country: offer.location.country,
              offerId: offer.offerId,
              availability: currentAvailability(offer),
            },
          ],
    ),
    prices: row.prices.map(priceToJson),
    provenance: row.prices.length > 0 ? plan.provenance : { ...plan.provenance, prices: NOT_KNOWN },
    snapshots,
  };
}

/** The snapshot that most fields were read from; of several the first. */
function mainSnapshot(provenance: Provenance, snapshots: Readonly<Record<string, string>>): string | null {
  const fields = new Map<string, number>();
  for (const { page } of Object.values(provenance)) {
    if (page !== null && page in snapshots) fields.set(page, (fields.get(page) ?? 0) + 1);
  }
  const [main] = [...fields].toSorted(([, a], [, b]) => b - a);
  return main ? (snapshots[main[0]] ?? null) : null;
}
