import { describe, expect, test } from 'vitest';
import { readPages } from '../../scrapers/read-pages.ts';
import { digitalocean } from '../../scrapers/sources/digitalocean.ts';
import { page } from './support.ts';

const size = {
  slug: 's-1vcpu-1gb',
  memory: 1024,
  vcpus: 1,
  disk: 25,
  transfer: 1,
  price_monthly: 5,
  price_hourly: 0.00744,
  regions: ['nyc3'],
  available: true,
  description: 'Basic',
};
const nyc3 = { slug: 'nyc3', name: 'New York 3', available: true, sizes: ['s-1vcpu-1gb'] };
const sizes = (...list: object[]) => page('sizes', { sizes: list, links: {}, meta: { total: list.length } });
const regions = (...list: object[]) => page('regions', { regions: list, links: {}, meta: { total: list.length } });
const stock = (change: object, ...list: object[]) =>
  readPages(digitalocean, [sizes({ ...size, ...change }), ...(list.length > 0 ? [regions(...list)] : [])], null).plans.flatMap(
    (plan) => plan.places.map(({ location, availability }) => [location?.id ?? null, availability.state]),
  );

describe('a place', () => {
  test('is in stock where size and region both take new Droplets and list each other', () => {
    expect(stock({}, nyc3)).toEqual([['digitalocean/nyc3', 'in-stock']]);
  });

  test('is unknown where one of the lists is silent', () => {
    expect(stock({})).toEqual([['digitalocean/nyc3', 'unknown']]);
    expect(stock({}, { ...nyc3, sizes: [] })).toEqual([['digitalocean/nyc3', 'unknown']]);
    expect(stock({ regions: [] }, nyc3)).toEqual([['digitalocean/nyc3', 'unknown']]);
    expect(stock({ available: undefined }, nyc3)).toEqual([['digitalocean/nyc3', 'unknown']]);
  });

  test('is sold out where either takes no new Droplets', () => {
    expect(stock({}, { ...nyc3, available: false })).toEqual([['digitalocean/nyc3', 'sold-out']]);
    expect(stock({ available: false }, nyc3)).toEqual([['digitalocean/nyc3', 'sold-out']]);
  });

  test('is nowhere, and sold out, where neither list names any', () => {
    expect(stock({ regions: [] }, { ...nyc3, sizes: [] })).toEqual([[null, 'sold-out']]);
    expect(stock({ regions: null })).toEqual([[null, 'unknown']]);
  });
});

test('the next page is asked for while the body links one', () => {
  const links = { pages: { next: 'https://api.digitalocean.com/v2/sizes?page=2' } };
  expect(digitalocean.next(page('sizes', { sizes: [size], links, meta: { total: 2 } }))).toEqual([
    { role: 'sizes', number: 2, url: 'https://api.digitalocean.com/v2/sizes?per_page=200&page=2' },
  ]);
  expect(digitalocean.next(sizes(size))).toEqual([]);
});

test('fractions of a terabyte are advertised gigabytes', () => {
  const read = readPages(digitalocean, [sizes({ ...size, transfer: 0.5 })], null);
  expect(read.plans[0]?.spec.network.transferGb).toBe(500);
});

test('cards are told by gpu_info', () => {
  const gpu = { model: 'nvidia_h100', count: 8, vram: { amount: 80, unit: 'gib' } };
  const read = readPages(digitalocean, [sizes({ ...size, slug: 'gpu-h100x8-640gb', gpu_info: gpu })], null);
  expect(read.plans[0]?.spec).toMatchObject({
    productType: 'gpu',
    gpu: { name: 'nvidia h100', count: 8, memoryMib: 80 * 1024 },
  });
});
