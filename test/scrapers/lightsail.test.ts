import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { providerSchema } from '../../domain/provider-facts.ts';
import { readPages } from '../../scrapers/read-pages.ts';
import { lightsail } from '../../scrapers/sources/lightsail.ts';
import { page } from './support.ts';

describe('lightsail', () => {
  const file = new URL('../../db/catalog/providers/aws.json', import.meta.url);
  const provider = providerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const bundle = { bundleId: 'nano_3_0', price: 3.5, cpuCount: 2 };
  const cpu = (change: object) =>
    readPages(lightsail, [page('bundles', { bundles: [{ ...bundle, ...change }] })], provider).plans[0]?.spec.cpu;

  test.each([
    ['nano_3_0', 2, 5],
    ['micro_win_3_0', 2, 10],
    ['small_ipv6_3_0', 2, 20],
    ['medium_3_1', 2, 20],
    ['large_win_ipv6_3_0', 2, 30],
    ['xlarge_3_0', 4, 40],
    ['2xlarge_3_0', 8, 40],
  ])('%s with %i vCPU has its documented baseline', (bundleId, cpuCount, baselinePct) => {
    expect(cpu({ bundleId, cpuCount })).toMatchObject({ baselinePct, resourceModel: 'burst' });
  });

  test.each([
    ['nano_2_0', 1],
    ['app_standard_xl_1_0', 4],
    ['c_large_1_0', 2],
  ])('of %s with %i vCPU nothing is documented', (bundleId, cpuCount) => {
    expect(cpu({ bundleId, cpuCount })).toMatchObject({ baselinePct: null, resourceModel: 'unknown' });
  });

  test('addresses, systems and bundles that are not sold any more', () => {
    const change = { bundleId: 'nano_win_ipv6_3_0', publicIpv4AddressCount: 0, supportedPlatforms: ['WINDOWS'], isActive: false };
    const [plan] = readPages(lightsail, [page('bundles', { bundles: [{ ...bundle, ...change }] })], null).plans;
    expect(plan?.spec).toMatchObject({ network: { ipv4: 0, hasIpv6: true }, guests: ['windows'] });
    expect(plan?.places[0]?.availability.state).toBe('sold-out');
  });

  test('a page with a token has another one behind it', () => {
    expect(readPages(lightsail, [page('bundles', { bundles: [bundle], nextPageToken: 'abc' })], null).complete).toBe(false);
  });
});
