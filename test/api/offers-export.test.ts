import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openApiDocument } from '../../api/document.ts';
import { problemSchema } from '../../api/schemas/common.ts';
import { searchPageSchema } from '../../api/schemas/page.ts';
import { rowSchema } from '../../api/schemas/row.ts';
import { startServer } from '../../api/server.ts';
import type { Database } from '../../db/client.ts';
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { COLUMNS } from '../../domain/export/columns.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import { createDatabase, useDatabase } from '../support/database.ts';
import { generatedRows } from '../support/generated-rows.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'small', sold: { fsn: '5.00 EUR', ams: '5.00 EUR', dal: '6.00 EUR' } },
    { key: 'big', memoryMib: 8192, vcpu: 4, sold: { fsn: '20.00 USD' } },
    { key: 'vague', memoryMib: null, technology: 'unknown', sold: { '-': '3.20 GBP' } },
    { key: '=cmd|calc', sold: { fsn: '9.00 EUR' } },
  ]);
});

const get = (path: string, headers: Record<string, string> = {}) => testApp(database).app.request(path, { headers });

/** The lines of a CSV without quoted cells, as cells by name. */
async function table(answer: Response): Promise<Record<string, string>[]> {
  const [head = '', ...lines] = (await answer.text()).trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}

describe('CSV', () => {
  it('is every matching row in order, under names that carry their units', async () => {
    const answer = await get('/v1/offers.csv?currency=EUR&sort=-price');
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="stealtime-offers-2026-11-23.csv"');
    expect(answer.headers.get('ETag')).toBeNull();
    const rows = await table(answer);
    expect(Object.keys(rows[0] ?? {})).toEqual(COLUMNS.map(({ name }) => name));
    expect(rows.map(({ planKey, comparablePerMonth }) => [planKey, comparablePerMonth])).toEqual([
      ['big', '16.00'],
      ["'=cmd|calc", '9.00'],
      ['small', '6.00'],
      ['small', '5.00'],
      ['vague', '4.00'],
    ]);
    expect(rows[3]).toMatchObject({
      provider: 'acme',
      technology: 'kvm',
      memoryMib: '2048',
      storageGb: '40',
      hasIpv6: 'true',
      ddos: '',
      countries: 'NL|DE',
      cities: 'Amsterdam|Falkenstein',
      offerIds: 'acme:small@ams|acme:small@fsn',
      priceOneMonth: '5.00',
      priceOneMonthCurrency: 'EUR',
      pricePerHour: '',
      observedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(rows[4]).toMatchObject({ memoryMib: '', technology: 'unknown', countries: '' });
  });

  it('names its columns even where nothing is found, and in the document', async () => {
    expect(await table(await get('/v1/offers.csv?provider=nobody'))).toEqual([]);
    expect(await (await get('/v1/offers.csv?provider=nobody')).text()).toMatch(/^id,planKey,provider,.*\n$/);
    const document = openApiDocument();
    for (const { name } of COLUMNS) expect(document.paths?.['/v1/offers.csv']?.get?.description).toContain(`\`${name}\``);
  });
});

describe('NDJSON', () => {
  it('is the rows of a search, one a line', async () => {
    const answer = await get('/v1/offers.ndjson?technology=kvm&view=full');
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson');
    const rows = (await answer.text()).trimEnd().split('\n');
    const page = searchPageSchema.parse(await (await get('/v1/offers?technology=kvm&view=full')).json());
    expect(rows.map((line) => rowSchema.parse(JSON.parse(line)))).toEqual(page.data);
    expect(await (await get('/v1/offers.ndjson?provider=nobody')).text()).toBe('');
  });
});

describe('what is wanted', () => {
  it.each([
    ['text/csv', 'text/csv; charset=utf-8; header=present'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['text/csv;q=0.4, application/json;q=0.6', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
  ])('is told by Accept: %s', async (accept, type) => {
    const answer = await get('/v1/offers?country=DE', { Accept: accept });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type]);
    expect(answer.headers.get('Vary')).toContain('Accept');
    expect((await answer.text()).length).toBeGreaterThan(100);
  });

  it.each([
    ['/v1/offers.csv?limit=5', 'limit'],
    ['/v1/offers.ndjson?cursor=x', 'cursor'],
    ['/v1/offers.csv?facets=country', 'facets'],
    ['/v1/offers.csv?view=full', 'view'],
    ['/v1/offers.csv?colour=red', 'colour'],
    ['/v1/offers.ndjson?minMemory=lots', 'minMemory'],
    ['/v1/offers.ndjson?view=fuller', 'view'],
  ])('is no page: %s is a problem', async (path, field) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect(errors.map((error) => error.field)).toEqual([field]);
  });

  it('says that a page cannot be had, also where it is asked for by Accept', async () => {
    const { detail } = problemSchema.parse(await (await get('/v1/offers?limit=5', { Accept: 'text/csv' })).json());
    expect(detail).toBe('limit: does not apply here: every matching row is answered, without pages');
  });

  it('is compressed where that is wanted', async () => {
    const answer = await get('/v1/offers.csv', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toMatch(/^id,/);
  });
});

describe('through a socket', () => {
  it('reads no faster than the client, and ends when it leaves', async () => {
    const large = await createDatabase();
    const { app, lines } = testApp(large);
    const server = await startServer(app, { port: 0, host: '127.0.0.1' });
    if (!server.ok) throw new Error(server.message);
    try {
      await seedAcme(large);
      await publishPlans(large, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
      const [stored] = await large.sql<{ row: StoredRow }[]>`select row from search_rows`;
      const rows = generatedRows(2000, 5).map((made) => ({
        ...made,
        row: { ...stored?.row, name: 'x'.repeat(10_000) } as StoredRow,
      }));
      await replaceSearchRows(large.sql, [...new Set(rows.map((row) => row.planId))], rows);
      const { body } = await request(`${server.url}/v1/offers.ndjson?includeUnknown=true`);
      await once(body, 'readable');
      await delay(500);
      expect(await openTransactions(large)).toBe(1);
      body.on('error', () => undefined).destroy();
      await vi.waitFor(async () => expect(await openTransactions(large)).toBe(0), 5000);
      expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
    } finally {
      await server.close(100);
      await large.close();
    }
  });
});

async function openTransactions({ sql }: Database): Promise<number | undefined> {
  const [open] = await sql<{ count: number }[]>`select count(*)::int4 as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and backend_type = 'client backend'`;
  return open?.count;
}
