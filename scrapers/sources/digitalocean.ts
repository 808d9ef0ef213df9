/**
 * DigitalOcean: lists of Droplet sizes and of regions, with a token. Memory is MB with binary values, disk GB, transfer TB as
 * advertised (fractions possible), prices USD by the hour with a monthly price.
 * https://docs.digitalocean.com/reference/api/digitalocean/#tag/Sizes · https://docs.digitalocean.com/reference/api/digitalocean/#tag/Regions
 */
import { z } from 'zod';
import type { ListedLocation, ListedPlace, Listing, Reading } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { readCatalogue } from '../read/catalogue.ts';
import { amount, childOf, type Item, keyedEntries, money, quote, rejection } from '../read/json.ts';
import { bodyOf, type ListPage, type ListReader, MOST_PAGES } from '../read/list.ts';
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
} from '../read/readings.ts';

const API = 'https://api.digitalocean.com/v2';
const ROLES = ['sizes', 'regions'] as const;

const manifest: SourceManifest = {
  sourceId: 'digitalocean',
  providerId: 'digitalocean',
  kind: 'provider-api',
  title: 'DigitalOcean API v2: Droplet sizes and regions',
  documentation: 'https://docs.digitalocean.com/reference/api/digitalocean/#tag/Sizes',
  hosts: ['api.digitalocean.com'],
  cadence: 'hourly',
  credential: 'DIGITALOCEAN_TOKEN',
  evidence: {
    url: 'https://github.com/eezhee/eezhee/blob/d2f8212495f2aeb98301ab762478bcfc4ed87926/data/raw/digitalocean-sizes.json',
    said: 'a recorded answer of /v2/sizes, on or before 2021-05-27',
    seen: '2026-11-26',
  },
  verified: '2021-05-27',
  // "The value is measured in US dollars." (API reference, `price_monthly`)
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: {
    sizes: { holds: 'sizes with prices and regions', perPlace: false, main: true },
    regions: { holds: 'regions, whether they take new Droplets, and their sizes', perPlace: false, main: false },
  },
};

const sizeSchema = z.object({
  slug: z.string().min(1),
  description: z.string().nullish(),
  vcpus: amount.nullish(),
  memory: amount.nullish(),
  disk: amount.nullish(),
  transfer: amount.nullish(),
  price_monthly: money.nullish(),
  price_hourly: money.nullish(),
  available: z.boolean().nullish(),
  regions: z.array(z.string().min(1)).nullish(),
  gpu_info: z
    .object({
      model: z.string().nullish(),
      count: amount.nullish(),
      vram: z.object({ amount: amount.nullish(), unit: z.string().nullish() }).nullish(),
    })
    .nullish(),
});
type DropletSize = z.infer<typeof sizeSchema>;

const regionSchema = z.object({
  slug: z.string().min(1),
  name: z.string().nullish(),
  available: z.boolean().nullish(),
  sizes: z.array(z.string()).nullish(),
});
type Region = z.infer<typeof regionSchema>;

/** Adapter of the source. */
export const digitalocean: SourceAdapter = {
  manifest,
  start: () => ROLES.map((role) => request(role, 1)),
  next: (page) => (readSlugs(bodyOf(page), page)?.more && page.number < MOST_PAGES ? [request(page.role, page.number + 1)] : []),
  extract: (pages) =>
    readCatalogue(pages, {
      manifest,
      list: readSlugs,
      plans: { role: 'sizes', schema: sizeSchema },
      locations: { role: 'regions', schema: regionSchema },
      readPlan: readSize,
      locationOf,
      // A size can be named by a region alone: without the regions an offer there would seem to be gone.
      needsLocations: true,
    }),
};

function request(role: string, number: number): PageRequest {
  return { role, number, url: `${API}/${role}?per_page=200${number > 1 ? `&page=${number}` : ''}` };
}

const countSchema = z.object({
  links: z.object({ pages: z.object({ next: z.string().nullish() }).nullish() }).nullish(),
  meta: z.object({ total: z.number().nullish() }).nullish(),
});

/** Both lists are keyed by slug; the link to the next page stands in the body and is missing on the last one. */
const readSlugs: ListReader = (body, page): ListPage | null => {
  const list = childOf(body, page.role);
  if (!Array.isArray(list)) return null;
  const counts = countSchema.safeParse(body).data;
  return {
    entries: keyedEntries(list, page.role, { key: 'slug', name: 'slug' }),
    total: counts?.meta?.total ?? null,
    more: counts?.links ? Boolean(counts.links.pages?.next) : null,
  };
};

