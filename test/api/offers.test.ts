import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { searchPageSchema } from '../../api/schemas/page.ts';
import { offerSchema } from '../../api/schemas/row.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();
const small = { key: 'small', sold: { fsn: '5.00 EUR', ams: '5.00 EUR', dal: '6.00 EUR' } };
const big = { key: 'big', memoryMib: 8192, vcpu: 4, sold: { fsn: '20.00 USD' } };
const vague = { key: 'vague', memoryMib: null, technology: 'unknown' as const, sold: { '-': '3.20 GBP' } };
const gone = { key: 'gone', sold: { fsn: '1.00 EUR' }, stock: { fsn: 'sold-out' as const } };

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [small, big, vague, gone]);
});

type Page = z.infer<typeof searchPageSchema>;

async function get(path: string, init?: RequestInit) {
  return testApp(database).app.request(path, init);
}

async function page(query: string): Promise<Page> {
  const answer = await get(`/v1/offers${query}`);
  expect(answer.status).toBe(200);
  return searchPageSchema.parse(await answer.json());
}

describe('GET /v1/offers', () => {
  it('answers rows of the contract with what the whole answer is about', async () => {
    const { data, page: paging, meta } = await page('');
    expect(data.map((row) => row.id)).toEqual(['acme:vague', 'acme:small', 'acme:small~dal', 'acme:big']);
    expect(paging).toEqual({ next: null, limit: 50 });
    expect(meta).toEqual({
      total: 4,
      totalOffers: 5,
      excludedUnknown: 0,
      excludedProviderDependent: 0,
      catalogueVersion: 1,
      rate: { base: 'EUR', date: '2026-11-20' },
    });
    expect(data[1]).toMatchObject({
      planKey: 'small',
      state: 'live',
      observedAt: '2026-11-22T12:00:00.000Z',
      locations: [{ offerId: 'acme:small@ams' }, { offerId: 'acme:small@fsn' }],
      comparable: { currency: 'USD', perMonth: '6.25' },
    });
    expect(data.every((row) => row.provenance === undefined)).toBe(true);
  });

  it('filters, converts, counts what it leaves out as unknown, and counts facets', async () => {
    const found = await page('?technology=kvm&minMemory=2GB&country=DE&currency=EUR&maxPrice=16&facets=technology,country');
    expect(found.data.map((row) => [row.id, row.comparable?.perMonth])).toEqual([
      ['acme:small', '5.00'],
      ['acme:big', '16.00'],
    ]);
    expect(found.facets?.country).toContainEqual({ value: 'DE', count: 2 });
    expect((await page('?minMemory=1GB')).meta.excludedUnknown).toBe(1);
    expect((await page('?minMemory=1GB&includeUnknown=true')).meta.total).toBe(4);
  });

  it('shows the origin of each field where asked to', async () => {
    const { data } = await page('?view=full');
    expect(data[0]?.provenance?.['memory.mib']).toMatchObject({ how: 'given', snapshotId: expect.stringMatching(/^\d+$/) });
  });

  it('is paged: each page links to the next with the same filter, and together they are everything', async () => {
    const ids: string[] = [];
    let address: string | null = 'http://api.test/v1/offers?limit=1&productType=vps&sort=-price';
    for (let pages = 0; address !== null && pages < 10; pages++) {
      const answer = await get(address);
      const { data } = searchPageSchema.parse(await answer.json());
      ids.push(...data.map((row) => row.id));
      address = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1] ?? null;
      if (address) expect(address).toContain('http://api.test/v1/offers?limit=1&productType=vps&sort=-price&cursor=');
    }
    expect(ids).toEqual(['acme:big', 'acme:small~dal', 'acme:small', 'acme:vague']);
  });

  it('links under the public address where there is one', async () => {
    const { app } = testApp(database, { publicUrl: 'https://deals.example/api/' });
    const answer = await app.request('/v1/offers?limit=1');
    expect(answer.headers.get('Link')).toMatch(/^<https:\/\/deals\.example\/api\/v1\/offers\?limit=1&cursor=/);
  });

  it('answers 304 to who has the answer, and a new one after a publication', async () => {
    const first = await get('/v1/offers?limit=2');
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).not.toBe('');
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=60');
    const again = await get('/v1/offers?limit=2', { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag]);
    expect((await get('/v1/offers?limit=3', { headers: { 'If-None-Match': tag } })).status).toBe(200);
    await publishPlans(database, '2026-11-22T18:00:00.000Z', [small, big, vague, gone]);
    expect((await get('/v1/offers?limit=2', { headers: { 'If-None-Match': tag } })).status).toBe(200);
  });

  it.each([
    ['?minMemory=lots', 'minMemory'],
    ['?minMemory=8GB&maxMemory=2GB', 'minMemory'],
    ['?currency=XXP', 'currency'],
    ['?currency=CHF', 'currency'],
    ['?technology=kvm&technology=lxc', 'technology'],
    ['?technologie=kvm', 'technologie'],
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?limit=Infinity', 'limit'],
    ['?sort=cheapness', 'sort'],
    ['?facets=colour', 'facets'],
    ['?view=fuller', 'view'],
    ['?cursor=nonsense', 'cursor'],
    ['?q=%00', 'q'],
    ['?maxPrice=1e999', 'maxPrice'],
  ])('%s is wrong in %s', async (query, field) => {
    const answer = await get(`/v1/offers${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    const { errors, type, status } = (await answer.json()) as { errors: { field: string }[]; type: string; status: number };
    expect(errors.map((error) => error.field)).toContain(field);
    expect([type, status]).toEqual(['/problems/invalid-request', 400]);
  });

  it('takes no cursor of another question', async () => {
    const { page: paging } = await page('?limit=1');
    expect((await get(`/v1/offers?limit=1&technology=kvm&cursor=${paging.next}`)).status).toBe(400);
    expect((await get(`/v1/offers?limit=2&cursor=${paging.next}`)).status).toBe(200);
  });
});

describe('GET /v1/offers/{id}', () => {
  it('answers a row with the origin of each field', async () => {
    const answer = await get('/v1/offers/acme:small?currency=EUR');
    const row = offerSchema.parse(await answer.json());
    expect(row).toMatchObject({ id: 'acme:small', comparable: { perMonth: '5.00', currency: 'EUR' } });
    expect(row.locations).toHaveLength(2);
    expect(row.provenance['memory.mib']).toMatchObject({ how: 'given', observedAt: row.observedAt });
  });

  it('answers an offer as the one location of its row, also where its place has no name or its price a row of its own', async () => {
    const offer = offerSchema.parse(await (await get('/v1/offers/acme:small@ams')).json());
    expect([offer.id, offer.locations.map((place) => place.offerId)]).toEqual(['acme:small', ['acme:small@ams']]);
    const dallas = offerSchema.parse(await (await get(`/v1/offers/${encodeURIComponent('acme:small@dal')}`)).json());
    expect([dallas.id, dallas.prices[0]?.amount]).toEqual(['acme:small~dal', '6.00']);
    const nowhere = offerSchema.parse(await (await get('/v1/offers/acme:vague@-')).json());
    expect([nowhere.id, nowhere.locations]).toEqual(['acme:vague', []]);
  });

  it('keeps answering for a withdrawn offer of a plan that is still sold elsewhere', async () => {
    const only = { ...small, sold: { fsn: '5.00 EUR', dal: '6.00 EUR' } };
    await publishPlans(database, '2026-11-22T20:00:00.000Z', [only, big, vague, gone]);
    expect(offerSchema.parse(await (await get('/v1/offers/acme:small@ams')).json()).availability.state).toBe('unknown');
    await publishPlans(database, '2026-11-22T21:00:00.000Z', [only, big, vague, gone]);
    const offer = offerSchema.parse(await (await get('/v1/offers/acme:small@ams')).json());
    expect(offer).toMatchObject({ id: 'acme:small@ams', state: 'withdrawn', availability: { state: 'unknown' } });
    expect((await get('/v1/offers/acme:small@ams/prices')).status).toBe(200);
  });

  it('takes only what it knows', async () => {
    expect((await get('/v1/offers/acme:small?view=full')).status).toBe(400);
    expect((await get('/v1/offers/acme:small?horizon=0')).status).toBe(400);
  });
});
