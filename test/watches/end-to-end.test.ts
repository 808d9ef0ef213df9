/** A shop on this machine changes its price: read over HTTP, published, matched, mailed to a real SMTP server, and left by one click. */
import { beforeEach, expect, it } from 'vitest';
import { storeRates } from '../../db/queries/rates.ts';
import { livePages } from '../../ingest/live-pages.ts';
import { runSource } from '../../ingest/run-source.ts';
import type { Page, PageRequest, SourceAdapter } from '../../scrapers/contract.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { linodePages, linodeWith } from '../ingest/support/pages.ts';
import { useShop } from '../ingest/support/shop.ts';
import { openDoor } from '../net/support/door.ts';
import { answer, type Site, serveSite } from '../net/support/site.ts';
import { useDatabase } from '../support/database.ts';
import { openPostOffice } from './support/post-office.ts';
import { emptyWatching, watching, watchingApi } from './support/watching.ts';

const database = useDatabase();
const shop = useShop(database);

beforeEach(async () => {
  await emptyWatching(database);
  const rates = {
    date: '2026-11-27',
    perEuro: { USD: '1.2500' },
    url: 'https://rates.example',
    observedAt: '2026-11-27T16:00:00Z',
  };
  await storeRates(database.sql, rates);
});

/** Linode on this machine, selling what `pages` say at the time. */
async function openShop() {
  const selling = { pages: linodePages() };
  const body = (role: string) => selling.pages.find((page: Page) => page.role === role)?.body ?? '';
  const site: Site = await serveSite({
    '/v4/linode/types': (request, response) => answer(200, {}, body('types'))(request, response),
    '/v4/regions': (request, response) => answer(200, {}, body('regions'))(request, response),
  });
  const there = (request: PageRequest): PageRequest => {
    const { pathname, search } = new URL(request.url);
    return { ...request, url: `${site.origin}${pathname}${search}` };
  };
  const mirror: SourceAdapter = {
    ...linode,
    manifest: { ...linode.manifest, hosts: [site.host] },
    start: () => linode.start().map(there),
    next: (page) => linode.next(page).map(there),
  };
  const { fetchPage } = openDoor({ minDelayMs: 0 });
  const getPage = livePages({ db: database.sql, fetchPage }, mirror.manifest, null);
  return {
    selling,
    scrape: () => runSource(shop.depsOf('linode'), mirror, { from: 'live', trigger: 'schedule', getPage }),
  };
}

it('one change, one mail; one click, and nothing more', async () => {
  const office = await openPostOffice();
  const { selling, scrape } = await openShop();
  const world = watching(database, '2026-11-30T00:30:00Z', { smtp: office.url });
  const api = watchingApi(database, () => world.clock.now);
  expect(await scrape()).toMatchObject({ state: 'published' });
  await world.settle();

  await api.ask('POST', '/v1/subscriptions', { email: 'Ann@Example.org' });
  await world.deliver();
  const link = /https:\/\/stealtime\.example\/v1\/subscriptions\/confirm\?token=(\S+)/.exec(office.mails[0]?.text ?? '');
  expect(office.mails[0]?.to?.[0]?.address).toBe('ann@example.org');
  const { body: confirmed } = await api.ask('POST', '/v1/subscriptions/confirm', { token: link?.[1] });
  const { status, body: watch } = await api.ask(
    'POST',
    '/v1/watches',
    { filter: { country: 'DE', minMemory: '4GB' }, rule: 'price-below', threshold: '18', currency: 'USD' },
    confirmed.token,
  );
  expect([status, watch.already.count]).toEqual([201, 0]);

  selling.pages = linodeWith({ 'g6-standard-4': 17 });
  expect(await scrape()).toMatchObject({ state: 'published', counts: { changed: 3 } });
  expect(await world.settle()).toEqual({ sent: 1, queued: 0, cancelled: 0, dead: 0 });
  expect(await world.settle()).toEqual({ sent: 0, queued: 0, cancelled: 0, dead: 0 });
  const [, mail, ...others] = office.mails;
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('Price fell: Linode (Akamai) Linode 4GB, 20.00 → 17.00 USD a month');
  expect(mail?.raw).toContain('Content-Type: multipart/alternative');
  expect([mail?.text, mail?.html].every((part) => part?.includes('20.00 → 17.00 USD a month (−15 %)'))).toBe(true);

  const leave = /^<https:\/\/stealtime\.example(.+)>$/.exec(mail?.head['list-unsubscribe'] ?? '')?.[1] ?? '';
  const click = {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  };
  for (let twice = 0; twice < 2; twice++) {
    const left = await api.app.request(leave, click);
    expect([left.status, await left.json()]).toEqual([200, { ended: 'watch' }]);
  }
  selling.pages = linodeWith({ 'g6-standard-4': 25 });
  await scrape();
  await world.settle();
  selling.pages = linodeWith({ 'g6-standard-4': 16 });
  await scrape();
  await world.settle();
  expect(office.mails).toHaveLength(2);
  expect([...api.lines, ...world.log.lines].join('\n').toLowerCase()).not.toContain('ann@example');
});

it('who has not confirmed is told nothing', async () => {
  const office = await openPostOffice();
  const { selling, scrape } = await openShop();
  const world = watching(database, '2026-11-30T00:30:00Z', { smtp: office.url });
  await scrape();
  await world.settle();
  const subscriber = await world.subscriber('ann@example.org');
  await world.watch(subscriber, { filter: {}, rule: 'any-change' });
  await database.sql`update subscribers set confirmed_at = null`;
  selling.pages = linodeWith({ 'g6-standard-4': 17 });
  await scrape();
  expect(await world.settle()).toMatchObject({ sent: 0, cancelled: 1 });
  expect(office.mails).toEqual([]);
});
