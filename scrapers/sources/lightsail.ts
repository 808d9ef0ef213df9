/**
 * Amazon Lightsail: bundles, as GetBundles answers. Memory and disk are GB (memory binary), transfer GB counted in 1024, prices
 * USD a month. Bundles are those of the region that was asked; the answer does not name it.
 * https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBundles.html
 */
import { z } from 'zod';
import type { ListedPlace, Listing, Reading } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Item, keyedEntries, money, rejection, textOf, wordIn } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import {
  asIs,
  oneDisk,
  type PageReadings,
  type PlanRead,
  type Quote,
  quotedPrices,
  readingsOf,
  saidOf,
  sortPlans,
} from '../read/readings.ts';

const ROLE = 'bundles';

const manifest: SourceManifest = {
  sourceId: 'lightsail',
  providerId: 'aws',
  kind: 'provider-api',
  title: 'Amazon Lightsail: bundles (saved answers only)',
  documentation: 'https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBundles.html',
  hosts: ['lightsail.us-east-1.amazonaws.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBundles.html',
    said: 'the reference of GetBundles; examples of its answers stand in the documentation of the AWS command line',
    seen: '2026-11-26',
  },
  verified: null,
  retired: 'requests to this API have to be signed with a key of an account, which is not done here; saved answers can be read',
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'bundles with prices', perPlace: false, main: true } },
};

const bundleSchema = z.object({
  bundleId: z.string().min(1),
  name: z.string().nullish(),
  price: money.nullish(),
  cpuCount: amount.nullish(),
  ramSizeInGb: amount.nullish(),
  diskSizeInGb: amount.nullish(),
  transferPerMonthInGb: amount.nullish(),
  isActive: z.boolean().nullish(),
  supportedPlatforms: z.array(z.string()).nullish(),
  publicIpv4AddressCount: amount.nullish(),
});
type Bundle = z.infer<typeof bundleSchema>;

/** Adapter of the source. */
export const lightsail: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://lightsail.us-east-1.amazonaws.com/' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readBundles, schema: bundleSchema });
    const read = sortPlans(list.items.map(readBundle));
    return {
      listings: read.listings,
      locations: [],
      rejections: [...list.rejections, ...read.rejections],
      findings: list.findings,
      complete: list.whole,
      covers: null,
    };
  },
};

function readBundles(body: unknown): ListPage | null {
  const bundles = childOf(body, 'bundles');
  if (!Array.isArray(bundles)) return null;
  const entries = keyedEntries(bundles, 'bundles', { key: 'bundleId', name: 'name' });
  return { entries, total: null, more: Boolean(textOf(body, 'nextPageToken')) };
}

function readBundle(item: Item<Bundle>): PlanRead {
  const bundle = item.value;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  const quotes: Quote[] = [{ field: 'price', value: bundle.price, per: { months: 1 } }];
  const prices = quotedPrices(readings, quotes);
  if (prices.length === 0) return { rejection: rejection('no-price', 'price', saidOf(quotes), item.entry) };
  const listing: Listing = {
    planKey: bundle.bundleId,
    name: given('name', bundle.name, asIs),
    words: wordsOf(bundle),
    productType: /(?:^|_)gpu_/.test(bundle.bundleId)
      ? inferred('lightsail-gpu-bundle', `bundleId = ${bundle.bundleId}`, 'gpu')
      : readings.together('GetBundles: plans of virtual private servers', 'vps'),
    vcpu: given('cpuCount', bundle.cpuCount, asIs),
    memory: given('ramSizeInGb', bundle.ramSizeInGb, (gib) => ({ amount: gib, unit: 'GiB' })),
    disks: given('diskSizeInGb', bundle.diskSizeInGb, (gb) => oneDisk({ amount: gb, unit: 'GB' }, 'unknown')),
    transfer: given('transferPerMonthInGb', bundle.transferPerMonthInGb, (gib) => ({ amount: gib, unit: 'GiB' })),
    ipv4: given('publicIpv4AddressCount', bundle.publicIpv4AddressCount, asIs),
    // "IPv6-only" bundles carry it in their id; all others are said nothing of.
    hasIpv6: /_ipv6_/.test(bundle.bundleId)
      ? inferred('lightsail-ipv6-bundle', `bundleId = ${bundle.bundleId}`, true)
      : undefined,
    guests: given('supportedPlatforms', bundle.supportedPlatforms, guestsOf),
    prices,
    places: [placeOf(bundle, readings)],
  };
  return { listing };
}

/**
 * Class words: the size of general-purpose bundles ("nano_3_0", "large_win_3_0", "micro_ipv6_3_0") with its vCPUs. Documented
 * baselines are those of a size with that many; the first bundles of the same names had fewer.
 */
function wordsOf({ bundleId, cpuCount }: Bundle): Record<string, string> {
  const size = /^(nano|micro|small|medium|\d?xlarge|large)(?:_win)?(?:_ipv6)?_\d+_\d+$/.exec(bundleId)?.[1];
  return { class: size ?? bundleId, vcpus: String(cpuCount ?? '') };
}

function guestsOf(platforms: readonly string[]): readonly string[] | undefined {
  const words: Readonly<Record<string, string>> = { LINUX_UNIX: 'linux', WINDOWS: 'windows' };
  return platforms.length > 0 ? platforms.map((platform) => wordIn(words, platform) ?? platform.toLowerCase()) : undefined;
}

function placeOf({ isActive }: Bundle, { inferred }: PageReadings): ListedPlace {
  const inactive: Reading<AvailabilityState> = inferred('lightsail-inactive', 'isActive = false', 'sold-out');
  return isActive === false ? { location: null, availability: inactive } : { location: null };
}
