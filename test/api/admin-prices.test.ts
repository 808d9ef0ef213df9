import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { voidedSchema } from '../../api/schemas/admin-price.ts';
import { searchPageSchema } from '../../api/schemas/page.ts';
import { pricesSchema } from '../../api/schemas/prices.ts';
import { offerSchema } from '../../api/schemas/row.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { operator } from './admin-support.ts';
import { NOW } from './support.ts';

const database = useDatabase();
const ask = operator(database);
const box = (price: string) => ({ key: 'box', sold: { fsn: price, ams: price } });
const at = (day: number) => `2026-11-${day}T00:00:00.000Z`;

beforeAll(async () => {
  await seedAcme(database);
  for (const [index, price] of ['8.00', '2.00', '7.00', '0.05'].entries()) {
    await publishPlans(database, at(10 + index), [box(`${price} EUR`), { key: 'other', sold: { fsn: '3.00 EUR' } }]);
  }
});

async function prices(id: string): Promise<z.infer<typeof pricesSchema>> {
  return pricesSchema.parse(await (await ask.get(`/v1/offers/${id}/prices?currency=EUR`)).json());
}

async function search(query: string) {
  const found = searchPageSchema.parse(await (await ask.get(`/v1/offers?currency=EUR&${query}`)).json());
  return { ids: found.data.map(({ id }) => id), unknown: found.meta.excludedUnknown, rows: found.data };
}

const post = (what: 'void' | 'unvoid', body: object, id = 'acme:box') => ask.post(`/admin/offers/${id}/prices/${what}`, body);

describe('voiding a price', () => {
  it('takes a wrong price of the past out of every figure, and says in the history who, when and why', async () => {
    const answer = await post('void', { observedFrom: '2026-11-11T01:00:00+01:00', reason: 'a price of another plan' });
    expect(answer.status).toBe(200);
    const mark = { at: NOW, by: 'operator', reason: 'a price of another plan' };
    expect(voidedSchema.parse(await answer.json())).toEqual({
      id: 'acme:box',
      observedFrom: at(11),
      offerIds: ['acme:box@ams', 'acme:box@fsn'],
      voided: mark,
    });
    const told = await prices('acme:box');
    expect(told.periods.map(({ perMonth, leftOut, voided }) => [perMonth, leftOut, voided])).toEqual([
      ['8.00', null, null],
      ['2.00', 'voided', mark],
      ['7.00', null, null],
      ['0.05', null, null],
    ]);
    expect(told.changes.filter(({ kind }) => kind === 'price').map(({ observedAt }) => observedAt)).toEqual([
      at(12),
      at(12),
      at(13),
      at(13),
    ]);
    expect((await post('void', { observedFrom: at(11), reason: 'once more' })).status).toBe(409);
  });

  it('of now makes the price unknown: shown, filtered, sorted and ranked as such', async () => {
    expect((await search('sort=price')).ids).toEqual(['acme:box', 'acme:other']);
    expect((await post('void', { observedFrom: at(13), reason: 'cents taken for euros' })).status).toBe(200);
    const row = offerSchema.parse(await (await ask.get('/v1/offers/acme:box')).json());
    expect(row).toMatchObject({ prices: [], comparable: null, provenance: { prices: { how: 'unknown' } } });
    expect((await search('sort=price')).ids).toEqual(['acme:other', 'acme:box']);
    expect(await search('maxPrice=5')).toMatchObject({ ids: ['acme:other'], unknown: 1 });
    expect((await search('maxPrice=5&includeUnknown=true')).ids).toContain('acme:box');
    expect(await prices('acme:box@fsn')).toMatchObject({
      current: null,
      lowest: { perMonth: '7.00' },
      highest: { perMonth: '8.00' },
      percentile: null,
      reason: 'the price of now was found wrong',
    });
  });

  it('can be undone', async () => {
    const answer = await post('unvoid', { observedFrom: at(13) });
    expect(voidedSchema.parse(await answer.json())).toMatchObject({ voided: null, offerIds: ['acme:box@ams', 'acme:box@fsn'] });
    expect(await prices('acme:box')).toMatchObject({ current: '0.05', lowest: { perMonth: '0.05' } });
    expect((await search('sort=price')).ids).toEqual(['acme:box', 'acme:other']);
    expect((await post('unvoid', { observedFrom: at(13) })).status).toBe(409);
  });

  it('raises the version of the catalogue, so that nobody keeps the old answer', async () => {
    const version = async () => searchPageSchema.parse(await (await ask.get('/v1/offers')).json()).meta.catalogueVersion;
    const before = await version();
    await post('void', { observedFrom: at(13), reason: 'cents taken for euros' }, 'acme:box@ams');
    expect(await version()).toBe(before + 1);
    expect((await search('sort=price')).rows.map(({ id, prices }) => [id, prices.length])).toEqual([
      ['acme:box~fsn', 1],
      ['acme:other', 1],
      ['acme:box', 0],
    ]);
  });

  it('says what is wrong with a request', async () => {
    expect((await post('void', { observedFrom: at(20), reason: 'nothing then' })).status).toBe(404);
    expect((await post('void', { observedFrom: at(10), reason: 'no such one' }, 'acme:none')).status).toBe(404);
    expect((await post('void', { observedFrom: at(10), reason: 'no such one' }, '%00')).status).toBe(404);
    for (const body of [
      {},
      { observedFrom: 'yesterday', reason: 'why not' },
      { observedFrom: at(10) },
      { observedFrom: at(10), reason: ' ' },
    ]) {
      expect((await post('void', body)).status).toBe(400);
    }
    expect((await post('unvoid', { observedFrom: at(10), reason: 'not asked for' })).status).toBe(400);
  });
});
