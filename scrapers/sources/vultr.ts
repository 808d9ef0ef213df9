/**
 * Vultr: public lists of plans and regions, v2. Memory is MB with binary values, disk GB per disk, bandwidth GB counted in
 * 1024 (1024 is the "1 TB" of the price list), prices USD: a monthly cap, and the hourly price in newer answers.
 * https://www.vultr.com/api/#tag/plans · https://www.vultr.com/api/#tag/region
 */
import { z } from 'zod';
import type { ListedPlace, ListedPrice, Listing, Reading } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { Page, PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { readCatalogue } from '../read/catalogue.ts';
import { amount, childOf, type Item, keyedEntries, money, quote, rejection, wordIn } from '../read/json.ts';
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
const ROLES = ['plans', 'regions'] as const;

const manifest: SourceManifest = {
  sourceId: 'vultr',
  providerId: 'vultr',
  kind: 'provider-api',
  title: 'Vultr API v2: plans and regions',
  documentation: 'https://www.vultr.com/api/#tag/plans',
  hosts: ['api.vultr.com'],
  cadence: 'hourly',
  credential: null,
  evidence: {
    url: 'https://github.com/eezhee/eezhee/blob/d2f8212495f2aeb98301ab762478bcfc4ed87926/data/raw/vultr-plans.json',
    said: 'a recorded answer of /v2/plans, on or before 2021-05-27; two plans of it were also seen as they stood in 2026',
    seen: '2026-11-26',
  },
  verified: '2021-05-27',
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: {
    plans: { holds: 'plans with prices and locations', perPlace: false, main: true },
    regions: { holds: 'city and country of the locations', perPlace: false, main: false },
  },
};

const cost = { monthly_cost: money.nullish(), hourly_cost: money.nullish() };
/** Region → its own prices. An empty object comes as an empty list from some servers. */
const locationCost = z.union([z.array(z.unknown()).max(0), z.record(z.string(), z.object(cost))]);
/** Cards, or the share of one ("1/8"). */
const gpuCount = z.union([amount, z.string().regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/)]);

const planSchema = z.object({
  id: z.string().min(1),
  type: z.string().nullish(),
  vcpu_count: amount.nullish(),
  ram: amount.nullish(),
  disk: amount.nullish(),
  disk_count: amount.nullish(),
  disk_type: z.string().nullish(),
  storage_type: z.string().nullish(),
  bandwidth: amount.nullish(),
  ...cost,
  locations: z.array(z.string().min(1)).nullish(),
  location_cost: locationCost.nullish(),
  deploy_ondemand: z.boolean().nullish(),
  gpu_brand: z.string().nullish(),
  gpu_type: z.string().nullish(),
  gpu_count: gpuCount.nullish(),
  gpu_vram_gb: amount.nullish(),
});
type Plan = z.infer<typeof planSchema>;

const regionSchema = z.object({ id: z.string().min(1), city: z.string().nullish(), country: z.string().nullish() });

