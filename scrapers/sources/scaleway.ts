/**
 * Scaleway Instances: types with prices and, apart, their stock, once a zone. Memory is bytes (binary), volumes bytes (decimal),
 * bandwidth bit/s, prices EUR by the hour and by the month, without IPv4 address and optional volumes.
 * https://www.scaleway.com/en/developers/api/instance/instance-types
 */
import { z } from 'zod';
import type { Finding, Listing, Reading, Rejection } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { Architecture } from '../../domain/plan.ts';
import type { Extraction, Page, PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Item, money, quote, rejection, wordIn } from '../read/json.ts';
import { bodyOf, type ListPage, MOST_PAGES, missingRole, pagesOf, readList } from '../read/list.ts';
import { unknownLocations } from '../read/locations.ts';
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
  unlessZero,
} from '../read/readings.ts';
import { differingFields, pricesOfZones, type SoldInZone, withoutRepeats } from '../read/zones.ts';

const API = 'https://api.scaleway.com/instance/v1/zones';
const PATHS: Readonly<Record<string, string>> = { servers: 'products/servers', availability: 'products/servers/availability' };
const PER_PAGE = 100;
/** Pages hold 50 entries unless more are asked for, up to 100. */
const DEFAULT_PER_PAGE = 50;

/** Regions of the Instance API with their zones: https://www.scaleway.com/en/docs/account/reference-content/products-availability/ */
const REGIONS = [
  { region: 'fr-par', city: 'Paris', country: 'FR', zones: 3 },
  { region: 'nl-ams', city: 'Amsterdam', country: 'NL', zones: 3 },
  { region: 'pl-waw', city: 'Warsaw', country: 'PL', zones: 3 },
  { region: 'it-mil', city: 'Milan', country: 'IT', zones: 1 },
] as const;
const LOCATIONS = REGIONS.flatMap(({ region, city, country, zones }) =>
  Array.from({ length: zones }, (_, index) => ({ key: `${region}-${index + 1}`, name: `${city} ${index + 1}`, city, country })),
);

const manifest: SourceManifest = {
  sourceId: 'scaleway',
  providerId: 'scaleway',
  kind: 'provider-api',
  title: 'Scaleway Instance API: server types and their availability',
  documentation: 'https://www.scaleway.com/en/developers/api/instance/instance-types',
  hosts: ['api.scaleway.com'],
  cadence: 'hourly',
  credential: null,
  evidence: {
    url: 'https://github.com/scaleway/scaleway-cli/blob/761f9a56a354d4637ef9bbc2ca550b855a933ab5/internal/namespaces/instance/v1/testdata/test-server-type-list-on-fr-par1.cassette.yaml',
    said: 'recorded answers of the zone fr-par-1, 2026-03-31',
    seen: '2026-11-26',
  },
  verified: '2026-03-31',
  // "indicated at €0,0025 excl/hour" (billing FAQ, github.com/scaleway/docs-content pages/billing/faq.mdx).
  conventions: { currency: 'EUR', taxIncluded: false },
  readerVersion: 1,
  roles: {
    servers: { holds: 'server types of a zone with prices', perPlace: true, main: true },
    availability: { holds: 'stock of each server type of a zone', perPlace: true, main: false },
  },
};

const sizes = z.object({ min_size: amount.nullish(), max_size: amount.nullish() });
const serverSchema = z.object({
  arch: z.string().nullish(),
  ncpus: amount.nullish(),
  ram: amount.nullish(),
  gpu: amount.nullish(),
  gpu_info: z
    .object({ gpu_manufacturer: z.string().nullish(), gpu_name: z.string().nullish(), gpu_memory: amount.nullish() })
    .nullish(),
  volumes_constraint: sizes.nullish(),
  per_volume_constraint: z.object({ l_ssd: sizes.nullish() }).nullish(),
  baremetal: z.boolean().nullish(),
  hourly_price: money.nullish(),
  monthly_price: money.nullish(),
  network: z.object({ sum_internet_bandwidth: amount.nullish(), ipv6_support: z.boolean().nullish() }).nullish(),
  end_of_service: z.boolean().nullish(),
});
type Server = z.infer<typeof serverSchema>;
const stockSchema = z.object({ availability: z.string().nullish() });

/** Adapter of the source. */
export const scaleway: SourceAdapter = {
  manifest,
  start: () => LOCATIONS.flatMap(({ key }) => Object.keys(PATHS).map((role) => request(role, key, 1))),
  next: (page) => {
    const more = page.number < MOST_PAGES && page.place !== null && readServers(bodyOf(page), page)?.more;
    return more && page.place !== null ? [request(page.role, page.place, page.number + 1)] : [];
  },
  extract,
};

