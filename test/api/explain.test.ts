import { beforeAll, describe, expect, it } from 'vitest';
import { explanationSchema } from '../../api/schemas/explain.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'small', sold: { fsn: '5.00 EUR', ams: '5.00 EUR', dal: '6.00 EUR' }, stock: { dal: 'sold-out' } },
    { key: 'vague', memoryMib: null, sold: { '-': '3.20 GBP' } },
  ]);
});

const get = (query: string) => testApp(database).app.request(`/v1/explain${query}`);

async function explained(query: string) {
  const answer = await get(query);
  expect(answer.status).toBe(200);
  return explanationSchema.parse(await answer.json());
}

/** Whether the search finds the row. */
async function found(filter: string, id: string): Promise<boolean> {
  const answer = await testApp(database).app.request(`/v1/offers?limit=200${filter}`);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  return data.some((row) => row.id === id);
}

describe('GET /v1/explain', () => {
  it('goes through the criteria with what the row has', async () => {
    const told = await explained('?id=acme:small&minMemory=4GB&country=DE&maxPrice=4.75&currency=EUR');
    expect(told.criteria.map(({ parameter, has, verdict, miss }) => [parameter, has, verdict, miss?.words ?? null])).toEqual([
      ['minMemory', '2GB', 'not-met', '50 % short'],
      ['country', 'DE, NL', 'met', null],
      ['maxPrice', '5.00 EUR a month', 'not-met', '5.3 % over'],
    ]);
    expect(told).toMatchObject({ id: 'acme:small', verdict: 'not-met', shown: false, nearMiss: false });
    expect((await explained('?id=acme:small&maxPrice=4.75&currency=EUR')).nearMiss).toBe(true);
  });

  it('says what is not known, and that it can be let in', async () => {
    expect(await explained('?id=acme:vague&minMemory=1GB')).toMatchObject({
      verdict: 'unknown',
      shown: false,
      criteria: [{ verdict: 'unknown', has: null }],
    });
    expect((await explained('?id=acme:vague&minMemory=1GB&includeUnknown=true')).shown).toBe(true);
  });

  it('says which default leaves it out, of an offer by its own stock and place', async () => {
    const sold = await explained('?id=acme:small@dal');
    expect(sold).toMatchObject({ verdict: 'not-met', shown: false, criteria: [] });
    expect(sold.exclusions.filter(({ applies }) => applies)).toEqual([
      { parameter: 'availability', excludes: 'rows that are sold out', applies: true },
    ]);
    const elsewhere = await explained('?id=acme:small@ams&country=DE');
    expect(elsewhere.criteria[0]).toMatchObject({ verdict: 'not-met', has: 'NL' });
    expect((await explained('?id=acme:small@fsn&country=DE&city=falkenstein')).verdict).toBe('met');
  });

  it.each([
    '&minMemory=2GB',
    '&country=US',
    '&maxPrice=5&currency=EUR',
    '&q=amsterdam',
    '&newSince=2026-11-22',
    '&availability=sold-out',
  ])('agrees with the search about %s', async (filter) => {
    for (const id of ['acme:small', 'acme:small~dal', 'acme:vague']) {
      expect([id, (await explained(`?id=${id}${filter}`)).shown]).toEqual([id, await found(filter, id)]);
    }
  });

  it.each([
    ['', 400],
    ['?minMemory=1GB', 400],
    ['?id=acme:small&sort=price', 400],
    ['?id=acme:small&minMemory=lots', 400],
    ['?id=acme:none', 404],
    ['?id=acme:small@mars', 404],
    ['?id=%F0%9F%92%A9', 404],
  ])('%s is answered by %i', async (query, status) => {
    expect((await get(query)).status).toBe(status);
  });
});
