import { beforeAll, describe, expect, it } from 'vitest';
import { similarSchema } from '../../api/schemas/similar.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'small', sold: { fsn: '5.00 EUR', ams: '5.00 EUR', dal: '6.00 EUR' } },
    { key: 'twin', sold: { fsn: '5.00 EUR' } },
    { key: 'near', memoryMib: 3072, sold: { ams: '7.00 EUR' } },
    { key: 'huge', memoryMib: 65_536, vcpu: 32, sold: { fsn: '300.00 EUR' } },
    { key: 'vague', memoryMib: null, sold: { fsn: '5.00 EUR' } },
    { key: 'gone', sold: { fsn: '5.00 EUR' }, stock: { fsn: 'sold-out' } },
  ]);
});

const get = (path: string) => testApp(database).app.request(`/v1/offers/${path}`);

async function similar(path: string) {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return similarSchema.parse(await answer.json());
}

describe('GET /v1/offers/{id}/similar', () => {
  it('tells near rows that can be bought, other plans first, with why', async () => {
    const { data, weights } = await similar('acme:small/similar?currency=EUR');
    expect(data.map(({ row }) => row.id)).toEqual(['acme:twin', 'acme:near', 'acme:small~dal']);
    expect(data[0]).toMatchObject({ distance: 0, samePlan: false, row: { comparable: { currency: 'EUR', perMonth: '5.00' } } });
    expect(data[1]?.why).toContain('memory: 3GB against 2GB');
    expect(data[2]).toMatchObject({ samePlan: true });
    expect(weights).toMatchObject({ price: 3, memory: 3 });
  });

  it('takes offers, and what is not known of them', async () => {
    expect((await similar('acme:small@dal/similar?limit=1')).data.map(({ row }) => row.id)).toEqual(['acme:twin']);
    const { data } = await similar('acme:vague/similar');
    expect(data.map(({ row }) => row.id)).toContain('acme:huge');
    expect(data[0]?.why).toContain('memory: 2GB');
  });

  it.each([
    ['acme:none/similar', 404],
    ['acme:small/similar?limit=0', 400],
    ['acme:small/similar?limit=51', 400],
    ['acme:small/similar?minMemory=1GB', 400],
  ])('%s is answered by %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});
