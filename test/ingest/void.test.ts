import { beforeEach, describe, expect, it } from 'vitest';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { storeRates } from '../../db/queries/rates.ts';
import { setVoid } from '../../db/queries/void-price.ts';
import { valueHash } from '../../domain/identity.ts';
import { useDatabase } from '../support/database.ts';
import { LINODE_PLANS, linodePages, linodeWith } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);
const PLAN = 'linode:g6-standard-4';
const HERE = `${PLAN}@us-east`;

beforeEach(async () => {
  const url = 'https://rates.example';
  await storeRates(database.sql, { date: '2026-11-01', perEuro: { USD: '1.2500' }, url, observedAt: day(1) });
});

const priced = (monthly: number) => linodeWith({ 'g6-standard-4': monthly });
const publish = (monthly: number, on: number) => shop.live('linode', priced(monthly), day(on));

async function mark(id: string, on: number, reason: string | null = 'a slip') {
  const found = await findByAnyId(database.sql, id);
  if (!found) throw new Error(`no ${id}`);
  const by = reason === null ? null : { by: 'operator', reason, at: day(29) };
  return setVoid(database, { ...found, observedFrom: day(on) }, by);
}

/** "from → to" of the price changes told of an offer, in order of time. */
async function told(offerId = HERE) {
  const changes = await database.sql<{ at: string; from: string | null; to: string | null }[]>`
    select observed_at as at, before #>> '{prices,1,amount}' as from, after #>> '{prices,1,amount}' as to from changes
    where offer_id = ${offerId} and kind = 'price' order by observed_at`;
  return changes.map(({ at, from, to }) => `${at.slice(8, 10)} ${from} → ${to}`);
}

/** Everything that readers see of prices. */
async function shown() {
  const tables = ['price_periods', 'changes', 'search_rows', 'search_options', 'offers', 'plans'];
  const all = await Promise.all(
    tables.map(
      (table) =>
        database.sql<{ row: unknown }[]>`select to_jsonb(t) - 'change_id' - 'since_version' as row from ${database.sql(table)} t`,
    ),
  );
  return all.map((rows) => rows.map(({ row }) => valueHash(row)).toSorted());
}

describe('a voided price of the past', () => {
  it('is no fall, no change and no part of another one', async () => {
    await publish(20, 1);
    await publish(25, 2);
    await publish(18, 3);
    expect(await shop.row(PLAN)).toMatchObject({ price: '18.00', dropPpm: 280_000 });
    expect(await told()).toEqual(['02 20.00 → 25.00', '03 25.00 → 18.00']);
    expect(await mark(PLAN, 2)).toMatchObject({ ok: true, offerIds: expect.arrayContaining([HERE]) });
    expect(await shop.row(PLAN)).toMatchObject({ price: '18.00', dropPpm: 100_000, offerCount: 3 });
    expect(await told()).toEqual(['03 20.00 → 18.00']);
  });

  it('between two equal ones leaves no change at all', async () => {
    for (const [index, price] of [20, 25, 20].entries()) await publish(price, index + 1);
    await mark(PLAN, 2);
    expect(await told()).toEqual([]);
    expect(await shop.row(PLAN)).toMatchObject({ price: '20.00', dropPpm: null });
  });

  it('stays what it was for offers that did not share it', async () => {
    for (const [index, price] of [20, 25, 18].entries()) await publish(price, index + 1);
    expect(await mark(HERE, 2)).toEqual({ ok: true, offerIds: [HERE] });
    expect(await told(`${PLAN}@eu-central`)).toEqual(['02 20.00 → 25.00', '03 25.00 → 18.00']);
    expect(await shop.row(PLAN)).toMatchObject({ dropPpm: 280_000 });
  });

  it('comes back, with everything that follows from it, when the void is lifted', async () => {
    for (const [index, price] of [20, 25, 18].entries()) await publish(price, index + 1);
    const before = await shown();
    await mark(PLAN, 2);
    expect(await shown()).not.toEqual(before);
    expect(await mark(PLAN, 2, null)).toMatchObject({ ok: true });
    expect(await shown()).toEqual(before);
  });
});

