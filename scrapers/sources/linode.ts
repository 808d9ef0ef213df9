/**
 * Linode (Akamai): public lists of types and regions. Memory and disk are MB with binary values (25600 is the "25 GB" of the
 * price list), transfer is GB as advertised, prices are USD by the hour with a monthly cap.
 * https://techdocs.akamai.com/linode-api/reference/get-linode-types · https://techdocs.akamai.com/linode-api/reference/get-regions
 */
import { z } from 'zod';
import type { ListedLocation, ListedPlace, Listing } from '../../domain/listing.ts';
import type { ProductType } from '../../domain/plan.ts';
import type { PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { readCatalogue } from '../read/catalogue.ts';
import { amount, childOf, type Item, keyedEntries, money, rejection, wordIn } from '../read/json.ts';
import { bodyOf, type ListPage, MOST_PAGES } from '../read/list.ts';
import { pricedPlaces } from '../read/locations.ts';
import {
  asIs,
  oneDisk,
  type PageReadings,
  type PlanRead,
  type Quote,
  quotedPrices,
  readingsOf,
  saidOf,
  unlessZero,
} from '../read/readings.ts';

const API = 'https://api.linode.com/v4';
const PATHS: Readonly<Record<string, string>> = { types: '/linode/types', regions: '/regions' };

const manifest: SourceManifest = {
  sourceId: 'linode',
  providerId: 'linode',
  kind: 'provider-api',
  title: 'Linode API: types and regions',
  documentation: 'https://techdocs.akamai.com/linode-api/reference/get-linode-types',
  hosts: ['api.linode.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/linode/linodego/blob/447963747d99939a0a598c4c7927d4c35dc61d01/test/integration/fixtures/TestTypes_List.yaml',
    said: 'a recorded answer of /v4/linode/types, on or before 2023-07-24',
    seen: '2026-11-26',
  },
  verified: '2023-07-24',
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: {
    types: { holds: 'plans with prices', perPlace: false, main: true },
    regions: { holds: 'regions with what each can run', perPlace: false, main: false },
  },
};

const price = { hourly: money.nullish(), monthly: money.nullish() };
const typeSchema = z.object({
  id: z.string().min(1),
  label: z.string().nullish(),
  class: z.string().nullish(),
  memory: amount.nullish(),
  disk: amount.nullish(),
  transfer: amount.nullish(),
  vcpus: amount.nullish(),
  gpus: amount.nullish(),
  network_out: amount.nullish(),
  price: z.object(price).nullish(),
  region_prices: z.array(z.object({ id: z.string().min(1), ...price })).nullish(),
});
type LinodeType = z.infer<typeof typeSchema>;

const regionSchema = z.object({
  id: z.string().min(1),
  label: z.string().nullish(),
  country: z.string().nullish(),
  capabilities: z.array(z.string()).nullish(),
  site_type: z.string().nullish(),
});
type Region = z.infer<typeof regionSchema>;

/** Adapter of the source. */
export const linode: SourceAdapter = {
  manifest,
  start: () => Object.keys(PATHS).map((role) => request(role, 1)),
  next: (page) => (readData(bodyOf(page))?.more && page.number < MOST_PAGES ? [request(page.role, page.number + 1)] : []),
  extract: (pages) =>
    readCatalogue(pages, {
      manifest,
      list: readData,
      plans: { role: 'types', schema: typeSchema },
      locations: { role: 'regions', schema: regionSchema },
      readPlan: readType,
      locationOf,
      // The regions say where a type is sold: without them an offer in each of them would seem to be gone.
      needsLocations: true,
    }),
};

function request(role: string, number: number): PageRequest {
  return { role, number, url: `${API}${PATHS[role] ?? ''}?page_size=500${number > 1 ? `&page=${number}` : ''}` };
}

const countSchema = z.object({ page: z.number().nullish(), pages: z.number().nullish(), results: z.number().nullish() });

function readData(body: unknown): ListPage | null {
  const data = childOf(body, 'data');
  if (!Array.isArray(data)) return null;
  const counts = countSchema.safeParse(body).data;
  return {
    entries: keyedEntries(data, 'data', { key: 'id', name: 'label' }),
    total: counts?.results ?? null,
    more: counts?.page && counts.pages ? counts.page < counts.pages : null,
  };
}

function readType(item: Item<LinodeType>, regions: readonly Region[]): PlanRead {
  const type = item.value;
  const readings = readingsOf(item.page);
  const { given } = readings;
  const quotes = quotesOf('price', type.price ?? {});
  const prices = quotedPrices(readings, quotes);
  const sold = placesOf(type, regions, readings);
  // A base price without a region that is known to be able is sold in a place that nobody names.
  const places: ListedPlace[] = sold.able ? sold.places : [{ location: null }, ...sold.places];
  const { priced, findings } = pricedPlaces(type.id, places, prices);
  if (priced.length === 0) return { rejection: rejection('no-price', 'price', saidOf(quotes), item.entry) };
  const listing: Listing = {
    planKey: type.id,
    name: given('label', type.label, asIs),
    words: { class: type.class ?? '' },
    productType: given('class', type.class, productTypeOf),
    vcpu: given('vcpus', type.vcpus, asIs),
    memory: given('memory', type.memory, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: given('disk', type.disk, (mib) => oneDisk({ amount: mib, unit: 'MiB' }, 'unknown')),
    transfer: given('transfer', type.transfer, (gb) => ({ amount: gb, unit: 'GB' })),
    port: given(
      'network_out',
      type.network_out,
      unlessZero((mbit) => ({ amount: mbit, unit: 'Mbit/s' })),
    ),
    gpu: given('gpus', type.gpus, (count) => ({ count, name: count > 0 ? gpuName(type.label ?? '') : null })),
    prices,
    places: priced,
    placesFrom: sold.from,
  };
  if (!sold.able && regions.length > 0) {
    findings.push({ code: 'unknown-location', severity: 'info', message: `${type.id}: no region has "${sold.capability}"` });
  }
  return { listing, findings };
}

/** Where a type is sold: the regions that can run it, and those that it has a price of its own for. */
function placesOf(type: LinodeType, regions: readonly Region[], readings: PageReadings) {
  const capability = capabilityFor(type);
  const able = regions.filter((region) => sells(region, capability)).map((region) => region.id);
  const places = new Map<string, ListedPlace>(able.map((location) => [location, { location }]));
  for (const own of type.region_prices ?? []) {
    places.set(own.id, { location: own.id, prices: quotedPrices(readings, quotesOf(`region_prices.${own.id}`, own)) });
  }
  return {
    places: [...places.values()],
    capability,
    able: able.length > 0,
    from:
      able.length > 0
        ? readings.inferred('linode-region-capability', `capabilities has "${capability}"`, able)
        : readings.given('region_prices', type.region_prices, (own) => (own.length > 0 ? own.map(({ id }) => id) : undefined)),
  };
}

function quotesOf(field: string, quoted: { hourly?: Quote['value']; monthly?: Quote['value'] }): Quote[] {
  return [
    { field: `${field}.hourly`, value: quoted.hourly, per: { hours: 1 } },
    // The monthly figure is the cap of the hourly one: what a month costs.
    { field: `${field}.monthly`, value: quoted.monthly, per: { months: 1 } },
  ];
}

function productTypeOf(name: string): ProductType {
  return name === 'gpu' ? 'gpu' : name === 'metal' ? 'dedicated' : 'vps';
}

/**
 * What a region must be able to run for a plan to be sold there: "Only available in regions with "Premium Plans" in their
 * capabilities", and "GPU Linodes" for GPU plans (the API's description of `class`). Plans for distributed sites
 * carry "-edge-" in their id. Stock is not told here.
 */
function capabilityFor(type: LinodeType): string {
  if (type.id.includes('-edge-')) return 'Distributed Plans';
  const words: Readonly<Record<string, string>> = {
    gpu: 'GPU Linodes',
    premium: 'Premium Plans',
    metal: 'Bare Metal',
    accelerated: 'NETINT Quadra T1U',
  };
  return wordIn(words, type.class) ?? 'Linodes';
}

function sells(region: Region, capability: string): boolean {
  // Distributed sites are able to run Linodes, but sell their own plans only.
  const distributed = region.site_type === 'distributed';
  return (region.capabilities ?? []).includes(capability) && distributed === (capability === 'Distributed Plans');
}

/** "Dedicated 32GB + RTX6000 GPU x1" → "RTX6000". */
function gpuName(label: string): string | null {
  return /^(?:.*\+ )?(.+?)(?: GPU)? x\d+\b/.exec(label)?.[1]?.trim() ?? null;
}

/** "London 2, UK" → London; the country field says "uk" in recordings of 2023, where ISO 3166 says GB. */
function locationOf(region: Region): ListedLocation {
  const city = region.label?.split(',')[0]?.replace(/ \d+$/, '').trim();
  const country = region.country?.toUpperCase();
  return { key: region.id, name: region.label ?? null, city: city || null, country: (country === 'UK' ? 'GB' : country) ?? null };
}
