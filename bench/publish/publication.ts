/** A seller's plans, published as a run publishes them. */
import { openRun } from '../../db/queries/runs.ts';
import { seedProviders, seedSources } from '../../db/queries/seed.ts';
import { WHOLE_SOURCE } from '../../domain/coverage.ts';
import type { PlanOffers, Price } from '../../domain/offer.ts';
import { publishBatch } from '../../ingest/publish.ts';
import type { Bench } from '../database.ts';
import { timed } from '../measure.ts';
import type { Seller } from '../world/world.ts';

/** Makes sellers known to the database. */
export async function seedSellers({ database: { sql } }: Bench, sellers: readonly Seller[]): Promise<void> {
  await seedProviders(
    sql,
    sellers.map((seller) => seller.provider),
  );
  await seedSources(
    sql,
    sellers.map((seller) => seller.manifest),
  );
}

/** Publishes plans as a complete live run of that day; answers the milliseconds of its transaction. */
export async function publish(
  { database }: Bench,
  { manifest, provider }: Seller,
  plans: readonly PlanOffers[],
  observedAt: string,
): Promise<number> {
  const runId = `${manifest.sourceId}-${observedAt}`;
  await openRun(database.sql, { runId, sourceId: manifest.sourceId, trigger: 'schedule', startedAt: observedAt, observedAt });
  const { ms } = await timed(() =>
    database.transaction((tx) =>
      publishBatch(tx, {
        runId,
        manifest,
        provider,
        observation: { observedAt, kind: 'live', coverage: WHOLE_SOURCE, repeated: false },
        batch: { plans },
        contentHash: runId,
        snapshots: { plans: '1' },
      }),
    ),
  );
  return ms;
}

/** The same plans, of which every twentieth costs a tenth more everywhere. */
export function repriced(plans: readonly PlanOffers[]): readonly PlanOffers[] {
  const dearer = (price: Price): Price => ({ ...price, micros: (price.micros * 11n) / 10n });
  return plans.map((plan, index) =>
    index % 20 === 0 ? { ...plan, places: plan.places.map((place) => ({ ...place, prices: place.prices.map(dearer) })) } : plan,
  );
}
