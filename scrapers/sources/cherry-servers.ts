/**
 * Cherry Servers: plans of virtual and dedicated servers. Memory is GB with binary values; a disk says its own unit; prices stand once a
 * billing term; each region counts what it has left. https://api.cherryservers.com/doc/
 */
import { z } from 'zod';
import type { ListedLocation, ListedPlace, ListedPrice, Listing, Rate, Size } from '../../domain/listing.ts';
import type { ProductType } from '../../domain/plan.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, type Item, keyedEntries, money, quote, rejection, wordIn } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import { asIs, type PageReadings, type PlanRead, readingsOf, sortPlans } from '../read/readings.ts';
import { storageTypeIn } from '../text/disks.ts';

const ROLE = 'plans';

const manifest: SourceManifest = {
  sourceId: 'cherry-servers',
  providerId: 'cherry-servers',
  kind: 'provider-api',
  title: 'Cherry Servers API: plans',
  documentation: 'https://api.cherryservers.com/doc/',
  hosts: ['api.cherryservers.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/AlexeyShalaev/vpn-hub/blob/cf7d15a97d227c2e074f2c222c82f592b28f5142/backend/src/vpnhub/infra/provider_plans/providers/cherry.py',
    said: 'a public program reads /v1/plans without a key; the fields that it takes, with their units',
    seen: '2026-11-26',
  },
  verified: null,
  conventions: { currency: 'EUR', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'plans with prices, regions and stock', perPlace: false, main: true } },
};

const regionSchema = z.object({
  slug: z.string().min(1).nullish(),
  name: z.string().min(1).nullish(),
  region_iso_2: z.string().nullish(),
  location: z.string().nullish(),
  stock_qty: z.int().nonnegative().nullish(),
});
type Region = z.infer<typeof regionSchema>;

const planSchema = z.object({
  slug: z.string().min(1),
  name: z.string().nullish(),
  title: z.string().nullish(),
  type: z.string().nullish(),
  specs: z
    .object({
      cpus: z.object({ cores: amount.nullish(), name: z.string().nullish() }).nullish(),
      memory: z.object({ total: amount.nullish(), unit: z.string().nullish() }).nullish(),
      storage: z
        .array(
          z.object({
            size: amount.nullish(),
            unit: z.string().nullish(),
            count: z.int().positive().nullish(),
            type: z.string().nullish(),
            name: z.string().nullish(),
          }),
        )
        .nullish(),
      nics: z.object({ name: z.string().nullish() }).nullish(),
      bandwidth: z.object({ name: z.string().nullish() }).nullish(),
    })
    .nullish(),
  pricing: z.array(z.object({ unit: z.string().nullish(), price: money.nullish(), currency: z.string().nullish() })).nullish(),
  available_regions: z.array(regionSchema).nullish(),
});
type Plan = z.infer<typeof planSchema>;

/** Billing terms; spot prices are for machines that may be taken away, and are left out. */
const TERMS: Readonly<Record<string, ListedPrice['per']>> = {
  hourly: { hours: 1 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  semiannually: { months: 6 },
  annually: { months: 12 },
};
const TYPES: Readonly<Record<string, ProductType>> = {
  vps: 'vps',
  vds: 'vds',
  'arm-vds': 'vds',
  'premium-vds': 'vds',
  'performance-vds': 'vds',
  'storage-vps': 'storage-vps',
  baremetal: 'dedicated',
};

/** Adapter of the source. */
export const cherryServers: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://api.cherryservers.com/v1/plans' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readArray, schema: planSchema });
    const sorted = sortPlans(list.items.map(readPlan));
    const regions = list.items.flatMap(({ value }) => value.available_regions ?? []);
    return {
      listings: sorted.listings,
      locations: [...new Map(regions.flatMap(locationOf).map((place) => [place.key, place])).values()],
      rejections: [...list.rejections, ...sorted.rejections],
      findings: [...list.findings, ...sorted.findings],
      complete: list.whole,
      covers: null,
    };
  },
};

function readArray(body: unknown): ListPage | null {
  if (!Array.isArray(body)) return null;
  // The whole list is one answer.
  return { entries: keyedEntries(body, ROLE, { key: 'slug', name: 'name' }), total: null, more: false };
}

const keyOf = ({ slug, name }: Region): string | null => slug ?? name ?? null;

/** "Lithuania, Šiauliai": the city stands last. */
function locationOf(region: Region): ListedLocation[] {
  const key = keyOf(region);
  if (key === null) return [];
  const parts = region.location?.split(',').map((part) => part.trim()) ?? [];
  const city = parts.length === 2 ? (parts[1] ?? null) : null;
  return [{ key, name: region.name ?? region.location ?? null, city, country: region.region_iso_2 ?? null }];
}

