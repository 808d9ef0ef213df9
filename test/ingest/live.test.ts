import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/identity.ts';
import { livePages } from '../../ingest/live-pages.ts';
import { runSource } from '../../ingest/run-source.ts';
import type { Page, PageRequest, SourceAdapter } from '../../scrapers/contract.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { scaleway } from '../../scrapers/sources/scaleway.ts';
import { openDoor } from '../net/support/door.ts';
import { answer, type Paths, type Site, serveSite } from '../net/support/site.ts';
import { useDatabase } from '../support/database.ts';
import { linodePages, scalewayPages } from './support/pages.ts';
import { useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

/** The adapter as it would read a mirror of its source. */
function mirrored(adapter: SourceAdapter, site: Site): SourceAdapter {
  const there = (request: PageRequest): PageRequest => {
    const { pathname, search } = new URL(request.url);
    return { ...request, url: `${site.origin}${pathname}${search}` };
  };
  return {
    ...adapter,
    manifest: { ...adapter.manifest, hosts: [site.host] },
    start: () => adapter.start().map(there),
    next: (page) => adapter.next(page).map(there),
  };
}

/** Runs a mirror live, through the real door. */
async function run(adapter: SourceAdapter, site: Site, credential: string | null = null) {
  const mirror = mirrored(adapter, site);
  const { fetchPage } = openDoor({ minDelayMs: 0 });
  const getPage = livePages({ db: database.sql, fetchPage }, mirror.manifest, credential);
  return runSource(shop.depsOf(adapter.manifest.sourceId), mirror, { from: 'live', trigger: 'schedule', getPage });
}

const bodyOf = (pages: readonly Page[], role: string) => pages.find((page) => page.role === role)?.body ?? '';
const types: { data: unknown[] } = JSON.parse(bodyOf(linodePages(), 'types'));
const typesPage = (number: number) =>
  JSON.stringify({ data: number === 1 ? types.data.slice(0, 7) : types.data.slice(7), page: number, pages: 2, results: 12 });

/** Linode on two pages, each with a validator of its own. */
function linodeSite(over: Paths = {}): Promise<Site> {
  const listed: RequestListener = (request, response) => {
    const number = /[?&]page=2/.test(request.url ?? '') ? 2 : 1;
    const etag = `"types-${number}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, 'content-type': 'application/json' }).end(typesPage(number));
  };
  const regions = answer(200, { 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' }, bodyOf(linodePages(), 'regions'));
  return serveSite({ '/v4/linode/types': listed, '/v4/regions': regions, ...over });
}

describe('a live run', () => {
  it('walks all pages of a list, and finds the next run unchanged by the validators', async () => {
    const site = await linodeSite();
    const first = await run(linode, site);
    expect(first).toMatchObject({ state: 'published', trigger: 'schedule', counts: { pages: 3, plans: 12, offers: 36 } });
    const asked = site.requests.length;
    const second = await run(linode, site);
    expect(second).toMatchObject({ state: 'unchanged', counts: { pages: 3, plans: 12, offers: 36, added: 0, changed: 0 } });
    const conditional = site.requests.slice(asked).map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since']);
    expect(conditional.filter(Boolean)).toEqual(['"types-1"', 'Sun, 01 Nov 2026 00:00:00 GMT', '"types-2"']);
    const bodies = await database.sql<{ run: string; role: string; number: number; bytes: number }[]>`
      select s.run_id as run, s.role, s.number, b.bytes from snapshots s join snapshot_bodies b using (content_hash) order by snapshot_id`;
    const ofRun = ({ runId }: { runId: string }) => bodies.filter((one) => one.run === runId).map(({ run: _, ...rest }) => rest);
    expect(ofRun(second)).toEqual(ofRun(first));
    expect((await shop.row('linode:g6-standard-1'))?.observation).toBe('live');
  });

  it('sends the credential to the source and to nobody else', async () => {
    const elsewhere = await linodeSite();
    const site = await linodeSite({ '/v4/regions': answer(302, { location: `${elsewhere.origin}/v4/regions` }) });
    const report = await run(linode, site, 'secret-token');
    expect(report).toMatchObject({ state: 'failed', failure: { code: 'host-not-allowed' } });
    expect(site.requests.find(({ path }) => path.includes('types'))?.headers.authorization).toBe('Bearer secret-token');
    expect(elsewhere.requests).toEqual([]);
    expect(
      canonicalJson([
        report,
        ...(await database.sql`select * from scrape_runs`),
        ...(await database.sql`select * from snapshots`),
      ]),
    ).not.toContain('secret-token');
  });

  it('reads the other places where the pages of one do not exist, says so, and holds nothing there for gone', async () => {
    const stock = { 'DEV1-S': 'available' };
    const pages = scalewayPages({ 'fr-par-1': stock, 'nl-ams-1': stock }, { 'DEV1-S': 6 });
    const paths = (zones: readonly string[]): Paths =>
      Object.fromEntries(
        pages
          .filter(({ place }) => zones.includes(place ?? ''))
          .map(({ url, body }) => [new URL(url).pathname, answer(200, {}, body)]),
      );
    const first = await run(scaleway, await serveSite(paths(['fr-par-1', 'nl-ams-1'])));
    expect(first).toMatchObject({ state: 'published', counts: { plans: 1, offers: 2 } });
    expect(first.findings).toContainEqual(
      expect.objectContaining({ code: 'incomplete', severity: 'info', message: expect.stringContaining('it-mil-1') }),
    );
    for (const _ of [1, 2, 3]) {
      const report = await run(scaleway, await serveSite(paths(['fr-par-1'])));
      expect(report.findings.map(({ message }) => message).join()).toContain('nl-ams-1');
    }
    expect(await shop.offer('scaleway:DEV1-S@nl-ams-1')).toMatchObject({ missedRuns: 0, withdrawn: false });
  });

  it('withdraws what the pages of a place no longer list, though another place has no pages', async () => {
    const pages = (types: Readonly<Record<string, string>>) =>
      scalewayPages({ 'fr-par-1': types }, { 'DEV1-S': 6, 'DEV1-M': 12 });
    const site = (types: Readonly<Record<string, string>>) =>
      serveSite(Object.fromEntries(pages(types).map(({ url, body }) => [new URL(url).pathname, answer(200, {}, body)])));
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`DEV1-${index}`, 'available']));
    await run(scaleway, await site({ ...many, 'DEV1-M': 'available' }));
    await run(scaleway, await site(many));
    expect(await shop.offer('scaleway:DEV1-M@fr-par-1')).toMatchObject({ missedRuns: 1, withdrawn: false });
    await run(scaleway, await site(many));
    expect(await shop.offer('scaleway:DEV1-M@fr-par-1')).toMatchObject({ withdrawn: true });
  });

  it.each([
    ['a server error', answer(503), 'server-error'],
    ['a page that does not exist', answer(404), 'not-found'],
    ['a request to slow down', answer(429, { 'retry-after': '120' }), 'rate-limited'],
    ['a refusal', answer(403), 'blocked'],
  ])('fails on %s, and keeps the offers', async (_what, trouble, code) => {
    await run(linode, await linodeSite());
    const before = await shop.fingerprint();
    const report = await run(linode, await linodeSite({ '/v4/regions': trouble }));
    expect(report).toMatchObject({ state: 'failed', failure: { code } });
    expect(await shop.fingerprint()).toBe(before);
  });

  it('keeps an unreadable page before it fails on it', async () => {
    const site = await linodeSite({ '/v4/linode/types': answer(200, {}, '<html>we are back soon</html>') });
    const report = await run(linode, site);
    expect(report).toMatchObject({ state: 'failed', failure: { code: 'unreadable-page' } });
    const kept = await database.sql`select role from snapshots where run_id = ${report.runId} order by snapshot_id`;
    expect(kept.map(({ role }) => role)).toEqual(['types', 'regions']);
  });
});
