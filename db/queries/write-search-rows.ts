/** Builds the search rows of plans from what is published of them, and puts them in the place of the ones before. */
import { assessedHash } from '../../domain/check/stored-plan.ts';
import type { RateTable } from '../../domain/exchange-rates.ts';
import { DROP_WINDOW_DAYS, type EarlierPrice, type PriceDrop, priceDrop } from '../../domain/price-drop.ts';
import { type PublishedOffer, type PublishedPlan, type Row, rowsOf } from '../../domain/row.ts';
import { searchFacts } from '../../domain/search-facts.ts';
import type { StoredRowProvider, StoredRowSource } from '../../domain/stored-row.ts';
import type { Db } from '../bulk.ts';
import { earlierPrices } from './earlier-prices.ts';
import { disputedOffers } from './price-voids.ts';
import { newestRates } from './rates.ts';
import { replaceSearchRows } from './replace-search-rows.ts';
import { assessedBefore } from './risk-assessments.ts';
import { type SearchRowRecord, searchRowValues } from './search-row-values.ts';
import { storedRow } from './stored-row.ts';

const DAY_MS = 86_400_000;

/** What rows show of their source and provider, and how long it stays fresh. */
export interface RowSurroundings {
  readonly provider: StoredRowProvider;
  readonly source: Omit<StoredRowSource, 'snapshotId'>;
  readonly staleAfterHours: number;
}

/** A plan with its offers, and the snapshot ids by page key of the run that saw it last. */
export interface PlanToWrite {
  readonly plan: PublishedPlan;
  readonly offers: readonly PublishedOffer[];
  readonly snapshots: Readonly<Record<string, string>>;
}

/** Writes the rows of some plans of one source; `observedAt` (ISO time): falls are looked for before it. */
export async function writeSearchRows(
  db: Db,
  plans: readonly PlanToWrite[],
  surroundings: RowSurroundings,
  observedAt: string,
): Promise<void> {
  if (plans.length === 0) return;
  const sourceId = surroundings.source.id;
  const since = new Date(Date.parse(observedAt) - DROP_WINDOW_DAYS * DAY_MS).toISOString();
  const known = {
    rates: await newestRates(db),
    earlier: await earlierPrices(db, sourceId, since),
    disputed: await disputedOffers(db, sourceId),
  };
  const records = plans.flatMap((plan) => rowRecords(plan, surroundings, known));
  await replaceSearchRows(
    db,
    plans.map(({ plan }) => plan.planId),
    await withAssessments(db, records),
  );
}

/** Rows that say what they said when they were assessed keep their assessment; the others are assessed anew in the background. */
async function withAssessments(db: Db, records: readonly SearchRowRecord[]): Promise<SearchRowRecord[]> {
  const before = await assessedBefore(
    db,
    records.map(({ rowId }) => rowId),
  );
  return records.map((record) => {
    const known = before.get(record.rowId);
    if (!known || known.rowHash !== assessedHash(record.row)) return record;
    const { score, shown } = known;
    return { ...record, riskLevel: shown.level === 'unknown' ? null : shown.level, riskScore: score, risk: shown };
  });
}

interface Known {
  readonly rates: RateTable;
  readonly earlier: ReadonlyMap<string, readonly EarlierPrice[]>;
  readonly disputed: ReadonlySet<string>;
}

function rowRecords(
  { plan, offers, snapshots }: PlanToWrite,
  { provider, source, staleAfterHours }: RowSurroundings,
  { rates, earlier, disputed }: Known,
): SearchRowRecord[] {
  const priced = offers.map((offer) => (disputed.has(offer.offerId) ? { ...offer, prices: [] } : offer));
  return rowsOf(plan, priced).map((row) =>
    searchRowValues({
      facts: searchFacts(row, { providerName: provider.name, staleAfterHours }),
      stored: storedRow(row, provider, source, snapshots),
      rates,
      drop: dropOf(row, earlier, rates),
    }),
  );
}

/** The greatest fall among the row's offers: they cost the same now, but not all did before. */
function dropOf(
  row: Row,
  earlier: ReadonlyMap<string, readonly EarlierPrice[]>,
  rates: RateTable,
): { ppm: number; until: string } | null {
  const drops = row.offers
    .map((offer) => priceDrop(row.prices, earlier.get(offer.offerId) ?? [], rates))
    .filter((drop) => drop !== null);
  const best = drops.reduce<PriceDrop | null>((best, drop) => (best === null || drop.ppm > best.ppm ? drop : best), null);
  return best && { ppm: best.ppm, until: new Date(Date.parse(best.from) + DROP_WINDOW_DAYS * DAY_MS).toISOString() };
}