function readPlan(item: Item<Plan>): PlanRead {
  const { value: plan, entry } = item;
  const readings = readingsOf(item.page);
  const { given } = readings;
  const prices = pricesOf(plan, readings);
  if (prices.length === 0) return { rejection: rejection('no-price', `${entry.path}.pricing`, quote(plan.pricing), entry) };
  const { cpus, memory, storage, nics, bandwidth } = plan.specs ?? {};
  const listing: Listing = {
    planKey: plan.slug,
    name: given('name', plan.name ?? plan.title, asIs),
    words: { type: plan.type ?? '' },
    productType: given('type', plan.type, (type) => wordIn(TYPES, type)),
    vcpu: given('specs.cpus.cores', cpus?.cores, (cores) => (cores > 0 ? cores : undefined)),
    cpuModel: given('specs.cpus.name', cpus?.name, (name) => name || undefined),
    memory: given('specs.memory.total', memory?.total, (total) => sizeOf(total, memory?.unit, true)),
    disks: given('specs.storage', storage, (disks) => {
      const read = disks.flatMap(({ size, unit, count, type, name }) => {
        const each = size === null || size === undefined ? undefined : sizeOf(size, unit, false);
        return each ? [{ size: each, count: count ?? 1, type: storageTypeIn(`${type ?? ''} ${name ?? ''}`) }] : [];
      });
      // A disk that is not understood leaves the whole unknown.
      return read.length === disks.length ? read : undefined;
    }),
    port: given('specs.nics.name', nics?.name, rateOf),
    transfer: given('specs.bandwidth.name', bandwidth?.name, transferOf),
    prices,
    places: placesOf(plan, readings),
    placesFrom: given('available_regions', plan.available_regions, (regions) => regions.flatMap((region) => keyOf(region) ?? [])),
  };
  return { listing };
}

function pricesOf(plan: Plan, { given, together }: PageReadings): ListedPrice[] {
  const seen = new Set<string>();
  return (plan.pricing ?? []).flatMap(({ unit, price, currency }) => {
    const term = unit?.toLowerCase() ?? '';
    const per = wordIn(TERMS, term);
    const value = given(`pricing ${unit}`, price, asIs);
    if (!per || !value || Number(value.is) <= 0 || seen.has(term)) return [];
    seen.add(term);
    return [
      {
        amount: value,
        per,
        phase: 'regular' as const,
        ...(currency ? { currency: together(`currency = ${currency}`, currency) } : {}),
      },
    ];
  });
}

function placesOf(plan: Plan, { given }: PageReadings): ListedPlace[] {
  const places = (plan.available_regions ?? []).flatMap((region): ListedPlace[] => {
    const location = keyOf(region);
    if (location === null) return [];
    const availability = given('stock_qty', region.stock_qty, (left) =>
      left > 0 ? ('in-stock' as const) : ('sold-out' as const),
    );
    return [{ location, availability, quantity: given('stock_qty', region.stock_qty, asIs) }];
  });
  const unique = [...new Map(places.map((place) => [place.location, place])).values()];
  return unique.length > 0 ? unique : [{ location: null }];
}

/** Sellers write GB of memory and mean GiB; disks keep the advertised figure. */
function sizeOf(size: number, unit: string | null | undefined, binary: boolean): Size | undefined {
  const word = (unit ?? 'GB').toUpperCase();
  if (size <= 0 || !/^[MGT]I?B$/.test(word)) return undefined;
  const letter = word.charAt(0);
  if (letter === 'M') return { amount: size, unit: binary ? 'MiB' : 'MB' };
  if (letter === 'T') return { amount: size, unit: binary ? 'TiB' : 'TB' };
  return { amount: size, unit: binary ? 'GiB' : 'GB' };
}

function rateOf(words: string): Rate | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,2})?)\s?([MG])bps$/i.exec(words.trim());
  if (!match) return undefined;
  return { amount: Number(match[1]), unit: match[2]?.toUpperCase() === 'G' ? 'Gbit/s' : 'Mbit/s' };
}

function transferOf(words: string): Size | 'unmetered' | undefined {
  if (/^(?:unmetered|unlimited)$/i.test(words.trim())) return 'unmetered';
  const match = /^(\d{1,6}(?:\.\d{1,2})?)\s?([GT])B$/i.exec(words.trim());
  return match ? { amount: Number(match[1]), unit: match[2]?.toUpperCase() === 'T' ? 'TB' : 'GB' } : undefined;
}
