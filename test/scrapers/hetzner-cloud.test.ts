import { describe, expect, test } from 'vitest';
import { readPages } from '../../scrapers/read-pages.ts';
import { hetznerCloud } from '../../scrapers/sources/hetzner-cloud.ts';
import { page } from './support.ts';

const TIB = 1024 ** 4;
const priceIn = (location: string, net: string, tib = 20) => ({
  location,
  price_hourly: { net: '0.0052000000', gross: '0.0061880000000000' },
  price_monthly: { net, gross: '9.9900000000000000' },
  included_traffic: tib * TIB,
});
const cx22 = { name: 'cx22', cores: 2, memory: 4, disk: 40, prices: [priceIn('fsn1', '3.2900000000'), priceIn('nbg1', '3.29')] };
const types = (...list: object[]) =>
  page('server-types', { server_types: list, meta: { pagination: { next_page: null, total_entries: list.length } } });
const planOf = (change: object) => readPages(hetznerCloud, [types({ ...cx22, ...change })], null).plans[0];

test('only net prices are listed, without tax', () => {
  const prices = planOf({})?.places.map((place) => place.prices.map(({ micros, taxIncluded }) => [micros, taxIncluded]));
  expect(prices).toEqual([
    [
      [5200n, false],
      [3_290_000n, false],
    ],
    [
      [5200n, false],
      [3_290_000n, false],
    ],
  ]);
});

describe('traffic', () => {
  test('is the plan’s where all locations include the same', () => {
    expect(planOf({})?.spec.network.transferGb).toBe(20_000);
  });

  test('is unknown where they differ or one is silent', () => {
    expect(planOf({ prices: [priceIn('fsn1', '3'), priceIn('sin', '7', 1)] })?.spec.network.transferGb).toBeNull();
    const silent = { ...priceIn('sin', '7'), included_traffic: null };
    expect(planOf({ prices: [priceIn('fsn1', '3'), silent] })?.spec.network.transferGb).toBeNull();
  });
});

describe('deprecation', () => {
  const end = (day: string) => ({ announced: '2024-06-06T08:00:00+00:00', unavailable_after: `${day}T00:00:00+00:00` });
  const ends = (change: object) => planOf(change)?.places.map((place) => [place.availability.state, place.prices[0]?.expiresAt]);

  test('ends the prices, of one location where it is told for one', () => {
    expect(ends({ deprecation: end('2024-09-06') })).toEqual([
      ['unknown', '2024-09-06T00:00:00.000Z'],
      ['unknown', '2024-09-06T00:00:00.000Z'],
    ]);
    const locations = [
      { id: 1, name: 'fsn1', deprecation: end('2026-01-01'), available: false },
      { id: 2, name: 'nbg1', deprecation: null, available: true },
      { id: 3, name: 'hel1', deprecation: null, available: true },
    ];
    expect(ends({ locations })).toEqual([
      ['sold-out', '2026-01-01T00:00:00.000Z'],
      ['in-stock', null],
    ]);
    const read = readPages(hetznerCloud, [types({ ...cx22, locations })], null);
    expect(read.findings.map(({ message }) => message)).toContain('cx22: no price in hel1');
  });
});
