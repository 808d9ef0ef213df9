import { beforeEach, describe, expect, it } from 'vitest';
import { readProviders, readRecorded } from '../../db/catalog/read-catalog.ts';
import { type Catalogue, writeCatalogue } from '../../domain/catalogue-format.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { loadBundledCatalogue } from '../../ingest/load-catalogue.ts';
import { withSourceLock } from '../../ingest/source-lock.ts';
import type { Page } from '../../scrapers/contract.ts';
import { readPages } from '../../scrapers/read-pages.ts';
import { SOURCES } from '../../scrapers/registry.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { useDatabase } from '../support/database.ts';
import { LINODE_PLANS, linodePages, linodeWith } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

let runs = 0;
async function load(catalogues: readonly Catalogue[]): Promise<string[]> {
  const manifests = SOURCES.map((adapter) => adapter.manifest);
  const now = () => Date.parse(day(29));
  return loadBundledCatalogue(
    { database, providers: await readProviders(), manifests, now, newRunId: () => `catalogue-${++runs}` },
    catalogues,
  );
}

const plansOf = (pages: readonly Page[]): readonly PlanOffers[] => readPages(linode, pages, null).plans;
const bundle = (...batches: readonly (readonly [string, readonly Page[]])[]): Catalogue =>
  writeCatalogue(
    { sourceId: 'linode', providerId: 'linode', recordings: [] },
    batches.map(([observedAt, pages]) => ({ observedAt, plans: plansOf(pages) })),
  );

const one = bundle([day(10), linodePages()]);
const years = bundle(
  ['2023-03-01T00:00:00Z', linodePages()],
  ['2023-07-01T00:00:00Z', linodeWith({ 'g6-standard-2': 12, 'g6-standard-12': null })],
);

describe('the bundled catalogue', () => {
  it('fills a source that was never read, as recorded, with the history between its recordings', async () => {
    expect(await load([years])).toEqual(['linode']);
    expect(await shop.row('linode:g6-standard-2')).toMatchObject({ observation: 'recorded', price: '12.00', withdrawn: false });
    expect(await database.sql`select 1 from price_periods where offer_id = 'linode:g6-standard-2@us-east'`).toHaveLength(2);
    expect(await shop.row('linode:g6-standard-12')).toMatchObject({ withdrawn: true });
    expect([...(await database.sql`select distinct state, trigger from scrape_runs`)]).toEqual([
      { state: 'published', trigger: 'catalogue' },
    ]);
  });

  it('does nothing a second time, nor beside anything that was read', async () => {
    await load([one]);
    const before = await shop.fingerprint();
    expect(await load([one])).toEqual([]);
    expect(await shop.fingerprint()).toBe(before);
    await shop.live('linode', linodeWith({ 'g6-standard-1': 5.5 }), day(11));
    const read = await shop.fingerprint();
    expect(await load([years])).toEqual([]);
    expect(await shop.fingerprint()).toBe(read);
  });

  it('leaves out sources and providers that this release does not know', async () => {
    expect(
      await load([
        { ...one, source: 'nobody' },
        { ...one, provider: 'nobody' },
      ]),
    ).toEqual([]);
    expect(await shop.counts()).toMatchObject({ plans: 0 });
  });

  it('is left alone while another process holds the source, and is loaded once by two that start together', async () => {
    await withSourceLock(database, 'linode', async () => expect(await load([one])).toEqual([]));
    expect(await shop.counts()).toMatchObject({ plans: 0 });
    const both = await Promise.all([load([one]), load([one])]);
    expect(both.flat()).toEqual(['linode']);
    expect(await shop.counts()).toMatchObject({ plans: 12, periods: 36 });
  });
});

describe('a first real reading takes its place', () => {
  beforeEach(() => load([one]));

  it('when it is newer: what was observed stays history, the rest goes after two runs', async () => {
    const report = await shop.live('linode', linodeWith({ 'g6-standard-1': 6, 'g6-standard-12': null }), day(20));
    expect(report).toMatchObject({ state: 'published' });
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['10–10 5.00', '20–20 6.00 …']);
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ observation: 'live', observedAt: day(20) });
    expect(await shop.row('linode:g6-standard-12')).toMatchObject({
      observation: 'recorded',
      observedAt: day(10),
      availability: null,
    });
    await shop.live('linode', linodeWith({ 'g6-standard-1': 6, 'g6-standard-12': null }), day(21));
    expect(await shop.row('linode:g6-standard-12')).toMatchObject({ withdrawn: true });
  });

  it('when it is older: nothing of the future remains', async () => {
    const report = await shop.replay('linode', linodePages(LINODE_PLANS.slice(0, 11)), day(5));
    expect(report).toMatchObject({ state: 'published', counts: { plans: 11, added: 11, changed: 0 } });
    expect(await shop.counts()).toEqual({ plans: 11, offers: 33, rows: 11, periods: 33 });
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['05–05 5.00 …']);
    expect(await shop.replay('linode', linodePages(), day(6))).toMatchObject({ state: 'published' });
  });

  it('but not by one that is held, or that fails', async () => {
    const before = await shop.fingerprint();
    const slipped = linodePages(LINODE_PLANS.map((plan) => ({ ...plan, monthly: plan.monthly * 100 })));
    expect((await shop.live('linode', slipped, day(20))).state).toBe('quarantined');
    expect((await shop.live('linode', [], day(21))).state).toBe('failed');
    expect(await shop.fingerprint()).toBe(before);
  });
});

it('what the software brings along loads whole, and every row says that it is recorded', async () => {
  const recorded = await readRecorded();
  expect(await load(recorded)).toEqual(recorded.map(({ source }) => source));
  const rows = await database.sql<{ source: string; observation: string; rows: number }[]>`
    select source_id as source, observation, count(*)::int as rows from search_rows group by 1, 2 order by 1`;
  expect(rows.map(({ source, observation }) => [source, observation])).toEqual(
    recorded.map(({ source }) => [source, 'recorded']).toSorted(),
  );
  for (const { source, batches } of recorded) {
    const plans = batches.at(-1)?.plans.length ?? Number.NaN;
    expect(rows.find((row) => row.source === source)?.rows, source).toBeGreaterThanOrEqual(plans);
  }
});
