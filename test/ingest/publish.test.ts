import { describe, expect, it } from 'vitest';
import { publishRates } from '../../ingest/refresh-rates.ts';
import { useDatabase } from '../support/database.ts';
import { LINODE_PLANS, linodePages, linodeWith, scalewayPages, vultrPages } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);
const rates = { date: '2026-11-01', perEuro: { USD: '1.25' }, url: 'https://rates.example', observedAt: day(1) };

describe('the first publication of a source', () => {
  it('stores plans, offers, history and search rows, and tells every plan as new', async () => {
    await publishRates(database, rates);
    const report = await shop.replay('linode', linodePages(), day(1));
    expect(report).toMatchObject({ state: 'published', failure: null });
    expect(report.counts).toEqual({ pages: 2, plans: 12, offers: 36, rejections: 0, added: 12, changed: 0, withdrawn: 0 });
    expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual([['first-batch', 'info']]);
    expect(await shop.counts()).toEqual({ plans: 12, offers: 36, rows: 12, periods: 36 });
    expect(await shop.changes(report)).toEqual(LINODE_PLANS.map(({ id }) => `new linode:${id}`).toSorted());
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–01 5.00 …']);
    expect(await shop.row('linode:g6-standard-2')).toMatchObject({
      observation: 'recorded',
      observedAt: day(1),
      offerCount: 3,
      countries: ['DE', 'SG', 'US'],
      euro: 8_000_000n,
      dropPpm: null,
    });
  });

  it('keeps the raw pages before anything reads them, each body once', async () => {
    const report = await shop.replay('linode', linodePages(), day(1));
    const again = await shop.replay('linode', linodePages(), day(2));
    const stored = await database.sql<{ run: string; role: string; id: bigint }[]>`
      select run_id as run, role, snapshot_id as id from snapshots order by snapshot_id`;
    expect(stored.map(({ run, role }) => [run, role])).toEqual([
      [report.runId, 'types'],
      [report.runId, 'regions'],
      [again.runId, 'types'],
      [again.runId, 'regions'],
    ]);
    expect(await database.sql`select 1 from snapshot_bodies`).toHaveLength(2);
    expect((await shop.row('linode:g6-standard-1'))?.snapshots).toEqual({
      types: String(stored[0]?.id),
      regions: String(stored[1]?.id),
    });
  });
});