describe('a voided price of now', () => {
  const wrong = async () => {
    await publish(20, 1);
    await publish(14, 2);
    expect(await mark(PLAN, 2)).toMatchObject({ ok: true });
  };

  it('makes the price of the row unknown, whatever else is known of it', async () => {
    await wrong();
    expect(await shop.row(PLAN)).toMatchObject({ price: null, euro: null, dropPpm: null, availability: null, offerCount: 3 });
    const found = await findByAnyId(database.sql, HERE);
    expect(found?.stored.prices).toEqual([]);
    expect(found?.stored.provenance.prices).toMatchObject({ how: 'unknown', rule: 'voided-price' });
    expect((await findByAnyId(database.sql, PLAN))?.offerIds).toHaveLength(3);
    expect(await told()).toEqual([]);
  });

  it('splits the row where it is the price of some places only', async () => {
    await publish(20, 1);
    await publish(14, 2);
    await mark(HERE, 2);
    expect(await shop.row(PLAN)).toMatchObject({ price: '14.00', offerCount: 2 });
    expect(await shop.row(`${PLAN}~us-east`)).toMatchObject({ price: null, offerCount: 1 });
    expect((await findByAnyId(database.sql, HERE))?.stored.id).toBe(`${PLAN}~us-east`);
  });

  it('stays unknown while the source says the same, changed pages or not', async () => {
    await wrong();
    expect((await publish(14, 3)).state).toBe('unchanged');
    const other = linodePages(
      LINODE_PLANS.map((plan) => ({ ...plan, monthly: plan.id === 'g6-standard-4' ? 14 : plan.monthly })),
      ['us-east', 'eu-central'],
    );
    expect((await shop.live('linode', other, day(4))).state).toBe('published');
    expect(await shop.row(PLAN)).toMatchObject({ price: null, observedAt: day(4) });
  });

  it('ends with the next other price, which is a change from the last one that stood', async () => {
    await wrong();
    await publish(15, 3);
    expect(await shop.row(PLAN)).toMatchObject({ price: '15.00', dropPpm: 250_000 });
    expect(await told()).toEqual(['03 20.00 → 15.00']);
    expect(await shop.periods(HERE)).toEqual(['01–01 20.00', '02–02 14.00', '03–03 15.00 …']);
  });

  it('is corrected without being held, however far the right price is, and without a change told', async () => {
    await publish(20, 1);
    await shop.release('linode', (await publish(0.2, 2)).runId);
    await mark(PLAN, 2);
    expect(await publish(20, 3)).toMatchObject({ state: 'published', findings: [] });
    expect(await shop.row(PLAN)).toMatchObject({ price: '20.00', dropPpm: null });
    expect(await told()).toEqual([]);
  });

  it('holds no batch by being said again', async () => {
    await publish(20, 1);
    await shop.release('linode', (await publish(0.2, 2)).runId);
    await mark(PLAN, 2);
    const again = linodeWith({ 'g6-standard-4': 0.2, 'g6-standard-2': 11 });
    expect((await shop.live('linode', again, day(3))).state).toBe('published');
    expect(await shop.row(PLAN)).toMatchObject({ price: null });
  });

  it('is not right because the offer was away for a while', async () => {
    await wrong();
    const without = linodePages(
      LINODE_PLANS.map((plan) => ({ ...plan, monthly: plan.id === 'g6-standard-4' ? 14 : plan.monthly })),
      ['eu-central', 'ap-south'],
    );
    for (const on of [3, 4]) await shop.live('linode', without, day(on));
    expect(await shop.offer(HERE)).toMatchObject({ withdrawn: true });
    await publish(14, 5);
    expect(await shop.offer(HERE)).toMatchObject({ withdrawn: false });
    expect(await shop.row(PLAN)).toMatchObject({ price: null, offerCount: 3 });
  });

  it('of a first observation is told as a new offer without a price', async () => {
    await shop.live('linode', linodePages(LINODE_PLANS, ['eu-central', 'ap-south']), day(1));
    await publish(20, 2);
    await mark(HERE, 2);
    const [change] = await database.sql`select after from changes where offer_id = ${HERE} and kind = 'new'`;
    expect(change?.after).toMatchObject({ location: { id: 'linode/us-east' }, prices: [] });
    await mark(HERE, 2, null);
    const [lifted] = await database.sql`select after from changes where offer_id = ${HERE} and kind = 'new'`;
    expect(lifted?.after.prices).toHaveLength(2);
  });

  it('comes back when the void is lifted', async () => {
    await publish(20, 1);
    await publish(14, 2);
    const before = await shown();
    await mark(PLAN, 2);
    await mark(PLAN, 2, null);
    expect(await shown()).toEqual(before);
  });
});

describe('what cannot be voided', () => {
  it('says why', async () => {
    await publish(20, 1);
    expect(await mark(PLAN, 5)).toEqual({ ok: false, code: 'no-such-period' });
    expect(await mark(PLAN, 1, null)).toEqual({ ok: false, code: 'not-voided' });
    await mark(PLAN, 1);
    expect(await mark(PLAN, 1)).toEqual({ ok: false, code: 'voided-already' });
  });

  it('a publication under way comes first', async () => {
    await publish(20, 1);
    await publish(14, 2);
    const [voided, report] = await Promise.all([mark(PLAN, 2), publish(15, 3)]);
    expect([voided.ok, report.state]).toEqual([true, 'published']);
    expect(await shop.row(PLAN)).toMatchObject({ price: '15.00' });
    expect(await told()).toEqual(['03 20.00 → 15.00']);
  });
});
