/**
 * Vultr's first API, switched off in 2023 ("the v1 endpoint will cease to function on August 14th 2023"): recordings of its list of
 * plans, an object keyed by plan id whose numbers are strings. Memory is MB (binary), disk GB, bandwidth TB, prices USD a month.
 * https://docs.vultr.com/vultr-api-v1-to-v2-transition-strategies
 */
import { z } from 'zod';
import type { ListedLocation, ListedPlace, Listing, Reading } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { ProductType } from '../../domain/plan.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, type Item, money, rejection, textOf, wordIn } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
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
} from '../read/readings.ts';

const ROLE = 'plans_list';

const manifest: SourceManifest = {
  sourceId: 'vultr-v1',
  providerId: 'vultr',
  kind: 'provider-api',
  title: 'Vultr API v1: plans (recordings only)',
  documentation: 'https://docs.vultr.com/vultr-api-v1-to-v2-transition-strategies',
  hosts: ['api.vultr.com'],
  cadence: 'weekly',
  credential: null,
  evidence: {
    url: 'https://github.com/apache/libcloud/blob/901bfcc6f05cfe0515befd0de5aa59011b1cc52f/libcloud/test/compute/fixtures/vultr/list_sizes.json',
    said: 'a recorded answer of /v1/plans/list, on or before 2017-04-25',
    seen: '2026-11-26',
  },
  verified: '2017-04-25',
  retired: 'the provider switched this API off on 2023-08-14; recordings can be read',
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'plans with prices and numbers of locations', perPlace: false, main: true } },
};

const planSchema = z.object({
  name: z.string().nullish(),
  vcpu_count: amount.nullish(),
  ram: amount.nullish(),
  disk: amount.nullish(),
  bandwidth: amount.nullish(),
  price_per_month: money.nullish(),
  plan_type: z.string().nullish(),
  windows: z.boolean().nullish(),
  available_locations: z.array(z.union([z.int(), z.string().min(1)])).nullish(),
});
type Plan = z.infer<typeof planSchema>;

/** Adapter of the source. */
export const vultrV1: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://api.vultr.com/v1/plans/list' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readPlans, schema: planSchema });
    const read = sortPlans(list.items.map(readPlan));
    return {
      listings: read.listings,
      locations: LOCATIONS,
      rejections: [...list.rejections, ...read.rejections],
      findings: [...list.findings, ...unknownLocations(read.listings, LOCATIONS)],
      complete: list.whole,
      covers: null,
    };
  },
};

/** The whole list in one object, whose keys are numbers. */
function readPlans(body: unknown): ListPage | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const plans = Object.entries(body).map(([key, value]: [string, unknown]) => {
    return { path: key, planKey: key, name: textOf(value, 'name'), value };
  });
  return plans.some(({ planKey }) => /^\d+$/.test(planKey)) ? { entries: plans, total: null, more: false } : null;
}

function readPlan(item: Item<Plan>): PlanRead {
  const plan = item.value;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  const quotes: Quote[] = [{ field: 'price_per_month', value: plan.price_per_month, per: { months: 1 } }];
  const prices = quotedPrices(readings, quotes);
  if (prices.length === 0) return { rejection: rejection('no-price', 'price_per_month', saidOf(quotes), item.entry) };
  const listing: Listing = {
    planKey: item.entry.planKey,
    name: given('name', plan.name, asIs),
    words: { class: plan.plan_type ?? '' },
    productType: given('plan_type', plan.plan_type, (type) => wordIn(TYPES, type) ?? 'vps'),
    vcpu: given('vcpu_count', plan.vcpu_count, asIs),
    cpuResourceModel:
      plan.plan_type === 'DEDICATED' ? inferred('vultr-v1-dedicated', 'plan_type = DEDICATED', 'dedicated') : undefined,
    memory: given('ram', plan.ram, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: disksOf(plan, readings),
    transfer: given('bandwidth', plan.bandwidth, (tb) => ({ amount: tb, unit: 'TB' })),
    guests: given('windows', plan.windows, (windows) => (windows ? ['windows'] : undefined)),
    prices,
    ...placesOf(plan, readings),
  };
  return { listing };
}

const TYPES: Readonly<Record<string, ProductType>> = { SSD: 'vps', SATA: 'storage-vps', DEDICATED: 'vds' };

/** The kind of disk stands in the plan's name ("110 GB SSD"); "SATA" plans are those of spinning disks beside the SSD ones. */
function disksOf({ disk, name }: Plan, { together, inferred }: PageReadings): Listing['disks'] {
  if (disk == null) return undefined;
  const said = `disk = ${disk}, name = ${name}`;
  const size = { amount: disk, unit: 'GB' as const };
  if (/\bSATA\b/.test(name ?? '')) return inferred('vultr-v1-sata', said, oneDisk(size, 'hdd'));
  return together(said, oneDisk(size, /\bSSD\b/.test(name ?? '') ? 'ssd' : 'unknown'));
}

/** A plan that is available nowhere can be bought by nobody. */
function placesOf(plan: Plan, { given, inferred }: PageReadings): Pick<Listing, 'places' | 'placesFrom'> {
  const numbers = plan.available_locations;
  if (!numbers) return { places: [{ location: null }] };
  const nowhere: Reading<AvailabilityState> = inferred('vultr-no-location', 'available_locations = []', 'sold-out');
  const keys = [...new Set(numbers.map(String))];
  const places: ListedPlace[] =
    keys.length > 0 ? keys.map((location) => ({ location })) : [{ location: null, availability: nowhere }];
  return { places, placesFrom: given('available_locations', keys, asIs) };
}

/** Locations by number, as this API listed them: https://github.com/stephan83/vultrapi (its answer to /v1/regions/list). */
const LOCATIONS: readonly ListedLocation[] = [
  { key: '1', name: 'New Jersey', city: null, country: 'US' },
  { key: '2', name: 'Chicago', city: 'Chicago', country: 'US' },
  { key: '3', name: 'Dallas', city: 'Dallas', country: 'US' },
  { key: '4', name: 'Seattle', city: 'Seattle', country: 'US' },
  { key: '5', name: 'Los Angeles', city: 'Los Angeles', country: 'US' },
  { key: '6', name: 'Atlanta', city: 'Atlanta', country: 'US' },
  { key: '7', name: 'Amsterdam', city: 'Amsterdam', country: 'NL' },
  { key: '8', name: 'London', city: 'London', country: 'GB' },
  { key: '9', name: 'Frankfurt', city: 'Frankfurt', country: 'DE' },
  { key: '12', name: 'Silicon Valley', city: null, country: 'US' },
  { key: '19', name: 'Australia', city: null, country: 'AU' },
  { key: '24', name: 'France', city: null, country: 'FR' },
  { key: '25', name: 'Tokyo', city: 'Tokyo', country: 'JP' },
  { key: '39', name: 'Miami', city: 'Miami', country: 'US' },
];
