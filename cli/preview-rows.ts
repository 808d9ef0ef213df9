/** Plans as the rows that commands show without a database: what search would answer, had they been published now. */
import { readBundledRates } from '../db/catalog/read-catalog.ts';
import { storedRow } from '../db/queries/stored-row.ts';
import { DEFAULT_HORIZON_MONTHS } from '../domain/comparable.ts';
import { rateTable } from '../domain/exchange-rates.ts';
import type { Finding, Rejection } from '../domain/listing.ts';
import type { PlanOffers } from '../domain/offer.ts';
import { type OriginJson, presentRow, type RowJson } from '../domain/present-row.ts';
import { rowsOf } from '../domain/row.ts';
import type { StoredRowProvider, StoredRowSource } from '../domain/stored-row.ts';
import { data } from './output.ts';

type Times = Readonly<Record<'observedAt' | 'firstSeenAt' | 'lastChangedAt', string | null>>;

/** A previewed row: when a file or a text was observed is not known. */
export type PreviewRow = Omit<RowJson, keyof Times | 'provenance' | 'source'> &
  Times & {
    readonly source: PreviewSource & { readonly snapshotId: string | null };
    readonly provenance: Readonly<Record<string, Omit<OriginJson, 'observedAt'> & { readonly observedAt: string | null }>>;
  };

/** Where previewed plans come from; a text may come from nowhere in particular. */
export type PreviewSource = Omit<StoredRowSource, 'snapshotId' | 'url'> & { readonly url: string | null };

/** Makes rows of plans that were just read from the live source, or from a recording (a file, a text). */
export async function previewRows(
  read: 'live' | 'recorded',
): Promise<(plans: readonly PlanOffers[], provider: StoredRowProvider, source: PreviewSource) => PreviewRow[]> {
  const bundled = await readBundledRates();
  const rates = rateTable(bundled.date, bundled.perEuro);
  const question = { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null, currency: 'USD', rates };
  const now = new Date().toISOString();
  const seen = { firstSeenAt: now, lastSeenAt: now, missedRuns: 0, withdrawn: false };
  return (plans, provider, source) =>
    plans.flatMap(({ places, ...plan }) => {
      const published = { ...plan, observation: read, firstSeenAt: now, lastChangedAt: now };
      const offers = places.map((place) => ({ ...place, ...seen }));
      return rowsOf(published, offers).map((row): PreviewRow => {
        const stored = storedRow(row, provider, { ...source, url: source.url ?? '' }, {});
        const shown = presentRow(stored, { ...question, observedAt: now, state: read, provenance: true });
        const from = { ...shown, source: { ...shown.source, url: source.url } };
        const provenance = shown.provenance ?? {};
        return read === 'live' ? { ...from, provenance } : { ...from, ...NO_TIMES, provenance: withoutTimes(provenance) };
      });
    });
}

const NO_TIMES: Times = { observedAt: null, firstSeenAt: null, lastChangedAt: null };

function withoutTimes(provenance: Readonly<Record<string, OriginJson>>): PreviewRow['provenance'] {
  return Object.fromEntries(Object.entries(provenance).map(([field, origin]) => [field, { ...origin, observedAt: null }]));
}

/** A provider of whom nothing but the id is known. */
export function nameless(id: string): StoredRowProvider {
  return { id, name: id, country: null, website: null };
}

/** What was read, as NDJSON: a line for each offer, rejection and finding. */
export function printPreview(
  rows: readonly PreviewRow[],
  read: { readonly rejections: readonly Rejection[]; readonly findings: readonly Finding[] },
): void {
  for (const offer of rows) data(JSON.stringify({ offer }));
  for (const rejection of read.rejections) data(JSON.stringify({ rejection }));
  for (const finding of read.findings) data(JSON.stringify({ finding }));
}
