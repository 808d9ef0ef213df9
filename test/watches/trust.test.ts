/** What must never fire: prices that nobody may trust, or that are none any more, and rates that move alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { storeRates } from '../../db/queries/rates.ts';
import { setVoid } from '../../db/queries/void-price.ts';
import { LINODE_PLANS, linodePages } from '../ingest/support/pages.ts';
import { day, useShop } from '../ingest/support/shop.ts';
import { useDatabase } from '../support/database.ts';
import { seedAcme } from '../support/publish-fixture.ts';
import { acmeWorld, inFalkenstein } from './support/acme-world.ts';
import { openPostOffice } from './support/post-office.ts';
import { emptyAll, emptyWatching, watching } from './support/watching.ts';

const database = useDatabase();
const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const BELOW = { filter: { country: 'DE' }, rule: 'price-below', threshold: 5, currency: 'EUR' };

/** Marks the price observed at an hour as wrong, or takes that back. */
async function mark(id: string, observedFrom: string, wrong = true) {
  const found = await findByAnyId(database.sql, id);
  if (!found) throw new Error(`no ${id}`);
  const by = wrong ? { by: 'operator', reason: 'a slip of the reader', at: observedFrom } : null;
  const done = await setVoid(database, { ...found, observedFrom }, by);
  expect(done).toMatchObject({ ok: true });
}

describe('an implausible change', () => {
  const shop = useShop(database);
  const times = (factor: number) => linodePages(LINODE_PLANS.map((plan) => ({ ...plan, monthly: plan.monthly * factor })));

  beforeEach(() => emptyWatching(database));

  it('tells nobody before a second observation says the same', async () => {
    const rates = { date: '2026-11-01', perEuro: { USD: '1.2500' }, url: 'https://rates.example', observedAt: day(1) };
    await storeRates(database.sql, rates);
    const office = await openPostOffice();
    const world = watching(database, day(1), { smtp: office.url });
    await shop.live('linode', linodePages(), day(1));
    await world.settle();
    const subscriber = await world.subscriber('ann@example.org');
    await world.watch(subscriber, { filter: { maxPrice: '100' }, rule: 'price-drop-pct', threshold: 10 });
    const tick = async (factor: number, on: number) => {
      const { state } = await shop.live('linode', times(factor), day(on));
      world.clock.now = Date.parse(day(on)) + 60_000;
      return [state, (await world.settle()).sent];
    };
    expect(await tick(0.001, 2)).toEqual(['quarantined', 0]);
    expect(await tick(0.8, 3)).toEqual(['quarantined', 0]);
    expect(await tick(0.8, 4)).toEqual(['published', 1]);
    expect(office.mails).toHaveLength(1);
    expect(office.mails[0]?.subject).toMatch(/^Price fell: Linode .*, and 11 more$/);
  });
});

describe('a price', () => {
  beforeEach(async () => {
    await emptyAll(database);
    await seedAcme(database);
  });

  async function setUp(wish: Record<string, unknown> = BELOW) {
    const world = await acmeWorld(database, at(1));
    await world.tick(at(1), inFalkenstein('6.00 EUR'));
    const subscriber = await world.subscriber('ann@example.org');
    await world.watch(subscriber, wish);
    return world;
  }

  it('that is voided before anybody was asked fires nothing', async () => {
    const world = await setUp();
    await world.publish(at(2), inFalkenstein('1.00 EUR'));
    await mark('acme:a', at(2));
    world.goTo(at(3));
    expect(await world.settle()).toMatchObject({ sent: 0 });
    expect(await database.sql`select 1 from deliveries where kind = 'alert'`).toEqual([]);
  });

  it('that is voided between matching and sending is not sent', async () => {
    const world = await setUp();
    await world.publish(at(2), inFalkenstein('1.00 EUR'));
    world.goTo(at(2));
    await world.match();
    await mark('acme:a', at(2));
    expect(await world.deliver()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(world.office.mails).toEqual([]);
  });

  it('that is voided is no low by which later ones are measured, and arms the watch anew', async () => {
    const world = await setUp();
    expect(await world.tick(at(2), inFalkenstein('1.00 EUR'))).toMatchObject({ sent: 1 });
    await mark('acme:a', at(2));
    expect(await world.tick(at(3), inFalkenstein('6.00 EUR'))).toMatchObject({ sent: 0 });
    expect(await world.tick(at(4), inFalkenstein('4.90 EUR'))).toMatchObject({ sent: 1 });
    expect(world.office.mails.at(-1)?.subject).toContain('6.00 → 4.90 EUR');
  });

  it('that was overtaken before anybody was asked is told as it stands', async () => {
    const world = await setUp();
    await world.publish(at(2), inFalkenstein('4.00 EUR'));
    await world.publish(at(3), inFalkenstein('7.00 EUR'));
    world.goTo(at(4));
    expect(await world.settle()).toMatchObject({ sent: 0 });
    await world.publish(at(5), inFalkenstein('4.50 EUR'));
    await world.publish(at(6), inFalkenstein('4.40 EUR'));
    world.goTo(at(7));
    expect(await world.settle()).toMatchObject({ sent: 1 });
    expect(world.office.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('→ 4.40 EUR')]);
  });

  it('of an offer that is gone by then fires nothing', async () => {
    const world = await setUp();
    await world.publish(at(2), inFalkenstein('4.00 EUR'), inFalkenstein('9.00 EUR', { key: 'b' }));
    // Three complete readings without it: it is no longer offered.
    for (const hour of [3, 4, 5, 6]) await world.publish(at(hour), inFalkenstein('9.00 EUR', { key: 'b' }));
    world.goTo(at(7));
    expect(await world.settle()).toMatchObject({ sent: 0 });
  });

  it('that nobody has read for days fires nothing, however late the question', async () => {
    const world = await setUp();
    await world.publish(at(2), inFalkenstein('4.00 EUR'));
    world.goTo('2026-12-10T00:00:00.000Z');
    expect(await world.settle()).toMatchObject({ sent: 0 });
  });

  it('that a rate alone moves below the threshold fires nothing, in any rule', async () => {
    const world = await setUp({ ...BELOW, threshold: 7, currency: 'USD' });
    const subscriber = await world.subscriber('bob@example.org');
    await world.watch(subscriber, { filter: { maxPrice: '7' }, rule: 'price-drop-pct', threshold: 1 });
    await world.watch(subscriber, { filter: { maxPrice: '7' }, rule: 'any-change' });
    const perEuro = { USD: '1.0500', GBP: '0.8000' };
    await storeRates(database.sql, { date: '2026-11-23', perEuro, url: 'https://rates.example', observedAt: at(2) });
    expect(await world.tick(at(3), inFalkenstein('6.00 EUR'))).toMatchObject({ sent: 0 });
    // Another plan's change has the searches asked again.
    expect(await world.tick(at(4), inFalkenstein('6.00 EUR'), inFalkenstein('50.00 EUR', { key: 'b' }))).toMatchObject({
      sent: 0,
    });
    // Nor does a rise by the seller, while the rate keeps it below.
    expect((await world.tick(at(5), inFalkenstein('6.10 EUR'), inFalkenstein('50.00 EUR', { key: 'b' }))).sent).toBe(1);
    expect(world.office.mails.map(({ text }) => text?.split('\n')[0])).toEqual(['Price rose: Acme Hosting Acme a']);
  });
});
