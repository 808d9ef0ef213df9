import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { changesPageSchema } from '../../api/schemas/changes.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();
type Page = z.infer<typeof changesPageSchema>;
const small = (price: string, more = {}) => ({ key: 'small', sold: { fsn: price, ams: price }, ...more });
const big = { key: 'big', memoryMib: 8192, sold: { fsn: '20.00 USD' } };
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z`;

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, day(1), [small('5.00 EUR'), big]);
  await publishPlans(database, day(2), [small('6.00 EUR'), big]);
  await publishPlans(database, day(3), [{ ...small('6.00 EUR'), stock: { fsn: 'sold-out' as const } }, big]);
  await publishPlans(database, day(4), [small('6.00 EUR')]);
  await publishPlans(database, day(5), [{ ...small('6.00 EUR'), sold: { fsn: '6.00 EUR', ams: '6.00 EUR', dal: '7.00 EUR' } }]);
  await publishPlans(database, day(6), [small('2.00 EUR', { memoryMib: 512 })]);
  await publishPlans(database, day(7), [small('2.00 EUR', { memoryMib: 512, name: 'Acme Nano' })]);
  await publishPlans(database, day(8), [small('1.00 EUR', { memoryMib: 512, name: 'Something else' }), big]);
});

const get = (address: string) => testApp(database).app.request(address);

async function page(query = ''): Promise<Page> {
  const answer = await get(`/v1/changes${query}`);
  expect(answer.status).toBe(200);
  return changesPageSchema.parse(await answer.json());
}

const brief = ({ data }: Page) =>
  data.map(({ kind, plan, observedAt }) => `${observedAt.slice(8, 10)} ${kind} ${plan.id.slice(5)}`);

describe('GET /v1/changes', () => {
  it('tells what happened, newest first, the same in several places once', async () => {
    expect(brief(await page())).toEqual([
      '08 returned big',
      '08 spec small',
      '07 withdrawn small',
      '07 spec small',
      '06 spec small',
      '05 withdrawn big',
      '05 new small',
      '04 restocked small',
      '03 sold-out small',
      '02 price small',
      '01 new big',
      '01 new small',
    ]);
  });

  it('tells a price in its own currency, before and after, with the change in percent', async () => {
    const { data } = await page('?kind=price');
    expect(data).toMatchObject([
      {
        kind: 'price',
        observedAt: day(2),
        provider: { id: 'acme', name: 'Acme Hosting' },
        source: 'acme',
        plan: { id: 'acme:small' },
        offerIds: ['acme:small@ams', 'acme:small@fsn'],
        before: { prices: [{ amount: '5.00' }] },
        after: { prices: [{ amount: '6.00' }] },
        price: { currency: 'EUR', from: '5.00', to: '6.00', percent: 20 },
      },
    ]);
  });

  it('tells another machine, another name, and an id that went to another plan as spec, never as price', async () => {
    const { data } = await page('?kind=spec,price&since=2026-11-06');
    expect(data.map(({ kind, before, after, price }) => [kind, before, after, price])).toEqual([
      ['spec', { name: 'Acme Nano' }, { name: 'Something else' }, null],
      ['spec', { name: 'Acme small' }, { name: 'Acme Nano' }, null],
      ['spec', { 'memory.mib': 2048 }, { 'memory.mib': 512 }, null],
    ]);
    const { leftOut, drop } = await history();
    expect(leftOut).toEqual(['other-machine', 'other-machine', 'other-machine', null]);
    expect(drop).toBeNull();
  });

  async function history() {
    const { periods } = (await (await get('/v1/offers/acme:small@fsn/prices')).json()) as {
      periods: { leftOut: string | null }[];
    };
    const [row] = await database.sql<
      { drop: number | null }[]
    >`select drop_ppm as drop from search_rows where row_id = 'acme:small'`;
    return { leftOut: periods.map(({ leftOut }) => leftOut), drop: row?.drop ?? null };
  }

  it('filters by kind, by time, and by the row concerned as it is now', async () => {
    expect(brief(await page('?kind=sold-out,restocked'))).toEqual(['04 restocked small', '03 sold-out small']);
    expect(brief(await page('?since=2026-11-02&until=2026-11-04'))).toEqual(['03 sold-out small', '02 price small']);
    expect(brief(await page('?since=17d&until=2026-11-08'))).toEqual(['07 withdrawn small', '07 spec small']);
    expect(brief(await page('?minMemory=4GB'))).toEqual(['08 returned big', '05 withdrawn big', '01 new big']);
    expect(brief(await page('?country=NL&kind=price'))).toEqual(['02 price small']);
    expect((await page('?provider=other')).data).toEqual([]);
    expect((await page('?productType=dedicated')).data).toEqual([]);
  });

  it('is paged: each event once, linked with the same question, whatever is published meanwhile', async () => {
    const ids: string[] = [];
    const expected = (await page('?since=30d')).data.map(({ id }) => id);
    let address: string | null = 'http://api.test/v1/changes?limit=5&since=30d';
    for (let pages = 0; address !== null && pages < 9; pages++) {
      const answer: Response = await get(address);
      const { data } = changesPageSchema.parse(await answer.json());
      ids.push(...data.map(({ id }) => id));
      address = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1] ?? null;
      if (pages === 0) await publishPlans(database, day(9), [small('1.50 EUR', { memoryMib: 512, name: 'Something else' }), big]);
    }
    expect(ids).toEqual(expected);
    expect(brief(await page('?limit=1'))).toEqual(['09 price small']);
  });

  it.each([
    ['?kind=cheaper', 'kind'],
    ['?since=yesterday', 'since'],
    ['?since=2026-11-05&until=2026-11-05', 'since'],
    ['?limit=0', 'limit'],
    ['?cursor=nonsense', 'cursor'],
    ['?sort=price', 'sort'],
    ['?minMemory=lots', 'minMemory'],
  ])('%s is wrong in %s', async (query, field) => {
    const answer = await get(`/v1/changes${query}`);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect([answer.status, errors.map((error) => error.field)]).toEqual([400, [field]]);
  });

  it('takes no cursor of another question', async () => {
    const { page: paging } = await page('?limit=1');
    expect((await get(`/v1/changes?limit=3&cursor=${paging.next}`)).status).toBe(200);
    expect((await get(`/v1/changes?kind=price&cursor=${paging.next}`)).status).toBe(400);
  });
});
