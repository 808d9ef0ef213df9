/**
 * Amazon Lightsail in the public AWS price list: each bundle once a region and operating system, USD an hour. Sizes are text with their
 * unit ("0.5GB" of memory, binary; "20GB" of disk); transfer is not among the attributes. The month that Amazon advertises is 744
 * of these hours ("$5" for 0.00672).
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
 */
import { z } from 'zod';
import type { ListedLocation, ListedPrice, Listing, Rejection } from '../../domain/listing.ts';
import { type Extraction, type Page, pageKey, type SourceAdapter, type SourceManifest } from '../contract.ts';
import { childOf, type Entry, money, quote, rejection, textOf, wordIn } from '../read/json.ts';
import { bodyOf, info, type ListPage, readList } from '../read/list.ts';
import { oneDisk, type PageReadings, type PlanRead, quotedPrices, readingsOf, sortPlans } from '../read/readings.ts';
import { advertised, memory, sizeText } from '../read/size-text.ts';
import { differingFields, pricesOfZones, type SoldInZone } from '../read/zones.ts';

const ROLE = 'offers';
const FAMILY = 'Lightsail Instance';

const manifest: SourceManifest = {
  sourceId: 'lightsail-prices',
  providerId: 'aws',
  kind: 'provider-api',
  title: 'Amazon Lightsail in the AWS price list',
  documentation: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html',
  hosts: ['pricing.us-east-1.amazonaws.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/p32929/vps-price-index/blob/dd43cbe5db15075e2f4d00756d6f679fd4a3caf5/scripts/build.py',
    said: 'a public price index reads this address without a key; the fields that it takes',
    seen: '2026-11-26',
  },
  verified: null,
  conventions: { currency: 'USD', taxIncluded: null, hoursPerMonth: 744 },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'products with attributes, terms with prices', perPlace: false, main: true } },
};

const productSchema = z.object({
  attributes: z.object({
    usagetype: z.string().min(1),
    location: z.string().nullish(),
    regionCode: z.string().min(1).nullish(),
    operatingSystem: z.string().nullish(),
    vcpu: z
      .string()
      .regex(/^\d{1,4}$/)
      .nullish(),
    memory: sizeText.nullish(),
    storage: z.string().nullish(),
  }),
});
type Product = z.infer<typeof productSchema>['attributes'];
const termSchema = z.object({
  priceDimensions: z.record(
    z.string(),
    z.object({ unit: z.string().nullish(), pricePerUnit: z.object({ USD: money.nullish() }) }),
  ),
});

/** Adapter of the source. */
export const lightsailPrices: SourceAdapter = {
  manifest,
  start: () => [
    {
      role: ROLE,
      number: 1,
      url: 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonLightsail/current/index.json',
    },
  ],
  next: () => [],
  extract,
};

type Sold = SoldInZone<Product>;

function extract(pages: readonly Page[]): Extraction {
  const list = readList(pages, { manifest, role: ROLE, read: readBundles, schema: productSchema });
  const terms = new Map(pages.map((page) => [pageKey(page), childOf(childOf(bodyOf(page), 'terms'), 'OnDemand')]));
  const bundles = new Map<string, Sold[]>();
  const rejections: Rejection[] = [];
  for (const { entry, page, value } of list.items) {
    const key = entry.planKey ?? '';
    const prices = hourly(childOf(terms.get(page), entry.path), readingsOf(page));
    const [price] = prices;
    const amounts = [...new Set(prices.map(({ amount }) => String(amount.is)))];
    // What is free, or priced by something else than the hour, is no server for rent.
    if (!price) rejections.push(rejection('no-price', entry.path, `no price an hour of ${entry.path}`, entry));
    else if (amounts.length > 1) rejections.push(rejection('ambiguous-price', entry.path, amounts.join(', '), entry));
    else {
      const place = { location: value.attributes.regionCode ?? null };
      bundles.set(key, [...(bundles.get(key) ?? []), { item: { entry, page, value: value.attributes }, prices: [price], place }]);
    }
  }
  const read = sortPlans([...bundles].map(([key, sold]) => readBundle(key, sold)));
  return {
    listings: read.listings,
    locations: locationsOf(list.items.map(({ value }) => value.attributes)),
    rejections: [...list.rejections, ...rejections, ...read.rejections],
    findings: [...list.findings, ...read.findings],
    complete: list.whole,
    covers: null,
  };
}

