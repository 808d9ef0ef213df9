import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonSchema } from '../../api/schemas/compare.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'small', sold: { fsn: '5.00 EUR', ams: '5.00 EUR', dal: '6.00 EUR' } },
    { key: 'big', memoryMib: 8192, vcpu: 4, sold: { fsn: '20.00 USD' } },
    { key: 'vague', memoryMib: null, technology: 'unknown', sold: { '-': '3.20 GBP' } },
  ]);
});

const get = (query: string) => testApp(database).app.request(`/v1/compare${query}`);

async function compared(query: string) {
  const answer = await get(query);
  expect(answer.status).toBe(200);
  const told = comparisonSchema.parse(await answer.json());
  return { ...told, line: (name: string) => told.attributes.find((one) => one.name === name) };
}

describe('GET /v1/compare', () => {
  it('puts rows side by side, differences first, the better ones marked with the reason', async () => {
    const { attributes, line, ids } = await compared('?ids=acme:small,acme:big,acme:vague&currency=EUR');
    expect(ids).toEqual(['acme:small', 'acme:big', 'acme:vague']);
    const firstSame = attributes.findIndex(({ same }) => same);
    expect(attributes.slice(firstSame).every(({ same }) => same)).toBe(true);
    expect(line('memory.mib')).toMatchObject({
      values: { 'acme:small': 2048, 'acme:big': 8192, 'acme:vague': null },
      best: { ids: ['acme:big'], reason: 'more memory' },
    });
    expect(line('comparable.perMonth')).toMatchObject({
      unit: 'EUR',
      values: { 'acme:small': '5.00', 'acme:big': '16.00', 'acme:vague': '4.00' },
      best: { ids: ['acme:vague'], reason: 'lower price' },
    });
    expect(line('technology')).toMatchObject({ values: { 'acme:vague': 'unknown' }, best: null });
    expect(line('storage.gb')).toMatchObject({ same: true, best: null });
  });

  it('itemises the cost of each over the months asked, and says what it lacks', async () => {
    const { costs, months, rateDate, cheapest } = await compared('?ids=acme:small,acme:big&months=24');
    expect([months, rateDate]).toEqual([24, '2026-11-20']);
    expect(costs[0]).toMatchObject({
      id: 'acme:small',
      termMonths: 1,
      monthsPaid: 24,
      lines: [
        { kind: 'set-up', amount: null, note: 'not stated' },
        { kind: 'regular', label: 'Regular price, 24 months', months: 24, amount: '120.00', currency: 'EUR' },
      ],
      total: null,
      atLeast: '120.00',
      missing: ['Set-up fee: not stated'],
      perMonth: '6.25',
      converted: { currency: 'USD', total: null, atLeast: '150.00' },
    });
    expect(cheapest).toBeNull();
  });

  it('names the lowest total where all of them are known', async () => {
    await database.sql`update search_rows set row = (select json_object_agg(key, case when key = 'prices' then (
      select json_agg(jsonb_set(price, '{setupFee}', '"1.00"')) from jsonb_array_elements(value::jsonb) price) else value end)
      from json_each(row)) where plan_id in ('acme:small', 'acme:big')`;
    const { cheapest, costs } = await compared('?ids=acme:big,acme:small');
    expect(costs.map(({ total, converted }) => [total, converted?.total])).toEqual([
      ['241.00', '241.00'],
      ['61.00', '76.25'],
    ]);
    expect(cheapest).toEqual({ ids: ['acme:small'], reason: 'lowest total over 12 months' });
  });

  it('takes offers as well as rows', async () => {
    const { line } = await compared('?ids=acme:small@fsn,acme:small@dal,acme:small');
    expect(line('locations')?.values).toEqual({
      'acme:small@fsn': ['Falkenstein, DE'],
      'acme:small@dal': ['Dallas, US'],
      'acme:small': ['Amsterdam, NL', 'Falkenstein, DE'],
    });
  });

  it.each([
    ['', 'ids', 'give 2 to 8 ids separated by commas, not 0'],
    ['?ids=acme:small', 'ids', 'not 1'],
    ['?ids=a,b,c,d,e,f,g,h,i', 'ids', 'not 9'],
    ['?ids=acme:small,acme:big,acme:small', 'ids', 'acme:small is given more than once'],
    ['?ids=acme:small,a%20b', 'ids', '"a b" is no id'],
    ['?ids=acme:small,acme:big&months=0', 'months', 'from 1 to 60'],
    ['?ids=acme:small,acme:big&months=61', 'months', 'from 1 to 60'],
    ['?ids=acme:small,acme:big&currency=CHF', 'currency', 'no exchange rate'],
    ['?ids=acme:small,acme:big&minMemory=1GB', 'minMemory', 'is not a parameter'],
  ])('%s is wrong in %s', async (query, field, words) => {
    const answer = await get(query);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(answer.status).toBe(400);
    expect(errors).toContainEqual({ field, message: expect.stringContaining(words) });
  });

  it('names the ids that stand for nothing', async () => {
    const answer = await get('?ids=acme:small,acme:none,acme:small@mars');
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    expect(answer.status).toBe(404);
    expect(errors.map(({ message }) => message)).toEqual(['there is no offer acme:none', 'there is no offer acme:small@mars']);
  });
});
