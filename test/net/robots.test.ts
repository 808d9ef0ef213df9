import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRobotsGate } from '../../net/robots.ts';
import { codeOf, openDoor } from './support/door.ts';
import { answer, redirect, serveSite } from './support/site.ts';

const HOUR = 3_600_000;

describe('robots.txt', () => {
  it('is asked first and obeyed, for our name before everybody', async () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: stealtime\nDisallow: /cart\nAllow: /cart/plans\n';
    const site = await serveSite({ '/robots.txt': answer(200, {}, text), '/a': answer(200), '/cart/plans': answer(200) });
    const net = openDoor();
    const at = (path: string) => net.fetchPage({ url: site.origin + path, allowedHosts: [site.host] });
    expect(codeOf(await at('/a'))).toBe('ok');
    expect(codeOf(await at('/cart/x'))).toBe('robots-disallowed');
    expect(codeOf(await at('/cart/plans'))).toBe('ok');
    expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/cart/plans']);
  });

  it('is obeyed by redirect targets too', async () => {
    const site = await serveSite({
      '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /hidden'),
      '/go': redirect('/hidden'),
    });
    expect(codeOf(await openDoor().fetchPage({ url: `${site.origin}/go`, allowedHosts: [site.host] }))).toBe('robots-disallowed');
    expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/go']);
  });

  it('raises the delay between requests by Crawl-delay', async () => {
    const site = await serveSite({ '/robots.txt': answer(200, {}, 'User-agent: *\nCrawl-delay: 7'), '/': answer(200) });
    const net = openDoor({ minDelayMs: 2000 });
    const fetchOne = () => net.fetchPage({ url: site.origin, allowedHosts: [site.host] });
    await fetchOne();
    await fetchOne();
    expect(net.slept).toEqual([7000, 7000]);
  });

  it('with a Crawl-delay too long to wait for is answered with when to come back', async () => {
    const site = await serveSite({ '/robots.txt': answer(200, {}, 'User-agent: *\nCrawl-delay: 3600'), '/': answer(200) });
    const net = openDoor();
    const fetchOne = () => net.fetchPage({ url: site.origin, allowedHosts: [site.host] });
    const start = net.clock.now;
    expect(await fetchOne()).toMatchObject({ failure: { code: 'rate-limited', notBefore: start + HOUR } });
    net.clock.now += HOUR;
    expect(codeOf(await fetchOne())).toBe('ok');
  });

  it.each([401, 403, 404, 410])('missing (%s) allows everything', async (status) => {
    const site = await serveSite({ '/robots.txt': answer(status, {}, 'User-agent: *\nDisallow: /'), '/': answer(200) });
    expect(codeOf(await openDoor().fetchPage({ url: site.origin, allowedHosts: [site.host] }))).toBe('ok');
  });

  it.each([
    ['500', answer(500), 'server-error'],
    ['503', answer(503), 'server-error'],
    ['429', answer(429, { 'retry-after': '30' }), 'rate-limited'],
    ['damaged', answer(200, { 'content-encoding': 'gzip' }, 'no'), 'unreadable-page'],
    ['loop', redirect('/robots.txt'), 'unreadable-page'],
    ['leads inside', redirect('https://10.0.0.1/robots.txt'), 'private-address'],
  ])('unreadable (%s) leaves the pages alone, with the cause', async (_what, robots, code) => {
    const site = await serveSite({ '/robots.txt': robots, '/': answer(200) });
    const result = await openDoor().fetchPage({ url: site.origin, allowedHosts: [site.host] });
    expect(codeOf(result)).toBe(code);
    expect(result).toMatchObject({ failure: { message: expect.stringContaining('robots.txt') } });
    expect(site.requests.map(({ path }) => path)).not.toContain('/');
  });

  it('is followed to another host', async () => {
    const other = await serveSite({ '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /') });
    const site = await serveSite({ '/robots.txt': redirect(`${other.origin}/robots.txt`), '/': answer(200) });
    expect(codeOf(await openDoor().fetchPage({ url: site.origin, allowedHosts: [site.host] }))).toBe('robots-disallowed');
  });

  it('counts up to 500 KiB, in whole lines', async () => {
    const rules = 'User-agent: *\nDisallow: /hidden\n';
    const padding = '#'.repeat(500 * 1024 - rules.length - '\nDisallow: /'.length);
    const site = await serveSite({
      '/robots.txt': answer(200, {}, `${rules}${padding}\nDisallow: /cut-here\nDisallow: /late`),
      '/plans': answer(200),
      '/late': answer(200),
    });
    const net = openDoor();
    const at = (path: string) => net.fetchPage({ url: site.origin + path, allowedHosts: [site.host] });
    expect(codeOf(await at('/hidden'))).toBe('robots-disallowed');
    expect(codeOf(await at('/plans'))).toBe('ok');
    expect(codeOf(await at('/late'))).toBe('ok');
  });

  it('is remembered for a day, and longer while it cannot be read again', async () => {
    const states = [answer(200, {}, 'User-agent: *\nDisallow: /x'), answer(500), answer(500), answer(200, {}, '')];
    let asked = 0;
    const site = await serveSite({
      '/robots.txt': (request, response) => states[asked++]?.(request, response),
      '/x': answer(200),
    });
    const net = openDoor();
    const fetchX = async () => codeOf(await net.fetchPage({ url: `${site.origin}/x`, allowedHosts: [site.host] }));
    const seen: [string, number][] = [];
    for (const step of [0, 23 * HOUR, HOUR, 30_000, 30_000, 60_000]) {
      net.clock.now += step;
      seen.push([await fetchX(), asked]);
    }
    expect(seen).toEqual([
      ['robots-disallowed', 1],
      ['robots-disallowed', 1],
      ['robots-disallowed', 2],
      ['robots-disallowed', 2],
      ['robots-disallowed', 3],
      ['ok', 4],
    ]);
  });

  it('that failed is asked for again after a minute', async () => {
    let asked = 0;
    const site = await serveSite({
      '/robots.txt': (request, response) => answer(asked++ === 0 ? 500 : 404)(request, response),
      '/': answer(200),
    });
    const net = openDoor();
    const fetchOne = async () => codeOf(await net.fetchPage({ url: site.origin, allowedHosts: [site.host] }));
    expect(await fetchOne()).toBe('server-error');
    expect(await fetchOne()).toBe('server-error');
    net.clock.now += 60_000;
    expect(await fetchOne()).toBe('ok');
    expect(asked).toBe(2);
  });

  it('is read once for pages asked at the same time', async () => {
    const site = await serveSite({ '/': answer(200) });
    const net = openDoor();
    const results = await Promise.all([1, 2, 3].map(() => net.fetchPage({ url: site.origin, allowedHosts: [site.host] })));
    expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    expect(site.requests.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
  });
});