/** Adapter of the source. */
export const vultr: SourceAdapter = {
  manifest,
  start: () => ROLES.map((role) => ({ role, number: 1, url: `${API}/${role}?per_page=500` })),
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

const metaSchema = z.object({
  total: z.number().nullish(),
  links: z.object({ next: z.string().nullish() }).nullish(),
});

function readArray(body: unknown, page: Page): ListPage | null {
  const entries = childOf(body, page.role);
  if (!Array.isArray(entries)) return null;
  const meta = metaSchema.safeParse(childOf(body, 'meta')).data;
  const cursor = meta?.links?.next;
  return {
    entries: keyedEntries(entries, page.role, { key: 'id' }),
    total: meta?.total ?? null,
    more: typeof cursor === 'string' ? cursor !== '' : null,
  };
}

function next(page: Page): PageRequest[] {
  const cursor = metaSchema.safeParse(childOf(bodyOf(page), 'meta')).data?.links?.next;
  if (!cursor || page.number >= MOST_PAGES) return [];
  const url = `${API}/${page.role}?per_page=500&cursor=${encodeURIComponent(cursor)}`;
  return [{ role: page.role, number: page.number + 1, url }];
}

function readPlan(item: Item<Plan>): PlanRead {
  const plan = item.value;
  const readings = readingsOf(item.page);
  const { given } = readings;
  // The one free plan says so in its id (vc2-1c-0.5gb-free). Elsewhere 0 stands for "no price".
  const free = /(?:^|-)free(?:-|$)/.test(plan.id);
  const prices = pricesOf(readings, '', plan, free);
  const { priced, findings } = pricedPlaces(plan.id, placesOf(plan, readings, free), prices);
  if (priced.length === 0) return { rejection: rejection('no-price', 'monthly_cost', saidOf(quotesOf('', plan)), item.entry) };
  const listing: Listing = {
    planKey: plan.id,
    name: given('id', plan.id, asIs),
    words: { class: plan.type ?? '' },
    // The list holds virtual machines only; bare metal has a list of its own.
    productType: given('type', plan.type, (type) => (type === 'vcg' || hasGpu(plan) ? 'gpu' : 'vps')),
    vcpu: given('vcpu_count', plan.vcpu_count, asIs),
    memory: given('ram', plan.ram, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: disksOf(plan, readings),
    transfer: given('bandwidth', plan.bandwidth, (gib) => ({ amount: gib, unit: 'GiB' })),
    gpu: gpuOf(plan, readings),
    prices,
    places: priced,
    placesFrom: given('locations', plan.locations, asIs),
  };
  return { listing, findings };
}

function pricesOf(readings: PageReadings, at: string, quoted: z.infer<z.ZodObject<typeof cost>>, free: boolean): ListedPrice[] {
  return quotedPrices(readings, quotesOf(at, quoted), free);
}

function quotesOf(at: string, quoted: z.infer<z.ZodObject<typeof cost>>): Quote[] {
  return [
    { field: `${at}monthly_cost`, value: quoted.monthly_cost, per: { months: 1 } },
    { field: `${at}hourly_cost`, value: quoted.hourly_cost, per: { hours: 1 } },
  ];
}

/**
 * `locations` is "an array of Regions where this plan is valid for use" (API reference). Whether one can be deployed there now is
 * answered elsewhere (/regions/{id}/availability), so a listed location is not a promise of stock. Valid nowhere, or not
 * for deployment on demand, can be bought by nobody.
 */
function placesOf(plan: Plan, readings: PageReadings, free: boolean): ListedPlace[] {
  const { inferred } = readings;
  const offDemand = plan.deploy_ondemand === false;
  const closed = offDemand
    ? inferred<AvailabilityState>('vultr-not-on-demand', 'deploy_ondemand = false', 'sold-out')
    : undefined;
  if (!plan.locations) return [{ location: null, availability: closed }];
  const nowhere: Reading<AvailabilityState> = inferred('vultr-no-location', 'locations = []', 'sold-out');
  if (plan.locations.length === 0) return [{ location: null, availability: closed ?? nowhere }];
  // Prices for regions outside `locations` are prices of nothing that can be bought.
  const own = new Map(Array.isArray(plan.location_cost) ? [] : Object.entries(plan.location_cost ?? {}));
  return [...new Set(plan.locations)].map((location) => {
    const quoted = own.get(location);
    const prices = quoted && pricesOf(readings, `location_cost.${location}.`, quoted, free);
    return { location, availability: closed, prices };
  });
}

function hasGpu(plan: Plan): boolean {
  return Boolean(plan.gpu_type) || (Boolean(plan.gpu_brand) && plan.gpu_brand !== 'none');
}

/** `gpu_vram_gb` is the memory of all of the plan's cards together ("the VRAM available in the plan"). */
function gpuOf(plan: Plan, { given, inferred, together }: PageReadings): Listing['gpu'] {
  if (!hasGpu(plan)) return plan.gpu_brand === 'none' ? given('gpu_brand', 'none', () => ({ name: null, count: 0 })) : undefined;
  const name = (plan.gpu_type ?? plan.gpu_brand ?? '').replaceAll('_', ' ');
  const [cards, parts] = String(plan.gpu_count ?? 1)
    .split('/')
    .map(Number);
  const count = Number(((cards ?? 1) / (parts ?? 1)).toFixed(4));
  const total = plan.gpu_vram_gb;
  const memory = total ? { amount: total / Math.max(1, count), unit: 'GiB' as const } : undefined;
  const gpu = { name, count, memory };
  const said = `gpu_type = ${quote(plan.gpu_type)}, gpu_count = ${quote(plan.gpu_count)}, gpu_vram_gb = ${quote(total)}`;
  // Where the count is not told, the machine still sees one (virtual) card.
  return plan.gpu_count == null ? inferred('vultr-one-gpu', said, gpu) : together(said, gpu);
}

function disksOf(plan: Plan, { together }: PageReadings): Listing['disks'] {
  if (plan.disk == null) return undefined;
  const said = ['disk', 'disk_count', 'disk_type'] as const;
  return together(
    said.flatMap((field) => (plan[field] == null ? [] : [`${field} = ${plan[field]}`])).join(', '),
    oneDisk({ amount: plan.disk, unit: 'GB' }, diskType(plan), plan.disk_count ?? 1),
  );
}

function diskType(plan: Plan): StorageType {
  if (plan.storage_type === 'block_storage') return 'network';
  const types: Readonly<Record<string, StorageType>> = { ssd: 'ssd', nvme: 'nvme', hdd: 'hdd' };
  return wordIn(types, plan.disk_type?.toLowerCase()) ?? 'unknown';
}
