/** Fills search with a catalogue, without its history: rows only, through the functions that a publication makes them with. */
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { type SearchRowRecord, searchRowValues } from '../../db/queries/search-row-values.ts';
import { storedRow } from '../../db/queries/stored-row.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { rowsOf } from '../../domain/row.ts';
import { searchFacts } from '../../domain/search-facts.ts';
import type { Bench } from '../database.ts';
import type { Seller } from '../world/world.ts';

/** When the catalogue was observed. */
export const OBSERVED_AT = '2026-11-23T06:00:00.000Z';

/** Writes the rows of all sellers and lets PostgreSQL tidy up, as its housekeeping does in time; answers how many rows there are. */
export async function fillSearch({ database: { sql }, rates }: Bench, sellers: readonly Seller[]): Promise<number> {
  let count = 0;
  for (const seller of sellers) {
    const plans = seller.plans();
    const rows = plans.flatMap((plan) => recordsOf(plan, seller, rates));
    count += rows.length;
    await sql.begin((tx) =>
      replaceSearchRows(
        tx,
        plans.map((plan) => plan.planId),
        rows,
      ),
    );
  }
  await sql`vacuum analyze search_rows, search_options`;
  return count;
}

function recordsOf({ places, ...plan }: PlanOffers, { provider, manifest }: Seller, rates: Bench['rates']): SearchRowRecord[] {
  const seen = { firstSeenAt: OBSERVED_AT, lastSeenAt: OBSERVED_AT, missedRuns: 0, withdrawn: false };
  const published = { ...plan, observation: 'live' as const, firstSeenAt: OBSERVED_AT, lastChangedAt: OBSERVED_AT };
  const offers = places.map((place) => ({ ...place, ...seen }));
  const source = { id: manifest.sourceId, kind: manifest.kind, url: manifest.documentation };
  return rowsOf(published, offers).map((row) =>
    searchRowValues({
      facts: searchFacts(row, { providerName: provider.name, staleAfterHours: 72 }),
      stored: storedRow(row, provider, source, { plans: '1' }),
      rates,
      drop: null,
    }),
  );
}