it('the memory of robots files is bounded', async () => {
  const asked: string[] = [];
  const gate = createRobotsGate({
    now: () => 0,
    rememberedOrigins: 2,
    fetchRobots: async (url) => {
      asked.push(url.hostname);
      return { ok: true, value: { status: 404, text: '' } };
    },
  });
  for (const name of ['a', 'b', 'b', 'c', 'b', 'a']) await gate.check(new URL(`https://${name}/page`));
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

it('reads any text as rules, with a delay that is a sane number', async () => {
  const line = fc.tuple(
    fc.constantFrom('User-agent', 'Allow', 'Disallow', 'Crawl-delay', 'Sitemap', '#'),
    fc.oneof(fc.string(), fc.double().map(String)),
  );
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        line.map((parts) => parts.join(': ')),
      ),
    )
    .map((lines) => lines.join('\n'));
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const gate = createRobotsGate({
        now: () => 0,
        fetchRobots: async () => ({ ok: true, value: { status: 200, text: `User-agent: *\n${written}` } }),
      });
      const permission = await gate.check(new URL('https://a.example/plans?x=1'));
      if (!permission.ok) expect(permission.failure.code).toBe('robots-disallowed');
      else expect(permission.value.crawlDelayMs >= 0 && permission.value.crawlDelayMs <= 86_400_000).toBe(true);
    }),
  );
});
