import { describe, expect, it } from 'vitest';
import { got } from '../../net/outcome.ts';
import { createPoliteness } from '../../net/politeness.ts';
import { codeOf, openDoor } from './support/door.ts';
import { answer, serveSite } from './support/site.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('a host', () => {
  it('never sees two requests at once', async () => {
    let open = 0;
    let most = 0;
    const site = await serveSite({
      '/': (_request, response) => {
        open += 1;
        most = Math.max(most, open);
        // Answered in a later turn of the event loop, so that an overlapping request would have arrived.
        setTimeout(() => {
          open -= 1;
          response.end('x');
        }, 20);
      },
    });
    const net = openDoor({ minDelayMs: 0 });
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, n) => net.fetchPage({ url: `${site.origin}/?${n}`, allowedHosts: [site.host] })),
    );
    expect(results.map(codeOf)).toEqual(Array(5).fill('ok'));
    expect(most).toBe(1);
  });

  it('is given its delay between starts: the default, or the request’s', async () => {
    const site = await serveSite({ '/': answer(200) });
    const net = openDoor({ minDelayMs: 1000 });
    const request = { url: site.origin, allowedHosts: [site.host] };
    await net.fetchPage(request);
    await net.fetchPage({ ...request, minDelayMs: 2500 });
    net.clock.now += 400;
    await net.fetchPage(request);
    net.clock.now += 1000;
    await net.fetchPage(request);
    expect(net.slept).toEqual([1000, 2500, 600]);
  });

  it('does not wait for another host', async () => {
    const [one, two] = [await serveSite({}), await serveSite({})];
    const net = openDoor();
    for (const site of [one, two]) await net.fetchPage({ url: `${site.origin}/robots.txt`, allowedHosts: [site.host] });
    expect(net.slept).toEqual([1000, 1000]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['429 with seconds', answer(429, { 'retry-after': '120' }), 120_000],
    ['429 with a date', answer(429, { 'retry-after': 'Sun, 22 Nov 2026 12:10:00 GMT' }), 600_000],
    ['503 with seconds', answer(503, { 'retry-after': '60' }), 60_000],
    ['429 without', answer(429), 300_000],
    ['429 for ever', answer(429, { 'retry-after': '99999999999' }), 86_400_000],
  ])('%s keeps us away from the whole host until then', async (_what, busy, pauseMs) => {
    const site = await serveSite({ '/busy': busy, '/': answer(200) });
    const net = openDoor({ minDelayMs: 0 });
    const at = (path: string) => net.fetchPage({ url: site.origin + path, allowedHosts: [site.host] });
    const notBefore = NOW + pauseMs;
    expect(await at('/busy')).toMatchObject({ failure: { code: 'rate-limited', notBefore } });
    const before = site.requests.length;
    expect(await at('/')).toMatchObject({ failure: { code: 'rate-limited', notBefore } });
    expect(site.requests).toHaveLength(before);
    net.clock.now = notBefore;
    expect(codeOf(await at('/'))).toBe('ok');
  });

  it('also holds for requests that were already waiting for their turn', async () => {
    const site = await serveSite({ '/': answer(429, { 'retry-after': '120' }) });
    const net = openDoor();
    const request = { url: site.origin, allowedHosts: [site.host] };
    const results = await Promise.all([net.fetchPage(request), net.fetchPage(request)]);
    expect(results.map(codeOf)).toEqual(['rate-limited', 'rate-limited']);
    expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/']);
  });
});

it('forgets hosts that are owed nothing, and only those', async () => {
  let now = NOW;
  const slept: number[] = [];
  const politeness = createPoliteness({
    now: () => now,
    sleep: async (ms) => void slept.push(ms),
    closing: new AbortController().signal,
    rememberedHosts: 2,
  });
  const visit = (host: string) => politeness.run(host, 1000, async () => got(host));
  await visit('paused');
  politeness.pause('paused', NOW + 60_000);
  await visit('recent');
  await visit('new');
  expect(await visit('paused')).toMatchObject({ failure: { code: 'rate-limited' } });
  await visit('recent');
  expect(slept).toEqual([1000]);
  now += 5000;
  await visit('newer');
  expect(await visit('paused')).toMatchObject({ failure: { code: 'rate-limited' } });
});

it('lets a bug through as what it is', async () => {
  const politeness = createPoliteness({ now: () => 0, sleep: async () => undefined, closing: new AbortController().signal });
  const bug = politeness.run('a', 0, async () => {
    throw new TypeError('oops');
  });
  await expect(bug).rejects.toThrow('oops');
  expect(await politeness.run('a', 0, async () => got(1))).toEqual({ ok: true, value: 1 });
});
