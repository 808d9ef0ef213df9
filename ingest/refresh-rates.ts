/** Brings the newest exchange rates in: fetched, checked, stored with their date, and row prices recomputed. */
import type { Database } from '../db/client.ts';
import { raiseVersion } from '../db/queries/publications.ts';
import { newestRates, type PublishedRates, storeRates } from '../db/queries/rates.ts';
import { recomputePrices } from '../db/queries/recompute-prices.ts';
import { type RateTable, ratePerEuro, rateTable } from '../domain/exchange-rates.ts';
import type { Failure } from '../domain/failure.ts';
import type { FetchPage } from '../net/fetch-page.ts';
import { ECB_DAILY_URL, ECB_HOSTS, type RatesRead, readEcbRates } from '../scrapers/rates/ecb.ts';

/** A rate that moved by more than this factor within two published tables is held back: no currency of a shop does that in days. */
const LARGEST_MOVE = 1.5;

/** The bank gives up a currency in years; a table that lacks more of them than this share was not read whole. */
const LARGEST_LOSS = 0.2;

const DAY_MS = 86_400_000;

export type RatesReport =
  | { readonly state: 'stored'; readonly date: string }
  | { readonly state: 'unchanged'; readonly date: string }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Fetches and stores today's table. */
export async function refreshRates(database: Database, fetchPage: FetchPage): Promise<RatesReport> {
  const page = await fetchPage({ url: ECB_DAILY_URL, allowedHosts: ECB_HOSTS, maxBytes: 1024 * 1024 });
  if (!page.ok) return { state: 'failed', failure: page.failure };
  const read = readEcbRates(page.body.toString('utf8'));
  if (!read) return { state: 'failed', failure: { code: 'unreadable-page', message: 'the rates could not be read' } };
  return publishRates(database, { ...read, url: page.url, observedAt: page.fetchedAt });
}

/** Stores a table and recomputes comparable prices, in one transaction. An implausible table is refused. */
export async function publishRates(database: Database, rates: PublishedRates): Promise<RatesReport> {
  return database.transaction(async (tx) => {
    const trouble = implausible(await newestRates(tx.sql), rates);
    if (trouble) return { state: 'failed', failure: { code: 'unreadable-page', message: trouble } };
    const newest = await storeRates(tx.sql, rates);
    if (!newest) return { state: 'unchanged', date: rates.date };
    // Also keeps publications from storing prices by the rates before while all others move.
    await raiseVersion(tx.sql);
    await recomputePrices(tx.sql, rateTable(rates.date, rates.perEuro));
    return { state: 'stored', date: rates.date };
  });
}

/** What speaks against a table as the newest one; null: nothing. */
function implausible(known: RateTable, next: PublishedRates): string | null {
  if (next.date < known.date) return null;
  // A table of the future would stay the newest for ever.
  if (Date.parse(next.date) > Date.parse(next.observedAt) + DAY_MS) return `the rates are of ${next.date}, which is not yet`;
  const missing = [...known.perEuro.keys()].filter((currency) => !(currency in next.perEuro));
  if (missing.length > known.perEuro.size * LARGEST_LOSS) return `the rates lack ${missing.join(', ')}`;
  const jump = largestMove(known, next);
  return jump && `the rate of ${jump} moved implausibly`;
}

/** The first currency that moved beyond the limit between two tables at most a month apart; null: none. */
function largestMove(known: RateTable, next: RatesRead): string | null {
  if (known.date === '' || Math.abs(Date.parse(next.date) - Date.parse(known.date)) > 31 * DAY_MS) return null;
  const table = rateTable(next.date, next.perEuro);
  for (const currency of known.perEuro.keys()) {
    const [before, after] = [ratePerEuro(known, currency), ratePerEuro(table, currency)];
    if (before === null || after === null) continue;
    const factor = Number(after) / Number(before);
    if (factor > LARGEST_MOVE || factor < 1 / LARGEST_MOVE) return currency;
  }
  return null;
}
