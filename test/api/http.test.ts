import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { NOW, testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
});

const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } }) as never;

describe('paths', () => {
  it('tells what is not there, and keeps the paths out of the metrics', async () => {
    const { app } = testApp(database);
    const answer = await app.request('/v2/nothing');
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    await app.request('/v1/offers/acme:a');
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).toContain('http_requests_total{method="GET",route="none",status="404"} 1');
    expect(metrics).toContain('http_requests_total{method="GET",route="/v1/offers/:id",status="200"} 1');
    expect(metrics).not.toContain('/v2/nothing');
  });

  it('leads from a trailing slash to the path without', async () => {
    const answer = await testApp(database).app.request('/v1/offers/?limit=1');
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, 'http://localhost/v1/offers?limit=1']);
  });

  it('answers preflights of any origin', async () => {
    const { app } = testApp(database);
    const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' };
    const preflight = await app.request('/v1/offers', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,POST,OPTIONS');
    const answer = await app.request('/v1/offers', { headers });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Link');
  });

  it('refuses large bodies', async () => {
    const answer = await testApp(database).app.request('/v1/offers', { method: 'POST', body: 'x'.repeat(70_000) });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([413, 'application/problem+json']);
  });

  it('compresses where the client asks, with an ETag that still says 304', async () => {
    const { app } = testApp(database);
    const answer = await app.request('/v1/offers?view=full', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(JSON.parse(gunzipSync(await answer.arrayBuffer()).toString())).toHaveProperty('data');
    const again = await app.request('/v1/offers?view=full', { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } });
    expect(again.status).toBe(304);
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('keeps a sane request id of the client and replaces others', async () => {
    const { app } = testApp(database);
    const sent = async (id: string) =>
      (await app.request('/healthz', { headers: { 'X-Request-Id': id } })).headers.get('X-Request-Id');
    expect(await sent('abc-123')).toBe('abc-123');
    expect(await sent('a b<script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs one line a request', async () => {
    const { app, lines } = testApp(database);
    await app.request('/v1/sources');
    await app.request('/healthz');
    const logged = lines.map((line) => JSON.parse(line));
    expect(logged).toMatchObject([
      { level: 30, msg: 'request', method: 'GET', path: '/v1/sources', status: 200 },
      { level: 20, path: '/healthz' },
    ]);
  });
});

describe('rate limit', () => {
  it('stops a client with the time to wait, and no other client, and no probe', async () => {
    const { app } = testApp(database, { rateLimit: { points: 2, seconds: 60 } });
    const ask = (address: string, path = '/v1/sources') => app.request(path, {}, from(address));
    const first = await ask('192.0.2.1');
    expect([first.headers.get('RateLimit-Limit'), first.headers.get('RateLimit-Remaining')]).toEqual(['2', '1']);
    await ask('::ffff:192.0.2.1');
    const stopped = await ask('192.0.2.1', '/v1/offers');
    expect([stopped.status, stopped.headers.get('Content-Type')]).toEqual([429, 'application/problem+json']);
    expect(Number(stopped.headers.get('Retry-After'))).toBeGreaterThan(50);
    expect(stopped.headers.get('RateLimit-Remaining')).toBe('0');
    expect(stopped.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await ask('192.0.2.2')).status).toBe(200);
    expect((await ask('192.0.2.1', '/healthz')).status).toBe(200);
  });

  it('counts the networks of IPv6 clients, and believes X-Forwarded-For only of a trusted proxy', async () => {
    const limit = { rateLimit: { points: 1, seconds: 60 } };
    const { app } = testApp(database, limit);
    await app.request('/v1/sources', {}, from('2001:db8:1:2::1'));
    expect((await app.request('/v1/sources', {}, from('2001:db8:1:2:ffff::9'))).status).toBe(429);
    expect((await app.request('/v1/sources', {}, from('2001:db8:1:3::1'))).status).toBe(200);
    const forwarded = (chain: string) => ({ headers: { 'X-Forwarded-For': chain } });
    await app.request('/v1/sources', forwarded('198.51.100.1'), from('192.0.2.9'));
    expect((await app.request('/v1/sources', forwarded('198.51.100.2'), from('192.0.2.9'))).status).toBe(429);
    const { app: behind } = testApp(database, { ...limit, trustProxy: true });
    await behind.request('/v1/sources', forwarded('1.1.1.1, 198.51.100.1'), from('192.0.2.9'));
    expect((await behind.request('/v1/sources', forwarded('2.2.2.2, 198.51.100.1'), from('192.0.2.9'))).status).toBe(429);
    expect((await behind.request('/v1/sources', forwarded('198.51.100.2'), from('192.0.2.9'))).status).toBe(200);
  });
});

describe('operation', () => {
  it('is ready when a catalogue is there and the start is finished', async () => {
    expect((await testApp(database).app.request('/readyz')).status).toBe(200);
    const starting = await testApp(database, { readiness: async () => false }).app.request('/readyz');
    expect([starting.status, starting.headers.get('Content-Type')]).toEqual([503, 'application/problem+json']);
    const [empty, bare] = [await createDatabase(), await createDatabase({ empty: true })];
    try {
      expect(await (await testApp(empty).app.request('/readyz')).json()).toMatchObject({
        detail: 'No catalogue is published yet.',
      });
      expect(await (await testApp(bare).app.request('/readyz')).json()).toMatchObject({ status: 503, title: 'Not ready yet' });
      expect((await testApp(bare).app.request('/healthz')).status).toBe(200);
      expect((await testApp(bare).app.request('/metrics')).status).toBe(200);
    } finally {
      await Promise.all([empty.close(), bare.close()]);
    }
  });

  it('measures the catalogue', async () => {
    const metrics = await (await testApp(database).app.request('/metrics')).text();
    expect(metrics).toContain('stealtime_sources{state="published"} 1');
    expect(metrics).toContain('stealtime_rows 1');
    const age = (Date.parse(NOW) - Date.parse('2026-11-20')) / 1000;
    expect(metrics).toContain(`stealtime_rates_age_seconds ${age}`);
    expect(metrics).toContain('process_resident_memory_bytes');
  });

  it('tells the failure of a source in plain words', async () => {
    await database.sql`insert into scrape_runs (run_id, source_id, trigger, state, failure_code, message, started_at, observed_at)
      values ('failed', 'acme', 'schedule', 'failed', 'unreachable', 'api.acme.example: no route', ${NOW}, ${NOW})`;
    await database.sql`update sources set last_run_id = 'failed', last_state = 'failed', last_run_at = ${NOW}, next_run_at = '2026-11-23T12:05:00Z'`;
    const source = await (await testApp(database).app.request('/v1/sources/acme')).json();
    expect(source).toMatchObject({
      state: 'failed',
      kind: 'provider-api',
      data: { observation: 'live', ageSeconds: 86_400 },
      counts: { rows: 1, offers: 1 },
      lastRun: {
        failure: {
          code: 'unreachable',
          means: 'the source could not be reached',
          message: 'api.acme.example: no route',
          retry: 'soon',
        },
      },
      nextRunAt: '2026-11-23T12:05:00.000Z',
    });
  });
});
