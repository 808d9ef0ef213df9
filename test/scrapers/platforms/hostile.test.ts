import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPage } from '../../../scrapers/html/load-page.ts';
import { DATA_PLATFORMS, PLATFORMS } from '../../../scrapers/platforms/platforms.ts';
import { readShopPage } from '../../../scrapers/platforms/read-shop-page.ts';
import { looseJson } from '../../../scrapers/platforms/schema-org/loose-json.ts';
import { pageBody, readBody } from './support.ts';

const PAGES = [
  ['whmcs', 'whmcs-standard-cart.html'],
  ['whmcs', 'whmcs-premium-comparison.html'],
  ['whmcs', 'whmcs-universal-slider.html'],
  ['whmcs', 'whmcs-comparison.html'],
  ['whmcs', 'whmcs-modern.html'],
  ['whmcs', 'whmcs-verticalsteps.html'],
  ['blesta', 'blesta-list.html'],
  ['blesta', 'blesta-standard.html'],
  ['hostbill', 'hostbill-list.html'],
  ['hostbill', 'hostbill-boxes.html'],
  ['clientexec', 'clientexec-rows.html'],
  ['clientexec', 'clientexec-panels.html'],
  ['fossbilling', 'fossbilling-product.html'],
] as const;
const ALL = [...PLATFORMS, ...DATA_PLATFORMS];

