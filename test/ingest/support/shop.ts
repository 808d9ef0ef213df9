/** Runs of sources against a test database, and short views of what they left there. */
import { beforeAll, beforeEach } from 'vitest';
import { readProviders } from '../../../db/catalog/read-catalog.ts';
import type { Database } from '../../../db/client.ts';
import { seedProviders, seedSources } from '../../../db/queries/seed.ts';
import { valueHash } from '../../../domain/identity.ts';
import type { Provider } from '../../../domain/provider-facts.ts';
import type { GetPage } from '../../../ingest/pages.ts';
import { releaseRun } from '../../../ingest/release.ts';
import type { RunReport } from '../../../ingest/run.ts';
import { type RunDeps, runSource } from '../../../ingest/run-source.ts';
import type { Page, SourceAdapter } from '../../../scrapers/contract.ts';
import { adapterOf, SOURCES } from '../../../scrapers/registry.ts';
import { initiallyOff } from '../../../scrapers/source-off.ts';

/** Everything that publishing writes, in an order in which it can be compared. */
const PUBLISHED_TABLES = [
  'plans',
  'offers',
  'locations',
  'price_periods',
  'changes',
  'search_rows',
  'search_options',
  'catalogue_version',
];

/** A day of November 2026 as an ISO time. */
export function day(number: number): string {
  return `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z`;
}

/** Runs sources in the calling test file; every test begins with an empty, seeded database. */
export function useShop(database: Database) {
  let providers: ReadonlyMap<string, Provider> = new Map();
  let clock = 0;
  let runs = 0;

  beforeAll(async () => {
    providers = await readProviders();
  });
  beforeEach(async () => {
    clock = Date.parse('2026-11-30T00:00:00Z');
    await database.sql`truncate plans, offers, locations, price_periods, changes, search_rows, search_options, past_search_rows, catalogue_version,
      snapshots, snapshot_bodies, scrape_runs, sources, providers, rates`;
    await seedProviders(database.sql, providers.values());
    await seedSources(
      database.sql,
      SOURCES.map(({ manifest }) => ({ ...manifest, off: initiallyOff(manifest) })),
    );
  });

  const adapter = (sourceId: string): SourceAdapter => {
    const found = adapterOf(sourceId);
    if (!found) throw new Error(`no adapter ${sourceId}`);
    return found;
  };
  const depsOf = (sourceId: string): RunDeps => {
    const provider = providers.get(adapter(sourceId).manifest.providerId);
    if (!provider) throw new Error(`no provider of ${sourceId}`);
    return { database, provider, now: () => (clock += 1000), newRunId: () => `run-${++runs}` };
  };

  return {
    depsOf,
    /** Publishes recorded pages. */
    replay: (sourceId: string, pages: readonly Page[], observedAt: string): Promise<RunReport> =>
      runSource(depsOf(sourceId), adapter(sourceId), { from: 'recording', trigger: 'replay', pages, observedAt }),
    /** Runs a source live at a time; by default its pages are the given ones. */
    live(sourceId: string, source: readonly Page[] | GetPage, at: string): Promise<RunReport> {
      clock = Date.parse(at) - 1000;
      const getPage = typeof source === 'function' ? source : pagesFrom(source);
      return runSource(depsOf(sourceId), adapter(sourceId), { from: 'live', trigger: 'schedule', getPage });
    },
    release: (sourceId: string, runId: string) => releaseRun(depsOf(sourceId), adapterOf, runId),

    /** "kind offer-or-plan" of all changes told by a run, sorted. */
    async changes(report: Pick<RunReport, 'runId'>): Promise<string[]> {
      const found = await database.sql<{ kind: string; id: string }[]>`
        select kind, coalesce(offer_id, plan_id) as id from changes where run_id = ${report.runId}`;
      return found.map(({ kind, id }) => `${kind} ${id}`).toSorted();
    },
    /** Periods of an offer: from, to, monthly amount, whether it goes on. */
    async periods(offerId: string): Promise<string[]> {
      const found = await database.sql<
        { from: string; to: string; prices: { amount: string; termMonths: number }[]; open: boolean }[]
      >`
        select first_seen_at as from, last_seen_at as to, prices, open from price_periods where offer_id = ${offerId} order by 1`;
      return found.map(({ from, to, prices, open }) => {
        const month = prices.find((price) => price.termMonths === 1)?.amount;
        return `${from.slice(8, 10)}–${to.slice(8, 10)} ${month}${open ? ' …' : ''}`;
      });
    },
    /** An offer as stored. */
    async offer(offerId: string) {
      const [found] = await database.sql<
        { availability: { state: string }; lastSeenAt: string; missedRuns: number; withdrawn: boolean }[]
      >`select availability, last_seen_at as "lastSeenAt", missed_runs as "missedRuns", withdrawn from offers where offer_id = ${offerId}`;
      return found && { ...found, availability: found.availability.state, lastSeenAt: new Date(found.lastSeenAt).toISOString() };
    },
    /** The search row of an id, as far as it moves. */
    async row(rowId: string) {
      const [found] = await database.sql<
        {
          observation: string;
          observedAt: string;
          lastChangedAt: string;
          availability: string | null;
          withdrawn: boolean;
          dropPpm: number | null;
          offerCount: number;
          countries: string[];
          price: string | null;
          euro: bigint | null;
          snapshots: Record<string, string>;
        }[]
      >`select observation, observed_at as "observedAt", last_changed_at as "lastChangedAt", availability, withdrawn,
          drop_ppm as "dropPpm", offer_count as "offerCount", countries,
          (select one ->> 'amount' from jsonb_array_elements(("row" -> 'prices')::jsonb) one where one ->> 'termMonths' = '1') as price,
          price_euro_micros as euro, "row" -> 'snapshots' as snapshots from search_rows where row_id = ${rowId}`;
      const iso = (time: string) => new Date(time).toISOString();
      return found && { ...found, observedAt: iso(found.observedAt), lastChangedAt: iso(found.lastChangedAt) };
    },
    /** One hash over everything published: equal hashes, nothing was touched. Ids of changes are left out: a rolled-back one is used up. */
    async fingerprint(): Promise<string> {
      const tables = await Promise.all(
        PUBLISHED_TABLES.map(async (table) => {
          const rows = await database.sql<
            { row: string }[]
          >`select to_jsonb(t) - 'change_id' as row from ${database.sql(table)} t`;
          return [table, rows.length, rows.map(({ row }) => valueHash(row)).toSorted()];
        }),
      );
      const state =
        await database.sql`select source_id, published_at, published_hash, published_run_id, published_coverage, observation
        from sources order by 1`;
      return valueHash([tables, [...state]]);
    },
    /** Published plans, offers and rows. */
    async counts() {
      const [found] = await database.sql<{ plans: number; offers: number; rows: number; periods: number }[]>`
        select (select count(*) from plans)::int as plans, (select count(*) from offers)::int as offers,
          (select count(*) from search_rows)::int as rows, (select count(*) from price_periods)::int as periods`;
      return found;
    },
  };
}

/** Answers requests with the given pages, by address. */
export function pagesFrom(pages: readonly Page[], status: (page: Page) => number = () => 200): GetPage {
  return async ({ url }) => {
    const page = pages.find((one) => one.url === url);
    if (!page) return { ok: false, failure: { code: 'not-found', message: `${url} answered 404` } };
    return { ok: true, url, status: status(page), headers: page.headers, body: page.body, fetchedAt: day(1) };
  };
}
