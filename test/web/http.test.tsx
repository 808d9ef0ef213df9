import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/client.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { getPage, testSite } from './support.ts';

const database = useDatabase();
const get = (path: string, init?: RequestInit) => getPage(database, path, init);

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T10:00:00.000Z', [{ key: 'a', sold: { fsn: '4.00 EUR' } }]);
});

describe('pages over HTTP', () => {
  it('allow their own stylesheet by its hash', async () => {
    const { $, headers } = await get('/');
    const hash = createHash('sha256')
      .update($('style').html() ?? '')
      .digest('base64');
    expect(headers.get('Content-Security-Policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(headers.get('Content-Security-Policy')).toContain("form-action 'self'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('leave `/` to the API for who asks for JSON, and give anybody else the page', async () => {
    for (const Accept of ['*/*', 'text/html', 'text/html,application/json;q=0.5']) {
      expect((await get('/', { headers: { Accept } })).headers.get('Content-Type'), Accept).toContain('text/html');
    }
    const { headers, html } = await get('/', { headers: { Accept: 'application/json' } });
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(JSON.parse(html)).toMatchObject({ name: 'Stealtime' });
  });

  it('are revalidated by their ETag', async () => {
    const { headers } = await get('/offers/acme:a');
    const again = await get('/offers/acme:a', { headers: { 'If-None-Match': headers.get('ETag') ?? '', Accept: 'text/html' } });
    expect([again.status, again.html]).toEqual([304, '']);
    expect(headers.get('Vary')).toContain('Accept');
  });

  it('answer HEAD without a body', async () => {
    const { status, html } = await get('/?country=DE', { method: 'HEAD' });
    expect([status, html]).toEqual([200, '']);
  });

  it('tell browsers of what is not there in a page, and programs in a problem document', async () => {
    for (const path of ['/offers/acme:none', '/offers/%00', '/offers/%E0%A4%A', '/nowhere']) {
      const { status, $, headers } = await get(path);
      expect([status, $('h1').text(), headers.get('Cache-Control')], path).toEqual([404, 'There is no such page', 'no-store']);
      expect(headers.get('Content-Security-Policy')).toContain('style-src');
    }
    const program = { headers: { Accept: 'application/json' } };
    for (const path of ['/offers/acme:none', '/nowhere']) {
      expect((await get(path, program)).headers.get('Content-Type')).toBe('application/problem+json');
    }
    expect((await get('/v1/offers/acme:none')).headers.get('Content-Type')).toBe('application/problem+json');
    expect((await get('/v1/offers?colour=red')).headers.get('Content-Type')).toBe('application/problem+json');
  });

  it('tell a wrong method and too many requests in pages too', async () => {
    expect((await get('/', { method: 'POST' })).$('h1').text()).toBe('This method is not allowed here');
    const { app } = testSite(database, { rateLimit: { points: 1, seconds: 60 } });
    await app.request('/');
    const refused = await app.request('/');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('<h1>Too many requests</h1>');
  });

  it('keep the words of an unforeseen error to the log', async () => {
    const refuse = () => Promise.reject(new Error('secret'));
    const broken = { sql: Object.assign(refuse, { begin: refuse, unsafe: refuse }) } as unknown as Database;
    for (const path of ['/', '/offers/acme:a']) {
      const { status, $, html } = await getPage(broken, path);
      expect([status, $('h1').text()], path).toEqual([500, 'Something broke on our side']);
      expect(html).not.toContain('secret');
      expect(html).toMatch(/Request [\w-]{20,}/);
    }
  });

  it('bring their own mark', async () => {
    const { headers, html } = await get('/favicon.svg');
    expect([headers.get('Content-Type'), html.startsWith('<svg')]).toEqual(['image/svg+xml', true]);
  });
});

describe('an empty catalogue', () => {
  const empty = useDatabase();
  it('says so', async () => {
    const { status, $ } = await getPage(empty, '/');
    expect([status, $('#found').text()]).toEqual([200, 'Nothing found']);
    expect($('main').text()).toContain('The catalogue is empty');
  });
});
