import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../../scrapers/contract.ts';
import { defineFeed } from '../../../scrapers/platforms/define-feed.ts';
import { defineShop, type Shop } from '../../../scrapers/platforms/define-shop.ts';
import { offersFeed } from '../../../scrapers/platforms/offers-feed/offers-feed.ts';
import { whmcs } from '../../../scrapers/platforms/whmcs/whmcs.ts';
import { readPages } from '../../../scrapers/read-pages.ts';
import { linesOf, pageBody, readBody } from './support.ts';

const shop: Shop = {
  sourceId: 'example-shop',
  providerId: 'example',
  title: 'Example Host: KVM VPS',
  platform: whmcs,
  groups: { kvm: 'https://shop.example/store/kvm', xen: 'https://shop.example/cart.php?gid=9' },
  currency: 'USD',
  evidence: { url: 'https://shop.example/', said: 'the addresses of both product groups', seen: '2026-11-26' },
  verified: null,
};
const adapter = defineShop(shop);
const page = (place: string, body: string): Page => ({
  role: 'group',
  place,
  number: 1,
  url: `https://shop.example/store/${place}`,
  headers: {},
  body,
});
const kvm = page('kvm', pageBody('whmcs-standard-cart.html'));
const xen = page('xen', pageBody('whmcs-comparison.html'));

describe('a shop', () => {
  test('begins at its groups, each a place', () => {
    expect(adapter.start()).toEqual([
      { role: 'group', place: 'kvm', number: 1, url: 'https://shop.example/store/kvm' },
      { role: 'group', place: 'xen', number: 1, url: 'https://shop.example/cart.php?gid=9' },
    ]);
    expect(adapter.manifest).toMatchObject({ kind: 'cart', hosts: ['shop.example'], cadence: 'daily', credential: null });
  });

  test('is complete when every group was got whole', () => {
    const read = readPages(adapter, [kvm, xen], null);
    expect(read.plans.map(({ planKey }) => planKey)).toEqual(['379', '380', '391', '31', '32']);
    expect(read.complete).toBe(true);
    expect(read.plans[0]?.places[0]).toMatchObject({
      location: { id: 'example/Falkenstein', name: 'Falkenstein', country: 'DE' },
      availability: { state: 'limited', quantity: 14 },
      prices: [{ micros: 4_500_000n, currency: 'EUR', termMonths: 1 }],
    });
  });

  test('without one of its groups, or with a challenge in its place, it is not complete, and the other is read', () => {
    expect(readPages(adapter, [kvm], null)).toMatchObject({
      complete: false,
      findings: [{ code: 'missing-role', severity: 'info' }],
    });
    const blocked = page('xen', '<html><head><title>Just a moment...</title></head><body></body></html>');
    const read = readPages(adapter, [kvm, blocked], null);
    expect(read.plans).toHaveLength(3);
    expect(read).toMatchObject({ complete: false, findings: [{ code: 'unreadable-page', severity: 'soft' }] });
    expect(read.findings[0]?.message).toBe('group@xen: a challenge for browsers in place of the list: Just a moment...');
  });

  test('with nothing but challenges it reads nothing, and says so hard', () => {
    const read = readPages(adapter, [page('kvm', ''), page('xen', '')], null);
    expect(read.plans).toEqual([]);
    expect(read.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'unreadable-page hard',
      'unreadable-page hard',
      'empty hard',
    ]);
  });

  test('a product that shows no id is told from others by its group and name', () => {
    const body = pageBody('whmcs-premium-comparison.html');
    const plans = readPages(adapter, [page('kvm', body)], null).plans.map(({ planKey, name }) => [planKey, name]);
    expect(plans).toEqual([
      ['21', 'vServer S'],
      [null, 'vServer M'],
    ]);
  });

  test('follows the groups that its pattern asks for, on its own host', () => {
    const following = defineShop({ ...shop, follow: /vps/i });
    const elsewhere = { ...kvm, body: kvm.body.replace('/cart.php?gid=7', 'https://elsewhere.example/cart.php?gid=7') };
    expect(adapter.next(kvm)).toEqual([]);
    expect(following.next(kvm)).toEqual([
      { role: 'group', place: 'kvm-vps', number: 1, url: 'https://shop.example/store/kvm-vps' },
      { role: 'group', place: '7', number: 1, url: 'https://shop.example/cart.php?gid=7' },
    ]);
    expect(following.next(elsewhere).map(({ place }) => place)).toEqual(['kvm-vps']);
    // A followed group that is missing leaves the run incomplete.
    expect(readPages(following, [kvm, xen], null).complete).toBe(false);
  });
});

describe('a feed', () => {
  const feed = defineFeed({
    sourceId: 'example-feed',
    providerId: 'example',
    title: 'Example: offers feed',
    at: 'example.com',
    evidence: { url: 'https://example.com/', said: 'the provider publishes the feed at this address', seen: '2026-11-26' },
    verified: null,
  });

  test('stands at its well-known address', () => {
    expect(feed.start().map(({ url }) => url)).toEqual(['https://example.com/.well-known/server-offers.json']);
    expect(feed.manifest).toMatchObject({ kind: 'feed', hosts: ['example.com'] });
  });

  test('one plan in two places, each with its own prices and stock', () => {
    const url = 'https://example.com/.well-known/server-offers.json';
    const read = readPages(feed, [{ ...page('offers', pageBody('offers-feed.json')), url }], null);
    const [plan, nat] = read.plans;
    expect(plan?.spec).toMatchObject({ technology: { value: 'kvm' }, memory: { mib: 2048 } });
    expect(
      plan?.places.map(({ location, availability, prices }) => [
        location?.city,
        location?.country,
        availability.state,
        prices.map(({ micros, currency, termMonths }) => `${micros} ${currency}/${termMonths}`),
      ]),
    ).toEqual([
      ['Frankfurt', 'DE', 'in-stock', ['4500000 EUR/1', '45000000 EUR/12']],
      ['New York', 'US', 'sold-out', ['5000000 USD/1']],
    ]);
    expect(nat?.places[0]?.prices.map(({ phase, micros }) => `${phase} ${micros}`)).toEqual([
      'introductory 5000000',
      'regular 6000000',
    ]);
    expect(plan?.provenance['memory.mib']).toMatchObject({ how: 'given', said: 'memory_amount = 2048' });
    expect(read.rejections).toHaveLength(5);
  });
});

test('the example in the documentation is read whole', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/provider-offers-feed.md'), 'utf8');
  const body = /```json\n([\s\S]{1,6000}?)```/.exec(text)?.[1] ?? '';
  const { reads, findings, whole } = readBody(offersFeed, body);
  expect(linesOf(reads)).toEqual([
    'kvm-2 KVM 2: 2 vCPU, 2048 MiB; 40 GB nvme, 2000 GB, kvm;  [in-stock 40] in Frankfurt, Germany, New York, New York, United States of America',
  ]);
  const prices = reads[0]?.listing?.places.map(({ prices: own }) => own?.map(({ amount, phase }) => `${phase} ${amount.is}`));
  expect(prices).toEqual([['regular 4.50', 'introductory 39.00', 'regular 45.00'], ['regular 5.00']]);
  expect({ findings, whole }).toEqual({ findings: [], whole: true });
});