describe('a second recording', () => {
  it('with one other price closes its period, tells the change, and moves only that row', async () => {
    await publishRates(database, rates);
    await shop.replay('linode', linodePages(), day(1));
    const report = await shop.replay('linode', linodeWith({ 'g6-standard-4': 18 }), day(3));
    expect(report).toMatchObject({ state: 'published', counts: { plans: 12, offers: 36, added: 0, changed: 3, withdrawn: 0 } });
    const offers = ['ap-south', 'eu-central', 'us-east'].map((region) => `linode:g6-standard-4@${region}`);
    expect(await shop.changes(report)).toEqual(offers.map((id) => `price ${id}`));
    for (const id of offers) expect(await shop.periods(id)).toEqual(['01–01 20.00', '03–03 18.00 …']);
    expect(await shop.row('linode:g6-standard-4')).toMatchObject({
      price: '18.00',
      euro: 14_400_000n,
      dropPpm: 100_000,
      lastChangedAt: day(3),
    });
    expect(await shop.periods('linode:g6-standard-5@us-east')).toEqual(['01–03 25.00 …']);
    expect(await shop.row('linode:g6-standard-5')).toMatchObject({ price: '25.00', observedAt: day(3), lastChangedAt: day(1) });
  });

  it('with the same pages reads nothing, and says that everything was seen again', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const periods = (await shop.counts())?.periods;
    const report = await shop.replay('linode', linodePages(), day(2));
    expect(report).toMatchObject({ state: 'unchanged', counts: { plans: 12, offers: 36, added: 0, changed: 0, withdrawn: 0 } });
    expect(await shop.changes(report)).toEqual([]);
    expect(await shop.counts()).toMatchObject({ periods });
    expect(await shop.offer('linode:g6-standard-1@us-east')).toMatchObject({ lastSeenAt: day(2) });
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–02 5.00 …']);
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ observedAt: day(2), lastChangedAt: day(1) });
  });

  it('of the very same time changes nothing at all but the list of runs', async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.replay('linode', linodeWith({ 'g6-standard-12': null }), day(2));
    const [version] = await database.sql`delete from catalogue_version returning version`;
    expect(version).toBeDefined();
    const before = await shop.fingerprint();
    for (const _ of [1, 2]) {
      expect(await shop.replay('linode', linodeWith({ 'g6-standard-12': null }), day(2))).toMatchObject({ state: 'unchanged' });
      await database.sql`delete from catalogue_version`;
      expect(await shop.fingerprint()).toBe(before);
    }
  });

  it('with a place more publishes the place, and changes no price', async () => {
    await shop.replay('linode', linodePages(LINODE_PLANS, ['us-east']), day(1));
    const report = await shop.replay('linode', linodePages(LINODE_PLANS, ['us-east', 'eu-central']), day(2));
    expect(report).toMatchObject({ state: 'published', counts: { offers: 24, added: 12, changed: 0 } });
    expect(await shop.changes(report)).toContain('new linode:g6-standard-1@eu-central');
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ offerCount: 2, countries: ['DE', 'US'] });
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–02 5.00 …']);
  });

  it('with a place that has a price of its own makes a second row, and leaves the first its id', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const [first, ...others] = LINODE_PLANS;
    if (!first) throw new Error('no plans');
    await shop.replay('linode', linodePages([{ ...first, at: { 'ap-south': 6 } }, ...others]), day(2));
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ price: '5.00', offerCount: 2 });
    expect(await shop.row('linode:g6-standard-1~ap-south')).toMatchObject({ price: '6.00', offerCount: 1, countries: ['SG'] });
  });

  it('learns the countries of places that the first one could only name', async () => {
    await shop.replay('vultr', vultrPages({ 'vc2-1c-1gb': ['ams'] }), day(1));
    expect(await shop.row('vultr:vc2-1c-1gb')).toMatchObject({ countries: [] });
    const named = vultrPages({ 'vc2-1c-1gb': ['ams'] }, { ams: ['Amsterdam', 'NL'] });
    const report = await shop.replay('vultr', named, day(2));
    expect(await shop.changes(report)).toEqual([]);
    expect(await shop.row('vultr:vc2-1c-1gb')).toMatchObject({ countries: ['NL'], lastChangedAt: day(1) });
    await shop.replay('vultr', vultrPages({ 'vc2-1c-1gb': ['ams'], 'vc2-2c': ['ams'] }), day(3));
    expect(await shop.row('vultr:vc2-1c-1gb')).toMatchObject({ countries: ['NL'] });
    expect(await shop.row('vultr:vc2-2c')).toMatchObject({ countries: ['NL'] });
  });
});

describe('stock', () => {
  const pages = (word: string) =>
    scalewayPages({ 'fr-par-1': { 'DEV1-S': word, 'DEV1-M': 'available' } }, { 'DEV1-S': 6, 'DEV1-M': 12 });

  it('is told when it ends and when it is back, and never held', async () => {
    await shop.live('scaleway', pages('available'), day(1));
    const out = await shop.live('scaleway', pages('shortage'), day(2));
    expect(await shop.changes(out)).toEqual(['sold-out scaleway:DEV1-S@fr-par-1']);
    expect(await shop.row('scaleway:DEV1-S')).toMatchObject({
      availability: 'sold-out',
      observation: 'live',
      lastChangedAt: day(2),
    });
    const back = await shop.live('scaleway', pages('scarce'), day(3));
    expect([out, back]).toMatchObject([{ state: 'published' }, { state: 'published' }]);
    expect(await shop.changes(back)).toEqual(['restocked scaleway:DEV1-S@fr-par-1']);
    expect(await shop.periods('scaleway:DEV1-S@fr-par-1')).toEqual(['01–03 6.00 …']);
  });

  it('in words that nobody knows is unknown', async () => {
    await shop.live('scaleway', pages('available'), day(1));
    const report = await shop.live('scaleway', pages('someday'), day(2));
    expect(await shop.changes(report)).toEqual([]);
    expect(await shop.row('scaleway:DEV1-S')).toMatchObject({ availability: null });
  });
});

it('pages that were recorded and then read live are live', async () => {
  await shop.replay('linode', linodePages(), day(1));
  const [{ url } = { url: '' }] = await database.sql<{ url: string }[]>`select url from snapshots limit 1`;
  expect(url).toMatch(/^https:/);
  const live = await shop.live('linode', linodePages(), day(2));
  expect(live.state).toBe('unchanged');
  expect(await shop.row('linode:g6-standard-1')).toMatchObject({ observation: 'live', observedAt: day(2) });
  expect([...(await database.sql`select observation from sources where source_id = 'linode'`)]).toEqual([
    { observation: 'live' },
  ]);
});