function readSize(item: Item<DropletSize>, regions: readonly Region[]): PlanRead {
  const size = item.value;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  const quotes: Quote[] = [
    { field: 'price_hourly', value: size.price_hourly, per: { hours: 1 } },
    { field: 'price_monthly', value: size.price_monthly, per: { months: 1 } },
  ];
  const prices = quotedPrices(readings, quotes);
  const places = placesOf(size, regions, readings);
  const { priced, findings } = pricedPlaces(size.slug, places, prices);
  if (priced.length === 0) return { rejection: rejection('no-price', 'price_monthly', saidOf(quotes), item.entry) };
  const family = familyOf(size.slug);
  const listing: Listing = {
    planKey: size.slug,
    name: given('slug', size.slug, asIs),
    words: { class: family, plan: size.description ?? '' },
    productType: inferred('digitalocean-droplet', `slug = ${size.slug}`, family === 'gpu' || size.gpu_info ? 'gpu' : 'vps'),
    vcpu: given('vcpus', size.vcpus, asIs),
    memory: given('memory', size.memory, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: given('disk', size.disk, (gb) => oneDisk({ amount: gb, unit: 'GB' }, 'unknown')),
    storageType: /\bSSD\b/.test(size.description ?? '')
      ? inferred('digitalocean-ssd-in-description', `description = ${size.description}`, 'ssd')
      : undefined,
    transfer: given('transfer', size.transfer, (tb) => ({ amount: tb, unit: 'TB' })),
    gpu: gpuOf(size, readings),
    prices,
    places: priced,
    placesFrom: given('regions', size.regions, asIs),
  };
  return { listing, findings };
}

/**
 * A size names its regions ("where this size is available for Droplet creates"), a region its sizes; a place is what either of
 * them says, in stock what nobody denies. A region with `available: false` takes no new Droplets ("whether new Droplets can be
 * created in this region"), though old ones go on listing their sizes: sold out there. (API reference, Sizes and Regions)
 */
function placesOf(size: DropletSize, regions: readonly Region[], readings: PageReadings): ListedPlace[] {
  const { inferred } = readings;
  const closed = size.available === false ? readings.given('available', false, soldOut) : undefined;
  const named = size.regions ?? [];
  const bySlug = new Map(regions.map((region) => [region.slug, region]));
  const naming = regions.filter((region) => region.sizes?.includes(size.slug)).map((region) => region.slug);
  const all = [...new Set([...named, ...naming])];
  if (all.length === 0) {
    const nowhere = size.regions ? inferred('digitalocean-no-region', 'regions = []', soldOut()) : undefined;
    return [{ location: null, availability: closed ?? nowhere }];
  }
  return all.map((location) => {
    const region = bySlug.get(location);
    const agreed = named.includes(location) && naming.includes(location);
    return { location, availability: closed ?? stockIn(size, region, agreed, readings) };
  });
}

function stockIn(
  size: DropletSize,
  region: Region | undefined,
  agreed: boolean,
  { together }: PageReadings,
): Reading<AvailabilityState> | undefined {
  const there = `regions.${region?.slug}.available`;
  if (region?.available === false) return together(`${there} = false`, soldOut());
  return agreed && size.available && region?.available
    ? together(`available = true, ${there} = true, each lists the other`, 'in-stock')
    : undefined;
}

const soldOut = (): AvailabilityState => 'sold-out';

/** The family begins the slug (s-1vcpu-1gb → s, so1_5-2vcpu-16gb → so1_5); sizes of the first years are named by their memory (512mb). */
function familyOf(slug: string): string {
  const [first = '', ...rest] = slug.split('-');
  return rest.length === 0 ? '' : first;
}

function gpuOf({ gpu_info: info }: DropletSize, { together }: PageReadings): Listing['gpu'] {
  if (info?.count == null) return undefined;
  const { amount: vram, unit } = info.vram ?? {};
  const memory = vram && unit?.toLowerCase() === 'gib' ? { amount: vram, unit: 'GiB' as const } : undefined;
  return together(`gpu_info = ${quote(info)}`, {
    name: info.model?.replaceAll('_', ' ') ?? null,
    count: info.count,
    memory,
  });
}

/** Regions are named by their city ("New York 3"); in which country it lies is no field of the API. */
const COUNTRIES = new Map([
  ['Amsterdam', 'NL'],
  ['Atlanta', 'US'],
  ['Bangalore', 'IN'],
  ['Frankfurt', 'DE'],
  ['London', 'GB'],
  ['New York', 'US'],
  ['San Francisco', 'US'],
  ['Singapore', 'SG'],
  ['Sydney', 'AU'],
  ['Toronto', 'CA'],
]);

function locationOf({ slug, name }: Region): ListedLocation {
  const city = name?.replace(/ \d+$/, '').trim() || null;
  return { key: slug, name: name ?? null, city, country: COUNTRIES.get(city ?? '') ?? null };
}
