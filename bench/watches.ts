/** Which of many watches a publication concerns, against asking each of them about each change. */
import { readBundledRates } from '../db/catalog/read-catalog.ts';
import { rateTable } from '../domain/exchange-rates.ts';
import type { FilterContext } from '../domain/filter/conditions.ts';
import type { OfferFilter } from '../domain/filter/criteria.ts';
import { parseFilter } from '../domain/filter/parse.ts';
import { passes } from '../domain/filter/predicate.ts';
import { rowsOf } from '../domain/row.ts';
import { type SearchFacts, searchFacts } from '../domain/search-facts.ts';
import { createFilterIndex } from '../domain/watch/filter-index.ts';
import { timed } from './measure.ts';
import { type Random, randomOf } from './random.ts';
import { type BenchReport, type BenchSize, fixed } from './report.ts';
import { worldOf } from './world/world.ts';

const OBSERVED_AT = '2026-11-23T06:00:00.000Z';
const CHANGES = 10_000;
const WATCHES = [10_000, 100_000, 1_000_000] as const;
/** Of the watches, those of one offer; the others are searches. */
const OF_ONE_OFFER = 0.5;
/** Pairs of a watch and a change that are asked one by one. */
const ASKED_ONE_BY_ONE = 200_000;

/** Measures both for growing numbers of watches and the same changes. */
export async function benchWatches({ say }: BenchSize): Promise<BenchReport> {
  const bundled = await readBundledRates();
  const context: FilterContext = { now: OBSERVED_AT, rates: rateTable(bundled.date, bundled.perEuro) };
  const changed = await changedRows();
  const figures = [];
  for (const count of WATCHES) {
    figures.push(await measure(count, changed, context));
    say(`${count} watches asked`);
  }
  return {
    title: `Which watches ${changed.length} changed rows concern`,
    head: ['watches', 'taking them in', 'matching', 'pairs found', 'one by one (from a sample)', 'faster'],
    rows: figures.map(({ watches, inMs, matchMs, pairs, naiveMs }) => [
      watches.toLocaleString('en'),
      `${fixed(inMs / 1000, 1)} s`,
      `${fixed(matchMs / 1000, 2)} s`,
      pairs.toLocaleString('en'),
      `${fixed(naiveMs / 1000, 0)} s`,
      `${fixed(naiveMs / matchMs, 0)} ×`,
    ]),
    figures,
  };
}

async function measure(watches: number, changed: readonly SearchFacts[], context: FilterContext) {
  const random = randomOf(watches);
  const searches = Array.from({ length: Math.round(watches * (1 - OF_ONE_OFFER)) }, () => searchOf(random));
  const plans = Array.from({ length: watches - searches.length }, () => random.pick(changed).planId);
  const index = createFilterIndex(context);
  const byPlan = new Map<string, number[]>();
  const taken = await timed(() => {
    for (const [id, search] of searches.entries()) index.add(id, search);
    for (const [at, planId] of plans.entries()) {
      const ids = byPlan.get(planId);
      if (ids) ids.push(searches.length + at);
      else byPlan.set(planId, [searches.length + at]);
    }
  });
  const matched = await timed(() => {
    let pairs = 0;
    for (const facts of changed) pairs += index.match(facts).length + (byPlan.get(facts.planId)?.length ?? 0);
    return pairs;
  });
  const each = Math.max(1, Math.floor(ASKED_ONE_BY_ONE / searches.length));
  const asked = changed.slice(0, each);
  const naive = await timed(() => {
    let pairs = 0;
    for (const facts of asked) for (const search of searches) if (passes(search, facts, context)) pairs++;
    return pairs;
  });
  const naiveMs = (naive.ms * changed.length) / asked.length;
  return { watches, inMs: taken.ms, matchMs: matched.ms, pairs: matched.value, naiveMs, naiveOfChanges: asked.length };
}

/** Rows of a catalogue shaped like the recorded ones. */
async function changedRows(): Promise<SearchFacts[]> {
  const sellers = await worldOf({ sellers: 200, plansEach: 60, seed: 1 });
  const rows = sellers.flatMap(({ provider, plans }) =>
    plans().flatMap(({ places, ...plan }) => {
      const seen = { firstSeenAt: OBSERVED_AT, lastSeenAt: OBSERVED_AT, missedRuns: 0, withdrawn: false };
      const published = { ...plan, observation: 'live' as const, firstSeenAt: OBSERVED_AT, lastChangedAt: OBSERVED_AT };
      const offers = places.map((place) => ({ ...place, ...seen }));
      return rowsOf(published, offers).map((row) => searchFacts(row, { providerName: provider.name, staleAfterHours: 72 }));
    }),
  );
  return rows.slice(0, CHANGES);
}

const COUNTRIES = ['DE', 'NL', 'US', 'GB', 'FR', 'SG', 'JP', 'PL', 'FI', 'CA', 'AU', 'IN', 'SE', 'ES', 'IT', 'CH'];
const MEMORY = ['512MB', '1GB', '2GB', '4GB', '8GB', '16GB', '32GB'];
const TECHNOLOGIES = ['kvm', 'openvz', 'openvz7', 'lxc', 'xen', 'vmware', 'hyper-v'];
const REGIONS = ['europe', 'north-america', 'asia', 'oceania', 'south-america'];

/** A search that somebody might watch: for something, somewhere, under a price of his own. */
function searchOf(random: Random): OfferFilter {
  const price = ((random.next() ** 2 * 40 + 0.5) * (random.chance(0.5) ? 1 : 0.5)).toFixed(2);
  const params: Record<string, string> = { maxPrice: price, currency: random.pick(['USD', 'EUR', 'GBP']) };
  if (random.chance(0.7)) params.minMemory = random.pick(MEMORY);
  const place = random.next();
  if (place < 0.6) params.country = random.pick(COUNTRIES);
  else if (place < 0.84) params.region = random.pick(REGIONS);
  if (random.chance(0.4)) params.technology = random.pick(TECHNOLOGIES);
  if (random.chance(0.3)) params.minVcpu = String(random.between(1, 8));
  if (random.chance(0.3)) params.minDisk = `${random.between(1, 40) * 10}GB`;
  if (random.chance(0.2)) params.ipv6 = 'true';
  const read = parseFilter(params);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}
