import { beforeEach, describe, expect, it } from 'vitest';
import { newestRates } from '../../db/queries/rates.ts';
import { publishRates, refreshRates } from '../../ingest/refresh-rates.ts';
import type { FetchPage } from '../../net/fetch-page.ts';
import { useDatabase } from '../support/database.ts';
import { linodePages, scalewayPages } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

const table = (date: number, usd: string, more: Readonly<Record<string, string>> = {}) => ({
  date: day(date).slice(0, 10),
  perEuro: { USD: usd, GBP: '0.88', CHF: '0.93', JPY: '178', ...more },
  url: 'https://rates.example/daily',
  observedAt: day(date),
});
const newest = async () => (await newestRates(database.sql)).date;
const euro = async (rowId: string) => (await shop.row(rowId))?.euro;

describe('exchange rates', () => {
  beforeEach(async () => {
    await shop.replay('linode', linodePages(), day(1));
    await shop.replay('scaleway', scalewayPages({ 'fr-par-1': { 'DEV1-S': 'available' } }, { 'DEV1-S': 6 }), day(1));
  });

  it('without any nothing but the euro is comparable', async () => {
    expect(await euro('linode:g6-standard-1')).toBeNull();
    expect(await euro('scaleway:DEV1-S')).toBe(6_000_000n);
  });

  it('the newest count, whenever they come; stored prices follow', async () => {
    expect(await publishRates(database, table(10, '1.25'))).toEqual({ state: 'stored', date: '2026-11-10' });
    expect(await euro('linode:g6-standard-1')).toBe(4_000_000n);
    expect(await publishRates(database, table(9, '1'))).toEqual({ state: 'unchanged', date: '2026-11-09' });
    expect(await publishRates(database, table(10, '1.25'))).toEqual({ state: 'unchanged', date: '2026-11-10' });
    expect(await newest()).toBe('2026-11-10');
    expect(await euro('linode:g6-standard-1')).toBe(4_000_000n);
    await publishRates(database, table(11, '1'));
    expect(await euro('linode:g6-standard-1')).toBe(5_000_000n);
    expect(await euro('scaleway:DEV1-S')).toBe(6_000_000n);
  });

  it('corrected ones of the same day are taken', async () => {
    await publishRates(database, table(10, '1.25'));
    expect(await publishRates(database, table(10, '1'))).toEqual({ state: 'stored', date: '2026-11-10' });
    expect(await euro('linode:g6-standard-1')).toBe(5_000_000n);
  });

  it.each([
    ['a rate that moved by more than half', table(11, '1.9')],
    ['a rate that fell by more than a third', table(11, '0.8')],
    ['a slipped decimal mark', table(11, '12.5')],
    ['a table of the future', { ...table(29, '1.25'), observedAt: day(11) }],
    ['a table that lacks currencies', { ...table(11, '1.25'), perEuro: { USD: '1.25' } }],
  ])('are refused: %s', async (_what, rates) => {
    await publishRates(database, table(10, '1.25'));
    expect(await publishRates(database, rates)).toMatchObject({ state: 'failed', failure: { code: 'unreadable-page' } });
    expect(await newest()).toBe('2026-11-10');
    expect(await euro('linode:g6-standard-1')).toBe(4_000_000n);
  });

  it('may move that far in months', async () => {
    await publishRates(database, table(10, '1.25'));
    const later = { ...table(11, '2.5'), date: '2027-06-01', observedAt: '2027-06-01T16:00:00.000Z' };
    expect(await publishRates(database, later)).toMatchObject({ state: 'stored' });
  });
});

describe('refreshing', () => {
  const answering =
    (body: string): FetchPage =>
    async ({ url }) => ({
      ok: true,
      status: 200,
      url,
      headers: {},
      body: Buffer.from(body),
      notModified: false,
      fetchedAt: day(20),
    });
  const daily = (usd: string) =>
    `<gesmes:Envelope><Cube><Cube time='2026-11-20'><Cube currency='USD' rate='${usd}'/></Cube></Cube></gesmes:Envelope>`;

  it('stores what the bank publishes, with its day', async () => {
    expect(await refreshRates(database, answering(daily('1.2')))).toEqual({ state: 'stored', date: '2026-11-20' });
    expect(await newest()).toBe('2026-11-20');
  });

  it('keeps what is known where the page is no table, or cannot be had', async () => {
    await refreshRates(database, answering(daily('1.2')));
    for (const body of ['', '<html>maintenance</html>', daily('1.2').slice(0, -20)]) {
      expect(await refreshRates(database, answering(body))).toMatchObject({
        state: 'failed',
        failure: { code: 'unreadable-page' },
      });
    }
    const gone: FetchPage = async () => ({ ok: false, failure: { code: 'unreachable', message: 'no route' } });
    expect(await refreshRates(database, gone)).toEqual({
      state: 'failed',
      failure: { code: 'unreachable', message: 'no route' },
    });
    expect(await newest()).toBe('2026-11-20');
  });
});
