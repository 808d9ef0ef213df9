/**
 * STACKIT: the public price list behind its calculator, one entry ("SKU") a product. Memory is GB with binary values, prices EUR an
 * hour and a month of 720 of them; storage and traffic are products of their own. `cpuOverprovisioning` says of each server type
 * whether its cores are shared. The list comes as `{ data: […], meta }`, in recordings also as the bare array.
 * https://docs.api.eu01.stackit.cloud/oas/pim/version/v2
 */
import { z } from 'zod';
import type { Listing } from '../../domain/listing.ts';
import type { Page, PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Entry, type Item, money, rejection, textOf, wordIn } from '../read/json.ts';
import { bodyOf, info, type ListPage, MOST_PAGES, readList } from '../read/list.ts';
import {
  asIs,
  type PageReadings,
  type PlanRead,
  type Quote,
  quotedPrices,
  readingsOf,
  saidOf,
  sortPlans,
} from '../read/readings.ts';

const ROLE = 'skus';
const LIST = 'https://pim.api.stackit.cloud/v3alpha1/skus?limit=100&region=eu01';

const manifest: SourceManifest = {
  sourceId: 'stackit',
  providerId: 'stackit',
  kind: 'provider-api',
  title: 'STACKIT price list: servers of the region eu01',
  documentation: 'https://docs.api.eu01.stackit.cloud/oas/pim/version/v2',
  hosts: ['pim.api.stackit.cloud'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/mixxor/eu-cloud-prices/blob/4195099eb56dda6e51faef7a77cba758691d02b7/tests/fixtures/stackit_skus.json',
    said: 'a part of a recorded answer of /v3alpha1/skus, its entries valid from 2026-08-18 on',
    seen: '2026-11-26',
  },
  verified: '2026-08-18',
  conventions: { currency: 'EUR', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'products with prices and attributes', perPlace: false, main: true } },
};

/** Product → what its entries are; all others are no servers. */
const SERVERS: Readonly<Record<string, 'cloud' | 'gpu'>> = {
  Server: 'cloud',
  'Confidential Server': 'cloud',
  'GPU Server': 'gpu',
};

/** Regions by their names in the documentation: "EU01 (Germany South)", "EU02 (Austria West)". */
const REGIONS = [
  { key: 'eu01', name: 'EU01 (Germany South)', city: null, country: 'DE' },
  { key: 'eu02', name: 'EU02 (Austria West)', city: null, country: 'AT' },
] as const;

const cost = z.object({ value: money.nullish(), currencyCode: z.string().nullish() }).nullish();
const skuSchema = z.object({
  title: z.string().nullish(),
  region: z.string().min(1).nullish(),
  deprecated: z.boolean().nullish(),
  priceListVisibility: z.boolean().nullish(),
  unit: z.string().nullish(),
  price: z.object({ list: cost, monthly: cost }).nullish(),
  productSpecificAttributes: z.object({
    flavor: z.string().min(1),
    hardware: z.string().nullish(),
    metro: z.boolean().nullish(),
    os: z.string().nullish(),
    ram: amount.nullish(),
    vCPU: amount.nullish(),
    cpuOverprovisioning: z.boolean().nullish(),
  }),
  product: z.object({ name: z.string() }),
});
type Sku = z.infer<typeof skuSchema>;

/** Adapter of the source. */
export const stackit: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: LIST }],
  next,
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readServers, schema: skuSchema });
    const read = sortPlans(list.items.map(readServer));
    const others = pages.reduce((sum, page) => sum + otherProducts(bodyOf(page)), 0);
    return {
      listings: read.listings,
      locations: REGIONS,
      rejections: [...list.rejections, ...read.rejections],
      findings: others > 0 ? [...list.findings, info('skipped', `${others} entries of other products`)] : list.findings,
      complete: list.whole,
      covers: null,
    };
  },
};

function next(page: Page): PageRequest[] {
  const cursor = cursorOf(bodyOf(page));
  if (!cursor || page.number >= MOST_PAGES) return [];
  return [{ role: ROLE, number: page.number + 1, url: `${LIST}&cursor=${encodeURIComponent(cursor)}` }];
}

function cursorOf(body: unknown): string | null {
  const meta = childOf(body, 'meta');
  return childOf(meta, 'hasNextPage') === true ? textOf(meta, 'nextCursor') : null;
}

function skusOf(body: unknown): readonly unknown[] | null {
  const list = Array.isArray(body) ? body : childOf(body, 'data');
  return Array.isArray(list) ? list : null;
}

