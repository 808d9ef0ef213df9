/**
 * Hetzner Server Auction: dedicated servers, each there once; its id is gone when it is sold. Prices are EUR a month without tax,
 * and fall until somebody buys (`fixed_price` false). Memory is GB (binary), disks GB each, bandwidth Mbit/s; the chip is a name
 * without a count of cores. The list comes as `{ server: […], serverCount }`, in recordings also as the bare array.
 * https://www.hetzner.com/sb
 */
import { z } from 'zod';
import type { ListedDisk, ListedLocation, Listing, Reading } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Item, money, quote, rejection, textOf } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import { unknownLocations } from '../read/locations.ts';
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

const ROLE = 'servers';

const manifest: SourceManifest = {
  sourceId: 'hetzner-auction',
  providerId: 'hetzner',
  kind: 'provider-api',
  title: 'Hetzner Server Auction: the list behind the page',
  documentation: 'https://www.hetzner.com/sb',
  hosts: ['www.hetzner.com'],
  cadence: 'hourly',
  credential: null,
  evidence: {
    url: 'https://github.com/Yuuuuu0/hetzner-auction-monitor/blob/76ff5f4b1a443572117c3ea000ed1f344597f26d/config/live_data_sb.json',
    said: 'a recorded answer of live_data_sb.json, 2024-11-21',
    seen: '2026-11-26',
  },
  verified: '2024-11-21',
  conventions: { currency: 'EUR', taxIncluded: false },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'servers with prices', perPlace: false, main: true } },
};

const sizes = z.array(amount).nullish();
const serverSchema = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  name: z.string().nullish(),
  description: z.array(z.string()).nullish(),
  category: z.string().nullish(),
  cpu: z.string().nullish(),
  ram_size: amount.nullish(),
  serverDiskData: z.object({ nvme: sizes, sata: sizes, hdd: sizes }).nullish(),
  traffic: z.string().nullish(),
  bandwidth: amount.nullish(),
  datacenter: z.string().min(1).nullish(),
  price: money.nullish(),
  hourly_price: money.nullish(),
  setup_price: money.nullish(),
});
type Server = z.infer<typeof serverSchema>;

/** Adapter of the source. */
export const hetznerAuction: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://www.hetzner.com/_resources/app/jsondata/live_data_sb.json' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readServers, schema: serverSchema });
    const read = sortPlans(list.items.map(readServer));
    const locations = locationsOf(read.listings);
    return {
      listings: read.listings,
      locations,
      rejections: [...list.rejections, ...read.rejections],
      findings: [...list.findings, ...read.findings, ...unknownLocations(read.listings, locations)],
      complete: list.whole,
      covers: null,
    };
  },
};

function readServers(body: unknown): ListPage | null {
  const servers = Array.isArray(body) ? body : childOf(body, 'server');
  if (!Array.isArray(servers)) return null;
  const count = childOf(body, 'serverCount');
  return {
    entries: servers.map((value: unknown, index) => {
      const id = childOf(value, 'id');
      const planKey = typeof id === 'number' ? String(id) : typeof id === 'string' ? id : null;
      return { path: `server.${index}`, planKey, name: textOf(value, 'name'), value };
    }),
    total: typeof count === 'number' ? count : null,
    more: false,
  };
}

function readServer(item: Item<Server>): PlanRead {
  const server = item.value;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  const quotes: Quote[] = [
    { field: 'price', value: server.price, per: { months: 1 } },
    { field: 'hourly_price', value: server.hourly_price, per: { hours: 1 } },
  ];
  const setupFee = given('setup_price', server.setup_price, asIs);
  const prices = quotedPrices(readings, quotes).map((price) => ({ ...price, ...(setupFee ? { setupFee } : {}) }));
  if (prices.length === 0) return { rejection: rejection('no-price', `${item.entry.path}.price`, saidOf(quotes), item.entry) };
  // The auction sells what it lists, each server once.
  const listed: Reading<AvailabilityState> = inferred('hetzner-auction-listed', `id = ${server.id}`, 'in-stock');
  const place = {
    location: server.datacenter ?? null,
    availability: listed,
    quantity: inferred('hetzner-auction-listed', `id = ${server.id}`, 1),
  };
  const listing: Listing = {
    planKey: String(server.id),
    name: given('name', server.name, asIs),
    words: { class: server.category ?? '' },
    productType: readings.together(LINE, 'dedicated'),
    technology: readings.together(LINE, { value: 'none', confidence: 'high' }),
    cpuResourceModel: inferred('whole-machine', 'a dedicated server', 'dedicated'),
    memoryResourceModel: inferred('whole-machine', 'a dedicated server', 'dedicated'),
    cpuModel: given('cpu', server.cpu, asIs),
    memory: given('ram_size', server.ram_size, (gib) => ({ amount: gib, unit: 'GiB' })),
    disks: given('serverDiskData', server.serverDiskData, disksOf),
    transfer: given('traffic', server.traffic, (word) => (word === 'unlimited' ? 'unmetered' : undefined)),
    port: given('bandwidth', server.bandwidth, (mbit) => (mbit === 0 ? undefined : { amount: mbit, unit: 'Mbit/s' })),
    gpu: gpuOf(server, readings),
    prices,
    places: [place],
    placesFrom: given('datacenter', server.datacenter, (key) => [key]),
  };
  return { listing };
}

/** The list holds nothing else. */
const LINE = 'Server Auction: dedicated servers';

/** Each disk by itself: `serverDiskData` is exact where `hdd_size` is one of several sizes. A server without any has empty lists. */
function disksOf(data: NonNullable<Server['serverDiskData']>): readonly ListedDisk[] | undefined {
  if (!data.nvme && !data.sata && !data.hdd) return undefined;
  const disks = (list: readonly number[] | null | undefined, type: StorageType) =>
    (list ?? []).map((gb): ListedDisk => ({ size: { amount: gb, unit: 'GB' }, count: 1, type }));
  return [...disks(data.nvme, 'nvme'), ...disks(data.sata, 'ssd'), ...disks(data.hdd, 'hdd')];
}

/** "GPU - GeForce GTX 1080" among the lines of the description. */
function gpuOf({ description }: Server, readings: PageReadings): Listing['gpu'] {
  const cards = (description ?? []).filter((line) => line.startsWith('GPU - '));
  const [first] = cards;
  return first
    ? readings.stated(quote(cards.join(', ')), { name: first.slice('GPU - '.length), count: cards.length })
    : undefined;
}

/** Sites by the letters before the number, as the provider's cloud names them: https://docs.hetzner.cloud/reference/cloud#locations */
const SITES: Readonly<Record<string, { readonly city: string; readonly country: string }>> = {
  FSN: { city: 'Falkenstein', country: 'DE' },
  NBG: { city: 'Nuremberg', country: 'DE' },
  HEL: { city: 'Helsinki', country: 'FI' },
};

/** The data centres that servers stand in ("FSN1-DC3"), as far as their site is known. */
function locationsOf(listings: readonly Listing[]): ListedLocation[] {
  const keys = [...new Set(listings.flatMap(({ places }) => places.flatMap(({ location }) => location ?? [])))];
  return keys.flatMap((key) => {
    const site = SITES[/^([A-Z]{3})\d+-/.exec(key)?.[1] ?? ''];
    return site ? [{ key, name: key, ...site }] : [];
  });
}
