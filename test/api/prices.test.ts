import { beforeAll, describe, expect, it } from 'vitest';
import { pricesSchema } from '../../api/schemas/prices.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();
const plan = (price: string, more: { memoryMib?: number } = {}) => ({
  key: 'box',
  sold: { fsn: price, ams: price },
  ...more,
});

async function prices(id: string, query = '?currency=EUR') {
  const answer = await testApp(database).app.request(`/v1/offers/${id}/prices${query}`);
  expect(answer.status).toBe(200);
  return pricesSchema.parse(await answer.json());
}

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-09-01T00:00:00.000Z', [plan('1.00 EUR', { memoryMib: 512 })]);
  await publishPlans(database, '2026-09-02T00:00:00.000Z', [plan('8.00 EUR')]);
  await publishPlans(database, '2026-09-12T00:00:00.000Z', [plan('8.00 EUR')]);
  await publishPlans(database, '2026-09-13T00:00:00.000Z', [plan('5.00 EUR')]);
});

describe('GET /v1/offers/{id}/prices', () => {
  it('tells periods, changes, low and high; of another machine under the same name only that it was', async () => {
    const told = await prices('acme:box');
    expect(told.offerIds).toEqual(['acme:box@ams', 'acme:box@fsn']);
    expect(
      told.periods.map(({ observedFrom, observedTo, perMonth, open, leftOut }) => [
        observedFrom.slice(5, 10),
        observedTo.slice(5, 10),
        perMonth,
        open,
        leftOut,
      ]),
    ).toEqual([
      ['09-01', '09-01', '1.00', false, 'other-machine'],
      ['09-02', '09-12', '8.00', false, null],
      ['09-13', '09-13', '5.00', true, null],
    ]);
    expect([told.current, told.lowest?.perMonth, told.highest?.perMonth]).toEqual(['5.00', '5.00', '8.00']);
    expect(told.lowest?.offerIds).toEqual(told.offerIds);
    const [, spec] = told.changes;
    expect(told.changes.map(({ kind }) => kind)).toEqual(['new', 'spec', 'price', 'price']);
    expect(spec).toMatchObject({ before: { 'memory.mib': 512 }, after: { 'memory.mib': 2048 } });
    expect(Object.keys(spec?.after ?? {})).toEqual(['memory.mib']);
  });

  it('tells what it cost at a time, or between which observations that time lies', async () => {
    const then = (await prices('acme:box', '?currency=EUR&at=3d')).at;
    expect(then?.time).toBe('2026-09-10T00:00:00.000Z');
    expect(then?.observed.map(({ perMonth }) => perMonth)).toEqual(['8.00']);
    const between = (await prices('acme:box', '?currency=EUR&at=2026-09-12T12:00:00Z')).at;
    expect([between?.observed, between?.before?.perMonth, between?.after?.perMonth]).toEqual([[], '8.00', '5.00']);
    expect((await prices('acme:box')).at).toBeNull();
    const wrong = await testApp(database).app.request('/v1/offers/acme:box/prices?at=yesterday');
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { errors: [{ field: 'at' }] }]);
  });

  it('claims nothing from a short history, and says why', async () => {
    const told = await prices('acme:box@fsn');
    expect(told).toMatchObject({ percentile: null, lowestEver: null, coverage: { days: 11, publishedRuns: 3, enough: false } });
    expect(told.reason).toBe('observed for 11 days in 3 published runs: it takes 30 days and 10 runs to rank a price');
    expect(told.offerIds).toEqual(['acme:box@fsn']);
  });

  it('converts all periods by the same rates', async () => {
    const told = await prices('acme:box', '');
    expect([told.currency, told.rateDate, told.lowest?.perMonth]).toEqual(['USD', '2026-11-20', '6.25']);
  });

  it('ranks the price once enough was seen, and leaves voided points out', async () => {
    for (let day = 1; day <= 10; day++) {
      await publishPlans(database, `2026-10-${String(10 + day)}T00:00:00.000Z`, [plan(day === 5 ? '0.05 EUR' : '5.00 EUR')]);
    }
    const wrong = await prices('acme:box@fsn');
    expect([wrong.lowest?.perMonth, wrong.lowestEver]).toEqual(['0.05', false]);
    await database.sql`update price_periods set voided_at = now() where prices -> 0 ->> 'amount' = '0.05'`;
    const told = await prices('acme:box@fsn');
    expect(told).toMatchObject({ percentile: 0, lowestEver: true, reason: null, coverage: { enough: true } });
    expect([told.lowest?.perMonth, told.periods.filter(({ leftOut }) => leftOut === 'voided').length]).toEqual(['5.00', 1]);
    await publishPlans(database, '2026-10-21T00:00:00.000Z', [plan('6.00 EUR')]);
    await publishPlans(database, '2026-10-31T00:00:00.000Z', [plan('6.00 EUR')]);
    const dearer = await prices('acme:box@fsn');
    expect(dearer.lowestEver).toBe(false);
    // 8.00 and 6.00 for 10 days each, 5.00 for 31 and 4.
    expect(dearer.percentile).toBe(Math.round((1000 * 35) / 55) / 10);
  });

  it('knows no price now for what is withdrawn', async () => {
    await publishPlans(database, '2026-11-01T00:00:00.000Z', [{ key: 'other', sold: { fsn: '2.00 EUR' } }]);
    await publishPlans(database, '2026-11-02T00:00:00.000Z', [{ key: 'other', sold: { fsn: '2.00 EUR' } }]);
    const told = await prices('acme:box');
    expect([told.current, told.percentile, told.lowest?.perMonth]).toEqual([null, null, '5.00']);
    expect(told.changes.at(-1)?.kind).toBe('withdrawn');
  });
});
