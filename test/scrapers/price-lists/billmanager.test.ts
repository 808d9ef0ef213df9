import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../scrapers/contract.ts';
import { billmanagerSource } from '../../../scrapers/price-lists/billmanager.ts';
import { readPages } from '../../../scrapers/read-pages.ts';

const XML = readFileSync(join(import.meta.dirname, 'pricelist.xml'), 'utf8');
const shop = billmanagerSource({
  sourceId: 'example-shop',
  title: 'Example: price list of virtual servers',
  documentation: 'https://example.ru/vps',
  billing: 'https://my.example.ru/billmgr',
  evidence: { url: 'https://example.ru/', said: 'a made-up shop', seen: '2026-11-26' },
});
const page = (body: string, number = 1): Page => ({
  role: 'pricelist',
  place: null,
  number,
  url: 'https://my.example.ru/billmgr',
  headers: {},
  body,
});
const read = (body: string) => readPages(shop, [page(body)], null);

describe('a price list of BILLmanager', () => {
  it('is asked for as XML, of virtual servers that can be ordered', () => {
    expect(shop.start()).toEqual([
      {
        role: 'pricelist',
        number: 1,
        url: 'https://my.example.ru/billmgr?func=pricelist.export&out=xml&itemtype=vds&onlyavailable=on',
      },
    ]);
  });

  it('lists what is included, each price of its own term, and the datacenters', () => {
    const [start] = read(XML).plans;
    expect(start).toMatchObject({
      planId: 'example-shop:1400',
      name: 'Start',
      spec: {
        technology: { value: 'kvm' },
        cpu: { vcpu: 2 },
        memory: { mib: 2048 },
        storage: { gb: 40, type: 'nvme' },
        network: { portMbps: 100, transferGb: null },
      },
      places: [
        { offerId: 'example-shop:1400@4', location: { name: 'Moscow', country: 'RU' } },
        { offerId: 'example-shop:1400@7', location: { city: 'Amsterdam', country: 'NL' } },
      ],
    });
    expect(start?.places[0]?.prices.map(({ micros, currency, termMonths }) => [micros, currency, termMonths])).toEqual([
      [490_000_000n, 'RUB', 1],
      [4_900_000_000n, 'RUB', 12],
    ]);
    expect(start?.provenance['memory.mib']).toMatchObject({ how: 'given', said: 'mem = 2048 Mb' });
  });

  it('is read in words where the resources say nothing', () => {
    const [, ovz] = read(XML).plans;
    expect(ovz).toMatchObject({
      spec: {
        technology: { value: 'openvz' },
        cpu: { vcpu: 2 },
        memory: { mib: 4096 },
        storage: { gb: 60, type: 'hdd' },
        network: { transferGb: 32_000 },
      },
      places: [{ location: null, prices: [{ termMonths: 3, currency: 'RUB' }] }],
    });
  });

  it('rejects a plan that the buyer puts together, and leaves out what cannot be ordered or is no server', () => {
    const { plans, rejections, complete } = read(XML);
    expect(plans.map(({ planKey }) => planKey)).toEqual(['1400', '1500']);
    expect(rejections).toMatchObject([{ code: 'no-price', said: 'cost = 0.0000 for 1 month', listing: { planKey: '1600' } }]);
    expect(complete).toBe(true);
  });

  it.each([
    ['an error of its own', '<doc><error type="access"><msg>Access denied</msg></error></doc>', 'an error: Access denied'],
    ['a page', '<html><body>Just a moment</body></html>', 'no price list: <html>'],
    ['nothing', '', 'no element (no-xml)'],
    ['half of it', XML.slice(0, XML.length / 2), 'the document ends before its root element does (cut-off)'],
  ])('%s is unreadable, and said so', (_, body, said) => {
    const result = read(body);
    expect(result).toMatchObject({ plans: [], complete: false });
    expect(result.findings).toContainEqual({ code: 'unreadable-page', severity: 'hard', message: `pricelist: ${said}` });
  });

  it('is read once where it is there twice', () => {
    expect(readPages(shop, [page(XML), page(XML, 2)], null).plans.length).toBe(2);
  });

  it('throws nothing and loses no plan that is sold, whatever a value turns into', () => {
    const values = [...XML.matchAll(/>([^<>\n]+)</g)].map((match) => [match.index + 1, match[1]?.length ?? 0] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...values),
        fc.oneof(fc.constantFrom('-1', '1e9', '0', '', 'NaN', '&#1;', '999999999999'), fc.stringMatching(/^[\w .,]{0,12}$/)),
        ([at, length], value) => {
          const result = read(`${XML.slice(0, at)}${value}${XML.slice(at + length)}`);
          expect(result.plans.length + result.rejections.length).toBeGreaterThanOrEqual(2);
        },
      ),
      { numRuns: 200 },
    );
  });
});
