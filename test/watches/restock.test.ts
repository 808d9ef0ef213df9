/** A cart on this machine sells out and sells again: read over HTTP, published, matched, and mailed to a real SMTP server. */
import { beforeEach, expect, it } from 'vitest';
import { livePages } from '../../ingest/live-pages.ts';
import { type RunDeps, runSource } from '../../ingest/run-source.ts';
import { defineShop } from '../../scrapers/platforms/define-shop.ts';
import { whmcs } from '../../scrapers/platforms/whmcs/whmcs.ts';
import { openDoor } from '../net/support/door.ts';
import { answer, serveSite } from '../net/support/site.ts';
import { useDatabase } from '../support/database.ts';
import { ACME, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from './support/post-office.ts';
import { emptyAll, watching } from './support/watching.ts';

const database = useDatabase();

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

/** A group of a WHMCS cart; `left`: stock marks by product (null: no mark). */
function cartPage(left: readonly (number | null)[]): string {
  const products = left.map(
    (
      count,
      index,
    ) => `<div class="product clearfix" id="product${index + 1}"><header><span id="product${index + 1}-name">KVM ${index + 1}</span>
      ${count === null ? '' : `<span class="qty">${count} Available</span>`}</header>
      <div class="product-desc"><p id="product${index + 1}-description">1 vCPU<br>${index + 1} GB RAM<br>20 GB NVMe SSD<br>1 TB traffic</p></div>
      <footer><div class="product-pricing" id="product${index + 1}-price"><span class="price">€${index + 3}.00 EUR</span><br>Monthly</div>
      <a href="/cart.php?a=add&amp;pid=${index + 1}" id="product${index + 1}-order-button">Order Now</a></footer></div>`,
  );
  return `<!doctype html><html><head><title>Shopping Cart</title></head><body><div id="order-standard_cart">
    <div class="header-lined"><h1>KVM VPS in Falkenstein, Germany</h1></div><div class="products" id="products">${products.join('\n')}</div></div></body></html>`;
}

/** Acme's cart on this machine; `selling.left` is what it has. */
async function openCart(left: readonly (number | null)[]) {
  const selling = { left };
  const site = await serveSite({
    '/store/kvm': (request, response) => answer(200, { 'Content-Type': 'text/html' }, cartPage(selling.left))(request, response),
  });
  const adapter = defineShop({
    sourceId: 'acme',
    providerId: 'acme',
    title: 'Acme: cart',
    platform: whmcs,
    groups: { kvm: `${site.origin}/store/kvm` },
    currency: 'EUR',
    evidence: { url: 'https://acme.example/store', said: 'made up', seen: '2026-11-23' },
    verified: null,
  });
  const { fetchPage } = openDoor({ minDelayMs: 0 });
  let [runs, clock] = [0, Date.parse('2026-11-23T08:00:00Z')];
  const deps: RunDeps = {
    database,
    provider: ACME,
    now: () => (clock += 1000),
    newRunId: () => `run-${++runs}`,
  };
  return {
    selling,
    /** Reads it at a time, in minutes after the first. */
    scrape: async (minutes: number) => {
      clock = Date.parse('2026-11-23T08:00:00Z') + minutes * 60_000;
      const getPage = livePages({ db: database.sql, fetchPage }, adapter.manifest, null);
      const report = await runSource(deps, adapter, { from: 'live', trigger: 'schedule', getPage });
      return report.state;
    },
  };
}

it('stock that comes back is told once, with the count, and not again while it flutters', async () => {
  const office = await openPostOffice();
  const { selling, scrape } = await openCart([null, 4, 0]);
  const world = watching(database, '2026-11-23T08:01:00Z', { smtp: office.url });
  const scrapeAt = async (minutes: number, left: readonly (number | null)[]) => {
    selling.left = left;
    expect(await scrape(minutes)).toMatch(/published|unchanged/);
    world.clock.now = Date.parse('2026-11-23T08:01:00Z') + minutes * 60_000;
    return (await world.settle()).sent;
  };
  expect(await scrapeAt(0, [null, 4, 0])).toBe(0);
  const subscriber = await world.subscriber('ann@example.org');
  const { already } = await world.watch(subscriber, { filter: { minMemory: '3GB' }, rule: 'restock' });
  expect(already.count).toBe(0);

  expect(await scrapeAt(60, [null, 4, 0])).toBe(0);
  // The second plan sells out and is back: it is none that the search shows.
  expect(await scrapeAt(120, [null, 0, 0])).toBe(0);
  expect(await scrapeAt(180, [null, 4, 6])).toBe(1);
  expect(await scrapeAt(240, [null, 4, 0])).toBe(0);
  expect(await scrapeAt(300, [null, 4, 2])).toBe(0);
  expect(await scrapeAt(500, [null, 4, 0])).toBe(0);
  expect(await scrapeAt(560, [null, 4, 1])).toBe(1);

  const [first, second] = office.mails;
  expect(first?.subject).toBe('Back in stock: Acme Hosting KVM 3, 5.00 EUR a month');
  for (const part of [first?.text, first?.html]) {
    expect(part).toContain('limited stock, 6 left');
    expect(part).toContain('Back on sale');
  }
  expect(second?.text).toContain('1 left');
});