function platform(id: string) {
  const found = PLATFORMS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no platform ${id}`);
  return found;
}

function outcome(id: string, body: string) {
  const { reads, findings, whole } = readBody(platform(id), body, 'EUR');
  const listings = reads.flatMap(({ listing }) => listing ?? []);
  const rejections = reads.flatMap(({ rejection }) => rejection ?? []);
  return { listings, rejections, findings, whole };
}

describe.each(PAGES)('%s: %s', (id, name) => {
  const body = pageBody(name);
  const whole = outcome(id, body);
  const count = whole.listings.length + whole.rejections.length;

  test('prices removed: every plan is a rejection, none is lost', () => {
    const bare = outcome(id, body.replace(/[€£$]?\d[\d,]*[.,]\d{2}€?/g, ''));
    expect(bare.listings.flatMap(({ prices }) => prices).filter(({ amount }) => Number(amount.is) > 0).length).toBeLessThan(
      whole.listings.flatMap(({ prices }) => prices).length,
    );
    expect(bare.listings.length + bare.rejections.length).toBe(count);
  });

  test('currency signs removed: the convention of the shop, or a rejection', () => {
    const plain = outcome(id, body.replace(/[€£$]| USD| EUR| GBP| CAD/g, ''));
    expect(plain.listings.length + plain.rejections.length).toBe(count);
    for (const { prices } of plain.listings) for (const { currency } of prices) expect(currency?.is).toMatch(/^[A-Z]{3}$/);
  });

  test('cut anywhere: what is missing is said', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.98, noNaN: true }), (share) => {
        const half = outcome(id, body.slice(0, Math.floor(body.length * share)));
        expect(half.findings.map(({ code }) => code)).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:incomplete|unreadable-page)$/)]),
        );
        expect(half.whole).toBe(false);
        // No price that the whole page does not have.
        const known = new Set(whole.listings.flatMap(({ prices }) => prices.map(({ amount }) => Number(amount.is))));
        const cut = half.listings.slice(0, -1).flatMap(({ prices }) => prices.map(({ amount }) => Number(amount.is)));
        expect(cut.filter((amount) => !known.has(amount))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a challenge in its place is a hard finding', () => {
    const challenge =
      '<!doctype html><html><head><title>Just a moment...</title></head><body><div class="cf-turnstile"></div></body></html>';
    expect(outcome(id, challenge)).toMatchObject({
      listings: [],
      rejections: [],
      findings: [{ severity: 'hard' }],
      whole: false,
    });
  });
});

test('two prices for one term are a rejection', () => {
  const body = pageBody('whmcs-standard-cart.html').replace(
    '<span class="price">€4.50 EUR</span>',
    '<span class="price">€4.50 EUR</span> <span>€5.50 EUR</span>',
  );
  const { rejections, listings } = outcome('whmcs', body);
  expect(rejections.find(({ listing }) => listing.planKey === '379')?.code).toBe('ambiguous-price');
  expect(listings.map(({ planKey }) => planKey)).not.toContain('379');
});

test('an old price that is struck out is none', () => {
  const body = pageBody('whmcs-standard-cart.html').replace(
    '<span class="price">€4.50 EUR</span>',
    '<del>€9.00 EUR</del> <span class="price">€4.50 EUR</span>',
  );
  expect(outcome('whmcs', body).listings[0]?.prices.map(({ amount }) => amount.is)).toEqual(['4.50']);
});

describe('floods', () => {
  const card = (index: number) =>
    `<div class="product" id="product${index + 100}"><header><span id="product${index + 100}-name">P${index}</span></header><p>1 GB RAM</p><div id="product${index + 100}-price">$${index + 1}.00 USD<br>Monthly</div></div>`;
  const floods: readonly (readonly [string, string])[] = [
    [
      'three thousand products',
      `<div id="order-standard_cart">${Array.from({ length: 3000 }, (_, index) => card(index)).join('')}</div>`,
    ],
    [
      'order links nested in each other',
      `<div id="order-modern">${'<div onclick="x(\'cart.php?a=add&pid=1\')">'.repeat(400)}</div>`,
    ],
    [
      'five thousand order links in a row',
      `<div id="order-modern">${Array.from({ length: 5000 }, (_, index) => `<a href="cart.php?a=add&pid=${index}">x</a>`).join('')}</div>`,
    ],
    [
      'a menu of twenty thousand cycles',
      `<form><select name="pricing_id">${'<option value="1">1 Month @ $5.00</option>'.repeat(20_000)}</select></form>`,
    ],
    [
      'a price of a megabyte',
      `<div id="order-standard_cart"><div id="product1"><div id="product1-price">${'$5 '.repeat(350_000)}</div></div></div>`,
    ],
    [
      'a description of a megabyte',
      `<div id="order-standard_cart"><div id="product1"><p>${'1 GB RAM '.repeat(110_000)}</p><div id="product1-price">$5.00 Monthly</div></div></div>`,
    ],
    ['markup nested without end', `<script type="application/ld+json">${'{"a":['.repeat(20_000)}</script>`],
    ['commas without end', `<script type="application/ld+json">${'[,'.repeat(100_000)}</script>`],
    ['items in items', `${'<div itemscope itemtype="https://schema.org/Product"><p itemprop="offers" '.repeat(200)}`],
  ];
  test.each(floods)('%s is read or refused', (_, body) => {
    for (const one of PLATFORMS) {
      const loaded = loadPage(body, 'https://shop.example/');
      if (loaded.ok) one.recognise(loaded.page);
      const { reads, findings } = readShopPage(one, { body, url: 'https://shop.example/', key: 'group', currency: 'USD' });
      expect(reads.length + findings.length).toBeGreaterThan(0);
    }
  });
});

test('whatever an answer holds, nothing throws', () => {
  const json = fc.json({ maxDepth: 6 });
  const answer = fc.oneof(
    json,
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify({ version: 1, offers: [value] })),
    fc
      .jsonValue()
      .map((value) =>
        JSON.stringify({ result: { list: [{ id: 1, title: 'A', pricing: { type: 'recurrent', recurrent: { '1M': value } } }] } }),
      ),
    fc.jsonValue().map((value) => JSON.stringify({ doc: { list: { $name: 'tariflist', elem: [value] } } })),
    fc
      .jsonValue()
      .map(
        (value) =>
          `<html><script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name: 'A', offers: value })}</script></html>`,
      ),
  );
  fc.assert(
    fc.property(answer, (body) => {
      for (const one of ALL) {
        const { reads, findings } = readShopPage(one, { body, url: null, key: 'group', currency: null });
        expect(reads.every(({ listing, rejection }) => (listing === undefined) !== (rejection === undefined))).toBe(true);
        expect(reads.length === 0 && findings.length === 0).toBe(body === '{"version":1,"offers":[]}');
      }
    }),
    { numRuns: 150 },
  );
});

describe('JSON as shops write it', () => {
  test('what is JSON is read as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(looseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    ['trailing commas', '{"a": [1, 2,], }', { a: [1, 2] }],
    ['comments', '{ /* price */ "a": 1 // euro\n }', { a: 1 }],
    ['line breaks in strings', '{"a": "one\ntwo\t3"}', { a: 'one\ntwo\t3' }],
    ['comment marks around', '<!--\n{"a": 1}\n-->', { a: 1 }],
    ['CDATA around', '//<![CDATA[\n{"a": "x // no comment, y"}\n//]]>', { a: 'x // no comment, y' }],
    ['escaped for HTML', '{&quot;a&quot;: 1}', { a: 1 }],
    ['half of it', '{"a": ', undefined],
  ])('%s', (_, text, value) => {
    expect(looseJson(text)).toEqual(value);
  });
});