const productOf = (sku: unknown): string => textOf(childOf(sku, 'product'), 'name') ?? '';
const isServer = (sku: unknown): boolean => Object.hasOwn(SERVERS, productOf(sku));
const otherProducts = (body: unknown): number => (skusOf(body) ?? []).filter((sku) => !isServer(sku)).length;

function readServers(body: unknown): ListPage | null {
  const skus = skusOf(body);
  if (!skus) return null;
  const entries = skus.flatMap((value, index): Entry[] =>
    isServer(value) ? [{ path: `data.${index}`, planKey: keyOf(value), name: textOf(value, 'title'), value }] : [],
  );
  const meta = childOf(body, 'meta');
  const more = childOf(meta, 'hasNextPage');
  return { entries, total: null, more: Array.isArray(body) ? false : typeof more === 'boolean' ? more : null };
}

/** The type's name; the price for all zones at once has the same and stands beside it, as `serviceId` has it: "g1a.32d-metro". */
function keyOf(sku: unknown): string | null {
  const attributes = childOf(sku, 'productSpecificAttributes');
  const flavor = textOf(attributes, 'flavor');
  if (flavor === null) return null;
  const os = textOf(attributes, 'os');
  return [flavor, ...(childOf(attributes, 'metro') === true ? ['metro'] : []), ...(os ? [os] : [])].join('-');
}

function readServer(item: Item<Sku>): PlanRead {
  const { value: sku, entry } = item;
  const attributes = sku.productSpecificAttributes;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  if (sku.deprecated === true)
    return { rejection: rejection('not-a-plan', `${entry.path}.deprecated`, 'deprecated = true', entry) };
  if (sku.priceListVisibility === false) {
    const said = 'priceListVisibility = false: not on the public list';
    return { rejection: rejection('not-a-plan', `${entry.path}.priceListVisibility`, said, entry) };
  }
  const quotes = quotesOf(sku);
  const prices = quotedPrices(readings, quotes).map((price) => {
    const currency = given('price.list.currencyCode', sku.price?.list?.currencyCode, asIs);
    return currency ? { ...price, currency } : price;
  });
  if (prices.length === 0) return { rejection: rejection('no-price', `${entry.path}.price`, saidOf(quotes), entry) };
  const listing: Listing = {
    planKey: entry.planKey,
    name: given('title', sku.title, asIs),
    words: { class: /^[a-z]+\d*[a-z]*/i.exec(attributes.flavor)?.[0] ?? '', product: sku.product.name },
    productType: given('product.name', sku.product.name, (name) => wordIn(SERVERS, name)),
    vcpu: given('vCPU', attributes.vCPU, asIs),
    cpuResourceModel: given('cpuOverprovisioning', attributes.cpuOverprovisioning, (over) => (over ? 'shared' : 'dedicated')),
    architecture: architectureOf(attributes.hardware, readings),
    memory: given('ram', attributes.ram, (gib) => ({ amount: gib, unit: 'GiB' })),
    gpu: gpuOf(sku, readings),
    guests: attributes.os ? inferred('stackit-os', `os = ${attributes.os}`, [attributes.os.toLowerCase()]) : undefined,
    prices,
    places: [{ location: sku.region ?? null }],
    placesFrom: given('region', sku.region, (region) => [region]),
  };
  return { listing };
}

function quotesOf({ price, unit }: Sku): Quote[] {
  // Priced by another unit, nobody knows what the figure of the list is for.
  const hourly = unit === 'Hours' ? price?.list?.value : null;
  return [
    { field: 'price.list.value', value: hourly, per: { hours: 1 } },
    { field: 'price.monthly.value', value: price?.monthly?.value, per: { months: 1 } },
  ];
}

function architectureOf(hardware: string | null | undefined, { given }: PageReadings): Listing['architecture'] {
  const known: Readonly<Record<string, 'arm64' | 'x86_64'>> = { ARM: 'arm64', Intel: 'x86_64', AMD: 'x86_64' };
  return given('hardware', hardware, (word) => wordIn(known, word));
}

/** "n1.56d.g4": four cards; which ones is said elsewhere. */
function gpuOf({ product, productSpecificAttributes: { flavor } }: Sku, { inferred }: PageReadings): Listing['gpu'] {
  const cards = /\.g(\d{1,2})$/.exec(flavor)?.[1];
  if (wordIn(SERVERS, product.name) !== 'gpu' || cards === undefined) return undefined;
  return inferred('stackit-gpu-suffix', `flavor = ${flavor}`, { name: null, count: Number(cards) });
}
