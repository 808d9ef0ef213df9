import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { linodePages, linodeWith, scalewayPages, withBody } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

const GONE = 'linode:g6-standard-12';
const without = linodeWith({ 'g6-standard-12': null });

describe('a plan that complete runs do not show', () => {
  it('is still there after one, with unknown stock, the time it was seen and the pages it was read from', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const seen = await shop.row(GONE);
    const report = await shop.replay('linode', without, day(2));
    expect(report).toMatchObject({ state: 'published', counts: { plans: 11, offers: 33, withdrawn: 0 } });
    expect(await shop.changes(report)).toEqual([]);
    expect(await shop.offer(`${GONE}@us-east`)).toMatchObject({ missedRuns: 1, withdrawn: false, lastSeenAt: day(1) });
    expect(await shop.row(GONE)).toEqual({ ...seen, availability: null });
    expect(seen?.snapshots).toHaveProperty('types');
  });

  it('is withdrawn after two, and told so', async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.replay('linode', without, day(2));
    const report = await shop.replay('linode', linodeWith({ 'g6-standard-12': null, 'g6-standard-1': 5.5 }), day(3));
    const told = await shop.changes(report);
    expect(told.filter((words) => words.startsWith('withdrawn'))).toEqual(
      ['ap-south', 'eu-central', 'us-east'].map((region) => `withdrawn ${GONE}@${region}`),
    );
    expect(report.counts.withdrawn).toBe(3);
    expect(await shop.row(GONE)).toMatchObject({ withdrawn: true, observedAt: day(1), lastChangedAt: day(3) });
  });

  it('is withdrawn as well where the second run read the same pages again', async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.replay('linode', without, day(2));
    const report = await shop.replay('linode', without, day(3));
    expect(report).toMatchObject({ state: 'unchanged', counts: { withdrawn: 3 } });
    expect(await shop.row(GONE)).toMatchObject({ withdrawn: true });
    expect(await shop.row('linode:g6-standard-11')).toMatchObject({ withdrawn: false, observedAt: day(3) });
    expect(await shop.changes(await shop.replay('linode', without, day(4)))).toEqual([]);
  });

  it('returns: told so, with a period of its own', async () => {
    await shop.replay('linode', linodePages(), day(1));
    for (const at of [2, 3]) await shop.replay('linode', without, day(at));
    const report = await shop.replay('linode', linodePages(), day(5));
    expect(await shop.changes(report)).toContain(`returned ${GONE}@us-east`);
    expect(await shop.row(GONE)).toMatchObject({ withdrawn: false, observedAt: day(5) });
    expect(await shop.periods(`${GONE}@us-east`)).toEqual(['01–01 60.00', '05–05 60.00 …']);
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–05 5.00 …']);
  });

  it('seen again after one miss goes on as if nothing had been', async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.replay('linode', without, day(2));
    expect(await shop.changes(await shop.replay('linode', linodePages(), day(3)))).toEqual([]);
    expect(await shop.periods(`${GONE}@us-east`)).toEqual(['01–03 60.00 …']);
    expect(await shop.row(GONE)).toMatchObject({ observedAt: day(3), lastChangedAt: day(1) });
  });
});

describe('what a run does not speak for', () => {
  const stock = { 'DEV1-S': 'available' };
  const both = scalewayPages({ 'fr-par-1': stock, 'nl-ams-1': stock }, { 'DEV1-S': 6 });
  const paris = scalewayPages({ 'fr-par-1': stock, 'nl-ams-1': null }, { 'DEV1-S': 6 });

  it('offers of a place without pages are neither missed nor seen; the row lives on by the other place', async () => {
    await shop.live('scaleway', both, day(1));
    for (const at of [2, 3, 4]) await shop.live('scaleway', paris, day(at));
    expect(await shop.offer('scaleway:DEV1-S@nl-ams-1')).toMatchObject({ missedRuns: 0, withdrawn: false, lastSeenAt: day(1) });
    expect(await shop.offer('scaleway:DEV1-S@fr-par-1')).toMatchObject({ lastSeenAt: day(4) });
    expect(await shop.periods('scaleway:DEV1-S@nl-ams-1')).toEqual(['01–01 6.00 …']);
    expect(await shop.row('scaleway:DEV1-S')).toMatchObject({ offerCount: 2, observedAt: day(4), lastChangedAt: day(1) });
  });

  it('a plan that could not be read is not gone', async () => {
    const broken = linodePages().map((page) =>
      page.role === 'types' ? { ...page, body: page.body.replace('"memory":12288', '"memory":"a dozen"') } : page,
    );
    await shop.replay('linode', linodePages(), day(1));
    for (const at of [2, 3, 4]) {
      const report = await shop.replay('linode', broken, day(at));
      expect(report.counts).toMatchObject({ plans: 11, rejections: 1, withdrawn: 0 });
    }
    expect(await shop.offer(`${GONE}@us-east`)).toMatchObject({ missedRuns: 0, withdrawn: false, lastSeenAt: day(1) });
  });

  it('incomplete pages withdraw nothing: a list that counts more than it holds', async () => {
    const short = without.map((page) =>
      page.role === 'types' ? { ...page, body: page.body.replace('"results":11', '"results":12') } : page,
    );
    await shop.replay('linode', linodePages(), day(1));
    for (const at of [2, 3, 4]) {
      // Fewer plans than before are held for a person, who lets them pass.
      const held = await shop.replay('linode', short, day(at));
      if (held.state === 'quarantined') expect(await shop.release('linode', held.runId)).toMatchObject({ ok: true });
    }
    expect(await shop.offer(`${GONE}@us-east`)).toMatchObject({ missedRuns: 0, withdrawn: false, lastSeenAt: day(1) });
    expect(await shop.offer('linode:g6-standard-1@us-east')).toMatchObject({ lastSeenAt: day(4) });
  });

  it('a page of locations that is missing unlearns nothing', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const report = await shop.replay('linode', withBody(linodePages(), 'regions', 'gateway timeout'), day(2));
    expect(report.state).not.toBe('failed');
    expect(await shop.offer('linode:g6-standard-1@us-east')).toMatchObject({ missedRuns: 0, withdrawn: false });
    expect((await shop.row('linode:g6-standard-1'))?.countries).toEqual(['DE', 'SG', 'US']);
  });
});
