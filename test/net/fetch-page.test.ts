import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeOf, openDoor, pageOf } from './support/door.ts';
import { answer, redirect, serveSite } from './support/site.ts';

describe('an answer', () => {
  it('comes with status, final address, lower-case headers, body and time', async () => {
    const site = await serveSite({
      '/go': redirect('/plans?x=1'),
      '/plans': answer(
        200,
        { 'Content-Type': 'text/html', ETAG: '"v1"', Vary: ['a', 'b'], 'Set-Cookie': 'session=secret' },
        'plans',
      ),
    });
    const net = openDoor({ minDelayMs: 0 });
    const page = pageOf(await net.fetchPage({ url: `${site.origin}/go#top`, allowedHosts: [site.host] }));
    expect(page).toMatchObject({
      status: 200,
      url: `${site.origin}/plans?x=1`,
      notModified: false,
      fetchedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html', etag: '"v1"', vary: 'a, b' });
    expect(Object.keys(page.headers)).not.toContain('set-cookie');
    expect(page.body.toString()).toBe('plans');
  });

  it('is asked for honestly, and our own headers cannot be replaced', async () => {
    const site = await serveSite({ '/': answer(200) });
    await openDoor().fetchPage({
      url: site.origin,
      allowedHosts: [site.host],
      headers: { 'User-Agent': 'Mozilla/5.0', Host: 'internal.example', 'X-Api-Key': 'k' },
    });
    expect(site.requests.map(({ headers }) => headers['user-agent'])).toEqual(
      Array(2).fill('Stealtime/1.2.3 (+https://stealtime.example/about)'),
    );
    expect(site.requests[1]?.headers).toMatchObject({
      host: site.host,
      'x-api-key': 'k',
      'accept-encoding': 'gzip, br, deflate',
    });
    expect(site.requests[0]?.headers).not.toHaveProperty('x-api-key');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate, gzip', (body: Buffer) => gzipSync(deflateSync(body))],
    ['identity', (body: Buffer) => body],
  ])('is decoded: %s', async (encoding, encode) => {
    const site = await serveSite({
      '/': answer(200, { 'content-encoding': encoding }, encode(Buffer.from('grüße'.repeat(1000)))),
    });
    const page = pageOf(await openDoor().fetchPage({ url: site.origin, allowedHosts: [site.host] }));
    expect(page.body.toString()).toBe('grüße'.repeat(1000));
    expect(page.headers).not.toHaveProperty('content-encoding');
  });

  it('in a coding that was not offered, or damaged, cannot be read', async () => {
    const site = await serveSite({
      '/zstd': answer(200, { 'content-encoding': 'zstd' }, 'x'),
      '/odd': answer(200, { 'content-encoding': 'constructor' }, 'x'),
      '/thrice': answer(200, { 'content-encoding': 'gzip, gzip, gzip' }, 'x'),
      '/damaged': answer(200, { 'content-encoding': 'gzip' }, 'no gzip'),
      '/cut': answer(200, { 'content-encoding': 'gzip' }, gzipSync('plans').subarray(0, 15)),
      '/brotli': answer(200, { 'content-encoding': 'br' }, 'no brotli at all'),
    });
    const net = openDoor();
    for (const path of ['/zstd', '/odd', '/thrice', '/damaged', '/cut', '/brotli']) {
      expect(codeOf(await net.fetchPage({ url: site.origin + path, allowedHosts: [site.host] })), path).toBe('unreadable-page');
    }
  });

  it('with 304 says that the page is as it was; validators go to the address they belong to only', async () => {
    const site = await serveSite({
      '/moved': redirect('/plans'),
      '/plans': (request, response) =>
        response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200, { etag: '"v1"' }).end(),
    });
    const net = openDoor();
    const at = (path: string) => ({ url: site.origin + path, allowedHosts: [site.host] });
    const validators = { etag: '"v1"', lastModified: 'Sun, 22 Nov 2026 12:10:00 GMT' };
    expect(pageOf(await net.fetchPage({ ...at('/plans'), conditional: validators }))).toMatchObject({
      status: 304,
      notModified: true,
      body: Buffer.alloc(0),
    });
    expect(site.requests.at(-1)?.headers).toMatchObject({ 'if-modified-since': validators.lastModified });
    expect(pageOf(await net.fetchPage({ ...at('/moved'), conditional: validators })).status).toBe(200);
    const conditional = { ...validators, url: `${site.origin}/plans` };
    expect(pageOf(await net.fetchPage({ ...at('/moved'), conditional })).notModified).toBe(true);
  });

  it('304 that nobody asked for is no page', async () => {
    const site = await serveSite({ '/': answer(304) });
    expect(codeOf(await openDoor().fetchPage({ url: site.origin, allowedHosts: [site.host] }))).toBe('unreadable-page');
  });
});

it('keeps secrets out of failure messages', async () => {
  const site = await serveSite({ '/forbidden': answer(403), '/out': redirect('https://elsewhere.example/?token=s3cret') });
  const net = openDoor();
  const headers = { authorization: 'Bearer s3cret' };
  for (const path of ['/forbidden?token=s3cret', '/out', '/gone?token=s3cret']) {
    const result = await net.fetchPage({ url: site.origin + path, allowedHosts: [site.host], headers });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('s3cret');
  }
  expect(JSON.stringify(await net.fetchPage({ url: 'https://u:s3cret@[', allowedHosts: [] }))).not.toContain('s3cret');
});

it('answers unreachable when closed, also to those who wait for their turn', async () => {
  const site = await serveSite({ '/': () => undefined });
  const net = openDoor();
  const request = { url: `${site.origin}/`, allowedHosts: [site.host] };
  const waiting = Promise.all([net.fetchPage(request), net.fetchPage(request)]);
  await net.close();
  expect((await waiting).map(codeOf)).toEqual(['unreachable', 'unreachable']);
  expect(codeOf(await net.fetchPage(request))).toBe('unreachable');
});
