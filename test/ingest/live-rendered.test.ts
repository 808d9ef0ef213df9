import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { runSnapshots } from '../../db/queries/snapshots.ts';
import { livePages } from '../../ingest/live-pages.ts';
import { runSource } from '../../ingest/run-source.ts';
import type { Page, SourceAdapter } from '../../scrapers/contract.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { openDoor } from '../net/support/door.ts';
import { answer, type Site, serveSite } from '../net/support/site.ts';
import { BROWSER_PATH, BROWSER_PLACES, NO_BROWSER } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { linodePages } from './support/pages.ts';
import { useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

/** Linode's plans, as if its lists stood on pages that a script fills. */
function scriptedShop(site: Site): SourceAdapter {
  const list = (page: Page): Page => ({ ...page, body: load(page.body)('#list').text() });
  return {
    manifest: { ...linode.manifest, hosts: [site.host], rendering: 'browser' },
    start: () => ['types', 'regions'].map((role) => ({ role, number: 1, url: `${site.origin}/${role}` })),
    next: () => [],
    extract: (pages) => linode.extract(pages.map(list)),
  };
}

function scriptedSite(): Promise<Site> {
  const shown = (role: string) =>
    answer(
      200,
      { 'content-type': 'text/html', etag: '"same"' },
      `<pre id="list"></pre><script>fetch('/${role}.json').then((answer) => answer.text()).then((text) => { list.textContent = text; })</script>`,
    );
  const bodies = Object.fromEntries(linodePages().map(({ role, body }) => [`/${role}.json`, answer(200, {}, body)]));
  return serveSite({ ...bodies, '/types': shown('types'), '/regions': shown('regions') });
}

function run(site: Site, path: string | null) {
  const adapter = scriptedShop(site);
  const { fetchPage } = openDoor({ minDelayMs: 0, browser: { ...BROWSER_PLACES, path } });
  const getPage = livePages({ db: database.sql, fetchPage }, adapter.manifest, null);
  return runSource(shop.depsOf('linode'), adapter, { from: 'live', trigger: 'schedule', getPage });
}

describe.skipIf(BROWSER_PATH === null)(`a source that needs a browser (${BROWSER_PATH ?? NO_BROWSER})`, () => {
  it('publishes what the scripts filled in, keeps that as its snapshot, and is read anew each time', async () => {
    const site = await scriptedSite();
    const report = await run(site, BROWSER_PATH);
    expect(report).toMatchObject({ state: 'published', counts: { pages: 2, plans: 12, offers: 36 } });
    const kept = await runSnapshots(database.sql, report.runId);
    for (const { headers, body, role } of kept) {
      expect(headers['x-stealtime-rendered']).toContain('1 files; refused nothing');
      expect(headers.etag).toBeUndefined();
      expect(body).toContain(role === 'types' ? 'g6-standard-1' : 'us-east');
    }
    expect(kept.length).toBe(2);
    expect(await run(site, BROWSER_PATH)).toMatchObject({ state: 'unchanged', counts: { plans: 12 } });
    expect(site.requests.filter(({ path }) => path === '/types.json').length).toBe(2);
  });
});

it('fails with what is missing where there is no browser', async () => {
  const report = await run(await scriptedSite(), '/nowhere/chromium');
  expect(report).toMatchObject({ state: 'failed', failure: { code: 'browser-missing' } });
});