/** Countries of the regions that have Lightsail: https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-regions-and-availability-zones-in-amazon-lightsail.html */
const COUNTRIES: Readonly<Record<string, string>> = {
  'us-east-1': 'US',
  'us-east-2': 'US',
  'us-west-2': 'US',
  'ca-central-1': 'CA',
  'eu-central-1': 'DE',
  'eu-north-1': 'SE',
  'eu-west-1': 'IE',
  'eu-west-2': 'GB',
  'eu-west-3': 'FR',
  'ap-northeast-1': 'JP',
  'ap-northeast-2': 'KR',
  'ap-south-1': 'IN',
  'ap-southeast-1': 'SG',
  'ap-southeast-2': 'AU',
  'ap-southeast-3': 'ID',
};

/** Regions by their names ("US East (N. Virginia)"). */
function locationsOf(products: readonly Product[]): ListedLocation[] {
  const names = new Map(
    products.flatMap(({ regionCode, location }) => (regionCode ? [[regionCode, location ?? null] as const] : [])),
  );
  return [...names].map(([key, name]) => ({ key, name, city: null, country: wordIn(COUNTRIES, key) ?? null }));
}

/** Bundles of instances; disks, databases, containers and traffic are products of their own. */
function readBundles(body: unknown): ListPage | null {
  const products = childOf(body, 'products');
  if (typeof products !== 'object' || products === null || Array.isArray(products)) return null;
  const entries = Object.entries(products).flatMap(([sku, value]: [string, unknown]): Entry[] => {
    if (textOf(value, 'productFamily') !== FAMILY) return [];
    const name = textOf(childOf(value, 'attributes'), 'usagetype');
    return [{ path: sku, planKey: name && bundleOf(name), name, value }];
  });
  return { entries, total: null, more: false };
}

/** "USE1-BundleUsage:0.5GB_win" is the bundle "0.5GB_win" in one region. */
const bundleOf = (usageType: string): string => usageType.slice(usageType.indexOf(':') + 1);

function hourly(offers: unknown, readings: PageReadings): ListedPrice[] {
  if (typeof offers !== 'object' || offers === null) return [];
  return Object.values(offers).flatMap((offer: unknown) => {
    const term = termSchema.safeParse(offer).data;
    const hours = Object.values(term?.priceDimensions ?? {}).filter(({ unit }) => unit == null || /^h(?:ou)?rs?$/i.test(unit));
    return hours.flatMap(({ pricePerUnit }) =>
      quotedPrices(readings, [{ field: 'pricePerUnit.USD', value: pricePerUnit.USD, per: { hours: 1 } }]),
    );
  });
}

const OF_THE_BUNDLE = ['vcpu', 'memory', 'storage', 'operatingSystem'] as const;

/** One plan of a bundle with the regions that sell it; what they do not agree on is left unknown, and said. */
function readBundle(key: string, sold: readonly Sold[]): PlanRead {
  const [first] = sold;
  if (!first) return {};
  const regions = sold.map(({ place }) => place.location);
  const twice = regions.find((region, index) => regions.indexOf(region) !== index);
  if (twice !== undefined)
    return { rejection: rejection('duplicate-key', first.item.entry.path, `${key} twice in ${twice}`, first.item.entry) };
  const differing = differingFields(sold, OF_THE_BUNDLE);
  const bundle: Product = { ...first.item.value, ...Object.fromEntries(differing.map((field) => [field, undefined])) };
  const readings = readingsOf(first.item.page);
  const listing: Listing = {
    planKey: key,
    name: readings.given('usagetype', first.item.value.usagetype, bundleOf),
    ...specOf(key, bundle, readings),
    ...pricesOfZones(sold),
    placesFrom: readings.together(
      `regionCode = ${quote(regions)}`,
      regions.flatMap((region) => region ?? []),
    ),
  };
  const message = `${key}: ${differing.join(', ')} not the same in all regions`;
  return { listing, findings: differing.length > 0 ? [info('spec-mismatch', message)] : [] };
}

function specOf(key: string, bundle: Product, readings: PageReadings): Omit<Listing, 'planKey' | 'prices' | 'places'> {
  const { given, inferred } = readings;
  return {
    words: { class: key, vcpus: bundle.vcpu ?? '' },
    productType: readings.together(`productFamily = ${FAMILY}`, 'vps'),
    vcpu: given('vcpu', bundle.vcpu, Number),
    memory: given('memory', bundle.memory, memory),
    disks: given('storage', bundle.storage, (text) => {
      const size = advertised(text);
      return size && oneDisk(size, 'unknown');
    }),
    guests: given('operatingSystem', bundle.operatingSystem, (word) =>
      /^(?:linux|windows)$/i.test(word) ? [word.toLowerCase()] : undefined,
    ),
    hasIpv6: /_ipv6/i.test(key) ? inferred('lightsail-ipv6-bundle', `usagetype = ${key}`, true) : undefined,
    ipv4: /_ipv6/i.test(key) ? inferred('lightsail-ipv6-bundle', `usagetype = ${key}`, 0) : undefined,
  };
}