function request(role: string, place: string, number: number): PageRequest {
  const page = number > 1 ? `&page=${number}` : '';
  return { role, place, number, url: `${API}/${place}/${PATHS[role] ?? ''}?per_page=${PER_PAGE}${page}` };
}

/** Both roles answer with an object of server types; counts and links stand in the headers only. */
function readServers(body: unknown, page: Page): ListPage | null {
  const servers = childOf(body, 'servers');
  if (typeof servers !== 'object' || servers === null || Array.isArray(servers)) return null;
  const entries = Object.entries(servers).map(([key, value]: [string, unknown]) => {
    return { path: `servers.${key}`, planKey: key, name: key, value };
  });
  const total = /^\d+$/.test(page.headers['x-total-count'] ?? '') ? Number(page.headers['x-total-count']) : null;
  const link = page.headers.link;
  // Without headers (a page from a file) a page that is not full is the last one; of a full one nobody knows.
  const full = entries.length > 0 && entries.length % DEFAULT_PER_PAGE === 0;
  if (link !== undefined) return { entries, total, more: /rel="?next\b/.test(link) };
  return { entries, total, more: full ? null : false };
}

type Sold = SoldInZone<Server>;

function extract(pages: readonly Page[]): Extraction {
  const zones = [...new Set(pages.map((page) => page.place))];
  const sold = new Map<string, Sold[]>();
  const rejections: Rejection[] = [];
  const findings: Finding[] = missingPages(pages);
  const covers: string[] = [];
  for (const zone of zones) {
    const servers = readList(pages, { manifest, role: 'servers', place: zone, read: readServers, schema: serverSchema });
    const stock = readList(pages, { manifest, role: 'availability', place: zone, read: readServers, schema: stockSchema });
    findings.push(...servers.findings, ...stock.findings);
    rejections.push(...servers.rejections);
    if (servers.whole && zone !== null) covers.push(zone);
    const stockOf = new Map(stock.items.map((item) => [item.entry.planKey, item]));
    for (const item of withoutRepeats(servers.items)) {
      const quotes = quotesOf(item.value);
      const prices = quotedPrices(readingsOf(item.page), quotes);
      const place = { location: zone, availability: stockReading(item, stockOf.get(item.entry.planKey)) };
      const key = item.entry.planKey ?? '';
      // No type is free of charge: one without a price is not for sale in this zone.
      if (prices.length === 0)
        rejections.push(rejection('no-price', `${item.entry.path}.hourly_price`, saidOf(quotes), item.entry));
      else sold.set(key, [...(sold.get(key) ?? []), { item, prices, place }]);
    }
  }
  const read = sortPlans([...sold].map(([key, zonesOfType]) => readType(key, zonesOfType)));
  return {
    listings: read.listings,
    locations: LOCATIONS,
    rejections,
    findings: [...findings, ...read.findings, ...unknownLocations(read.listings, LOCATIONS)],
    complete: covers.length > 0,
    covers,
  };
}

function missingPages(pages: readonly Page[]): Finding[] {
  const servers = LOCATIONS.map(({ key }) => key).filter((zone) => pagesOf(pages, 'servers', zone).length === 0);
  const read = [...new Set(pages.filter((page) => page.role === 'servers').map((page) => page.place))];
  if (read.length === 0) return [missingRole(manifest, 'servers')];
  const stock = read.filter((zone) => pagesOf(pages, 'availability', zone).length === 0).map((zone) => zone ?? 'no zone');
  return [
    ...(servers.length > 0 ? [missingRole(manifest, 'servers', servers)] : []),
    ...(stock.length > 0 ? [missingRole(manifest, 'availability', stock)] : []),
  ];
}

/** Prices and the end of sale are matters of the zone; everything else should be the same wherever a type is sold. */
const OF_THE_ZONE = ['hourly_price', 'monthly_price', 'end_of_service'];
const OF_THE_TYPE = serverSchema.keyof().options.filter((field) => !OF_THE_ZONE.includes(field));

/** One plan of a type with all zones that sell it; fields that the zones disagree on are left unknown, and said. */
function readType(key: string, sold: readonly Sold[]): PlanRead {
  const differing = differingFields(sold, OF_THE_TYPE);
  const type: Server = { ...sold[0]?.item.value, ...Object.fromEntries(differing.map((field) => [field, undefined])) };
  const readings = readingsOf(sold[0]?.item.page ?? '');
  const zones = sold.flatMap(({ place }) => place.location ?? []);
  const placesFrom = readings.together(`servers of ${zones.join(', ')}`, zones);
  const message = `${key}: ${differing.join(', ')} not the same in ${zones.join(', ')}`;
  return {
    listing: { ...specOf(key, type, readings), ...pricesOfZones(sold), placesFrom },
    findings: differing.length > 0 ? [{ code: 'spec-mismatch', severity: 'info', message }] : [],
  };
}

function specOf(key: string, type: Server, readings: PageReadings): Omit<Listing, 'prices' | 'places'> {
  const { given, inferred } = readings;
  const isMetal = type.baremetal === true;
  return {
    planKey: key,
    name: given('servers', key, asIs),
    words: { class: familyOf(key) },
    productType: isMetal
      ? given('baremetal', true, () => 'dedicated')
      : (given('gpu', type.gpu, (count) => (count > 0 ? 'gpu' : undefined)) ??
        inferred('scaleway-instance', 'Instance API', 'vps')),
    technology: isMetal ? given('baremetal', true, () => ({ value: 'none', confidence: 'high' })) : undefined,
    vcpu: given('ncpus', type.ncpus, asIs),
    architecture: given('arch', type.arch, architectureOf),
    memory: given('ram', type.ram, (bytes) => ({ amount: bytes, unit: 'B' })),
    disks: disksOf(type, readings),
    port: given(
      'network.sum_internet_bandwidth',
      type.network?.sum_internet_bandwidth,
      unlessZero((bits) => ({ amount: bits, unit: 'bit/s' })),
    ),
    hasIpv6: given('network.ipv6_support', type.network?.ipv6_support, asIs),
    gpu: gpuOf(type, readings),
    // "Production-Optimized Instances with Windows Server operating system": github.com/scaleway/docs-content/pull/3707
    guests: key.endsWith('-WIN') ? inferred('scaleway-win-suffix', key, ['windows']) : undefined,
  };
}

/**
 * Storage that the price includes. A minimum above 0 is a volume that comes with the type (all types of 2020); a maximum of 0 is a type
 * without any of its own (block storage is bought apart, scratch space is gone with the machine). In between, a local volume is an
 * option with a price that stands elsewhere: nothing is said about what is included.
 */
function disksOf(type: Server, { together }: PageReadings): Listing['disks'] {
  const { min_size: least, max_size: most } = type.volumes_constraint ?? {};
  if (least == null || most == null) return undefined;
  const local = type.per_volume_constraint?.l_ssd ? ', per_volume_constraint.l_ssd' : '';
  const said = `volumes_constraint.min_size = ${least}, max_size = ${most}${local}`;
  if (most === 0) return together(said, []);
  return least > 0 ? together(said, oneDisk({ amount: least, unit: 'B' }, local ? 'ssd' : 'unknown')) : undefined;
}

function gpuOf({ gpu, gpu_info: info }: Server, { given, together }: PageReadings): Listing['gpu'] {
  if (gpu == null || gpu === 0) return given('gpu', gpu, () => ({ name: null, count: 0 }));
  const name = [info?.gpu_manufacturer, info?.gpu_name].filter(Boolean).join(' ') || null;
  // RAM of a single GPU, in bytes.
  const memory = info?.gpu_memory ? { amount: info.gpu_memory, unit: 'B' as const } : undefined;
  return together(`gpu = ${gpu}, gpu_info = ${quote(info)}`, { name, count: gpu, memory });
}

/**
 * Stock of a type in a zone. The flag outranks the word: types that "reached end of service" still answer "available", while
 * the product catalogue has the same types as `end_of_sale`, "not sold anymore but is still in use".
 */
function stockReading(
  item: Item<Server>,
  stock: Item<z.infer<typeof stockSchema>> | undefined,
): Reading<AvailabilityState> | undefined {
  if (item.value.end_of_service) {
    return readingsOf(item.page).inferred('scaleway-end-of-service', 'end_of_service = true', 'sold-out');
  }
  const words: Readonly<Record<string, AvailabilityState>> = { available: 'in-stock', scarce: 'limited', shortage: 'sold-out' };
  return (
    stock && readingsOf(stock.page).given('availability', stock.value.availability, (word) => wordIn(words, word) ?? 'unknown')
  );
}

function quotesOf(server: Server): Quote[] {
  return [
    { field: 'hourly_price', value: server.hourly_price, per: { hours: 1 } },
    { field: 'monthly_price', value: server.monthly_price, per: { months: 1 } },
  ];
}

function architectureOf(arch: string): Architecture | undefined {
  return arch === 'x86_64' || arch === 'arm64' || arch === 'arm' ? arch : undefined;
}

/** "POP2-HC-2C-4G" → POP2-HC, "DEV1-S" → DEV1, "C2M" → C2: the name up to the part that starts the size. */
function familyOf(key: string): string {
  const [first = key, ...rest] = key.split('-');
  const size = rest.findIndex((part) => /^(?:\d{1,2}|[AX]?\d+C|\d+GB?|\d?X{0,3}[SL]|M|NANO|PICO|MICRO|VIZ|WIN)$/.test(part));
  const head = rest.length === 0 ? first.replace(/^(C2|VC1)[SML]$/, '$1') : first;
  return [head, ...(size === -1 ? rest : rest.slice(0, size))].join('-');
}
