/** What is known around checks, kept in memory between them: the market is loaded now and then, not by each request. */
import { readCostRates } from '../../db/catalog/read-catalog.ts';
import { readCpuScores } from '../../db/catalog/read-cpu-scores.ts';
import type { Database } from '../../db/client.ts';
import { storedScores } from '../../db/queries/benchmarks.ts';
import { loadPeers } from '../../db/queries/market-peers.ts';
import { listProviders } from '../../db/queries/providers.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { acceptedReports } from '../../db/queries/reports.ts';
import { referencesOf } from '../../domain/benchmark/reference.ts';
import { createMarket } from '../../domain/market/market.ts';
import type { Measured } from '../../domain/risk/measured.ts';
import type { CheckSurroundings } from './offer-check.ts';

/** Prices are as old as this at most; they change by the day. */
const KEPT_MS = 10 * 60 * 1000;

type Known = Omit<CheckSurroundings, 'measurements' | 'now'>;
const kept = new WeakMap<Database, { readonly at: number; readonly known: Promise<Known> }>();

/** The surroundings of a check. `now`: epoch milliseconds. */
export async function checkSurroundings(
  database: Database,
  now: number,
  measurements: readonly Measured[],
): Promise<CheckSurroundings> {
  const last = kept.get(database);
  const fresh = last && now - last.at < KEPT_MS ? last : { at: now, known: load(database) };
  if (fresh !== last) {
    kept.set(database, fresh);
    // What failed is tried again by the next check.
    fresh.known.catch(() => kept.delete(database));
  }
  return { ...(await fresh.known), measurements, now: new Date(now).toISOString() };
}

async function load({ sql }: Database): Promise<Known> {
  const [costRates, rates, peers, listed, reports, cpuScores, stored] = await Promise.all([
    readCostRates(),
    newestRates(sql),
    loadPeers(sql),
    listProviders(sql),
    acceptedReports(sql),
    readCpuScores(),
    storedScores(sql),
  ]);
  return {
    market: createMarket(peers),
    costRates,
    rates,
    providers: listed.map(({ facts }) => facts),
    reportsOf: (providerId) => reports.get(providerId) ?? [],
    referencesOf: referencesOf([...cpuScores, ...stored]),
  };
}
