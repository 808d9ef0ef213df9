/**
 * Vultr Bare Metal: the public list of its dedicated servers, v2. Memory is MB with binary values, disk GB per disk, bandwidth GB counted
 * in 1024 (1024 is the "1 TB" of the price list), prices USD a month and an hour.
 * https://www.vultr.com/api/#tag/plans/operation/list-metal-plans
 */
import { z } from 'zod';
import type { Listing } from '../../domain/listing.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { Page, PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { readCatalogue } from '../read/catalogue.ts';
import { amount, childOf, type Item, keyedEntries, money, rejection, textOf, wordIn } from '../read/json.ts';
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
} from '../read/readings.ts';

const API = 'https://api.vultr.com/v2';
/** Role → its path and the name of its list. */
const LISTS: Readonly<Record<string, { readonly path: string; readonly key: string }>> = {
  plans: { path: 'plans-metal', key: 'plans_metal' },
  regions: { path: 'regions', key: 'regions' },
};

const manifest: SourceManifest = {
  sourceId: 'vultr-metal',
  providerId: 'vultr',
  kind: 'provider-api',
  title: 'Vultr API v2: bare metal',
  documentation: 'https://www.vultr.com/api/#tag/plans/operation/list-metal-plans',
  hosts: ['api.vultr.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/profullstack/niche-db/blob/fe890c36698077bd76a107803ad5436447c40673/packages/adapters/test/fixtures/vultr-plans-metal.json',
    said: 'one of the 23 plans of a recorded answer of /v2/plans-metal, September or October 2026',
    seen: '2026-11-26',
  },
  verified: '2026-09-01',
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: {
    plans: { holds: 'servers with prices and locations', perPlace: false, main: true },
    regions: { holds: 'city and country of the locations', perPlace: false, main: false },
  },
};

const planSchema = z.object({
  id: z.string().min(1),
  physical_cpus: amount.nullish(),
  cpu_count: amount.nullish(),
  cpu_threads: amount.nullish(),
  cpu_manufacturer: z.string().nullish(),
  cpu_model: z.string().nullish(),
  cpu_mhz: amount.nullish(),
  ram: amount.nullish(),
  disk: amount.nullish(),
  disk_count: amount.nullish(),
  type: z.string().nullish(),
  bandwidth: amount.nullish(),
  monthly_cost: money.nullish(),
  hourly_cost: money.nullish(),
  locations: z.array(z.string().min(1)).nullish(),
});
type Plan = z.infer<typeof planSchema>;
const regionSchema = z.object({ id: z.string().min(1), city: z.string().nullish(), country: z.string().nullish() });

/** Adapter of the source. */
export const vultrMetal: SourceAdapter = {
  manifest,
  start: () => Object.entries(LISTS).map(([role, { path }]) => ({ role, number: 1, url: `${API}/${path}?per_page=500` })),
  next,
  extract: (pages) =>
    readCatalogue(pages, {
      manifest,
      list: readArray,
      plans: { role: 'plans', schema: planSchema },
      locations: { role: 'regions', schema: regionSchema },
      readPlan,
      locationOf: ({ id, city, country }) => ({ key: id, name: city ?? null, city: city ?? null, country: country ?? null }),
      // The plans name their locations themselves: without the region list no offer is missing.
      needsLocations: false,
    }),
};

const cursorOf = (body: unknown): string | null => textOf(childOf(childOf(body, 'meta'), 'links'), 'next');

function readArray(body: unknown, page: Page): ListPage | null {
  const key = LISTS[page.role]?.key ?? '';
  const list = childOf(body, key);
  if (!Array.isArray(list)) return null;
  const total = childOf(childOf(body, 'meta'), 'total');
  const cursor = cursorOf(body);
  return {
    entries: keyedEntries(list, key, { key: 'id' }),
    total: typeof total === 'number' ? total : null,
    more: cursor === null ? null : cursor !== '',
  };
}

function next(page: Page): PageRequest[] {
  const cursor = cursorOf(bodyOf(page));
  const path = LISTS[page.role]?.path;
  if (!cursor || path === undefined || page.number >= MOST_PAGES) return [];
  const url = `${API}/${path}?per_page=500&cursor=${encodeURIComponent(cursor)}`;
  return [{ role: page.role, number: page.number + 1, url }];
}

/** The list holds nothing else. */
const LINE = '/v2/plans-metal: bare metal';

function readPlan(item: Item<Plan>): PlanRead {
  const { value: plan, entry } = item;
  const readings = readingsOf(item.page);
  const { given, inferred, together } = readings;
  const quotes: Quote[] = [
    { field: 'monthly_cost', value: plan.monthly_cost, per: { months: 1 } },
    { field: 'hourly_cost', value: plan.hourly_cost, per: { hours: 1 } },
  ];
  const prices = quotedPrices(readings, quotes);
  const { priced, findings } = pricedPlaces(plan.id, placesOf(plan, readings), prices);
  if (prices.length === 0) return { rejection: rejection('no-price', `${entry.path}.monthly_cost`, saidOf(quotes), entry) };
  const model = [plan.cpu_manufacturer, plan.cpu_model].filter(Boolean).join(' ');
  const listing: Listing = {
    planKey: plan.id,
    name: given('id', plan.id, asIs),
    words: { class: 'vbm' },
    productType: together(LINE, 'dedicated'),
    technology: together(LINE, { value: 'none', confidence: 'high' }),
    cpuResourceModel: inferred('whole-machine', 'a dedicated server', 'dedicated'),
    memoryResourceModel: inferred('whole-machine', 'a dedicated server', 'dedicated'),
    // Hardware threads are what the cores of the virtual servers are counted in.
    vcpu: given('cpu_threads', plan.cpu_threads, asIs) ?? given('cpu_count', plan.cpu_count, asIs),
    cpuModel: model ? together(`cpu_manufacturer = ${plan.cpu_manufacturer}, cpu_model = ${plan.cpu_model}`, model) : undefined,
    frequencyMhz: given('cpu_mhz', plan.cpu_mhz, (mhz) => (mhz > 0 ? mhz : undefined)),
    memory: given('ram', plan.ram, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: disksOf(plan, readings),
    transfer: given('bandwidth', plan.bandwidth, (gib) => ({ amount: gib, unit: 'GiB' })),
    prices,
    places: priced,
    placesFrom: given('locations', plan.locations, asIs),
  };
  return { listing, findings };
}

function disksOf(plan: Plan, { together }: PageReadings): Listing['disks'] {
  if (plan.disk == null) return undefined;
  const types: Readonly<Record<string, StorageType>> = { SSD: 'ssd', NVME: 'nvme', HDD: 'hdd' };
  const type = wordIn(types, plan.type?.toUpperCase()) ?? 'unknown';
  const said = `disk = ${plan.disk}, disk_count = ${plan.disk_count}, type = ${plan.type}`;
  return together(said, oneDisk({ amount: plan.disk, unit: 'GB' }, type, plan.disk_count ?? 1));
}

/** Valid nowhere can be bought by nobody; a listed location is no promise of stock. */
function placesOf(plan: Plan, { inferred }: PageReadings): Listing['places'] {
  if (!plan.locations) return [{ location: null }];
  const nowhere = inferred('vultr-no-location', 'locations = []', 'sold-out' as const);
  if (plan.locations.length === 0) return [{ location: null, availability: nowhere }];
  return [...new Set(plan.locations)].map((location) => ({ location }));
}
