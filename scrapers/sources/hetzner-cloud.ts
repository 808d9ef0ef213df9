/**
 * Hetzner Cloud: lists of server types and of locations, with a token. Memory is GB (binary, as float), disk GB, traffic bytes that
 * count TiB, prices EUR once a location, net and gross, by the hour with a monthly cap.
 * https://docs.hetzner.cloud/reference/cloud#server-types · https://docs.hetzner.cloud/reference/cloud#locations
 */
import { z } from 'zod';
import type { Finding, ListedLocation, ListedPlace, ListedPrice, Listing, Reading } from '../../domain/listing.ts';
import type { AvailabilityState } from '../../domain/offer.ts';
import type { Architecture, ResourceModel } from '../../domain/plan.ts';
import type { PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { readCatalogue } from '../read/catalogue.ts';
import { amount, childOf, type Item, keyedEntries, money, rejection } from '../read/json.ts';
import { bodyOf, info, type ListPage, type ListReader, MOST_PAGES } from '../read/list.ts';
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
import { pricesOfPlaces } from '../read/zones.ts';

const API = 'https://api.hetzner.cloud/v1';
/** Role → name of the list, in the address and in the body. */
const LISTS: Readonly<Record<string, string>> = { 'server-types': 'server_types', locations: 'locations' };

const TIB = 1024 ** 4;

const manifest: SourceManifest = {
  sourceId: 'hetzner-cloud',
  providerId: 'hetzner-cloud',
  kind: 'provider-api',
  title: 'Hetzner Cloud API: server types and locations',
  documentation: 'https://docs.hetzner.cloud/reference/cloud#server-types',
  hosts: ['api.hetzner.cloud'],
  cadence: 'hourly',
  credential: 'HETZNER_TOKEN',
  evidence: {
    url: 'https://github.com/siavashmhi/hcloud-autok8s/blob/aa32d776c4427774a6e6a87ed6dd4f6693cc1a37/hcloud/server_types.json',
    said: 'a recorded answer of /v1/server_types, on or before 2024-10-07',
    seen: '2026-11-26',
  },
  verified: '2024-10-07',
  // Only the net prices are read: the gross ones hold the tax of whoever asks.
  conventions: { currency: 'EUR', taxIncluded: false },
  readerVersion: 1,
  roles: {
    'server-types': { holds: 'server types with prices for each location', perPlace: false, main: true },
    locations: { holds: 'city and country of the locations', perPlace: false, main: false },
  },
};

const netPrice = z.object({ net: money.nullish() }).nullish();
const deprecation = z.object({ unavailable_after: z.string().nullish() }).nullish();
const typeSchema = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  cores: amount.nullish(),
  memory: amount.nullish(),
  disk: amount.nullish(),
  storage_type: z.string().nullish(),
  cpu_type: z.string().nullish(),
  architecture: z.string().nullish(),
  deprecation,
  prices: z
    .array(
      z.object({
        location: z.string().min(1),
        price_hourly: netPrice,
        price_monthly: netPrice,
        included_traffic: amount.nullish(),
      }),
    )
    .nullish(),
  locations: z.array(z.object({ name: z.string().min(1), available: z.boolean().nullish(), deprecation })).nullish(),
});
type ServerType = z.infer<typeof typeSchema>;
type TypePrice = NonNullable<ServerType['prices']>[number];

const locationSchema = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  city: z.string().nullish(),
  country: z.string().nullish(),
});

/** Adapter of the source. */
export const hetznerCloud: SourceAdapter = {
  manifest,
  start: () => Object.keys(LISTS).map((role) => request(role, 1)),
  next: (page) => (readNamed(bodyOf(page), page)?.more && page.number < MOST_PAGES ? [request(page.role, page.number + 1)] : []),
  extract: (pages) =>
    readCatalogue(pages, {
      manifest,
      list: readNamed,
      plans: { role: 'server-types', schema: typeSchema },
      locations: { role: 'locations', schema: locationSchema },
      readPlan: readType,
      locationOf: ({ name, description, city, country }): ListedLocation => ({
        key: name,
        name: description ?? null,
        // Cities of the United States carry their state ("Ashburn, VA").
        city: city?.split(',')[0]?.trim() || null,
        country: country ?? null,
      }),
      // The types name their locations themselves: without the list of locations no offer is missing.
      needsLocations: false,
    }),
};

function request(role: string, number: number): PageRequest {
  return { role, number, url: `${API}/${LISTS[role] ?? ''}?per_page=50${number > 1 ? `&page=${number}` : ''}` };
}

const pagination = z.object({ next_page: z.number().nullish(), total_entries: z.number().nullish() });

const readNamed: ListReader = (body, page): ListPage | null => {
  const name = LISTS[page.role] ?? '';
  const list = childOf(body, name);
  if (!Array.isArray(list)) return null;
  const counts = pagination.safeParse(childOf(childOf(body, 'meta'), 'pagination')).data;
  return {
    entries: keyedEntries(list, name, { key: 'name', name: 'description' }),
    total: counts?.total_entries ?? null,
    more: counts ? counts.next_page != null : null,
  };
};

function readType(item: Item<ServerType>): PlanRead {
  const type = item.value;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  const prices = type.prices ?? [];
  const all: ListedPlace[] = prices.map((price) => placeOf(type, price, readings));
  const { priced, findings } = pricedPlaces(type.name, all, []);
  if (priced.length === 0)
    return { rejection: rejection('no-price', 'prices', saidOf(prices.flatMap(quotesOf)) || 'prices = []', item.entry) };
  const listing: Listing = {
    planKey: type.name,
    name: given('description', type.description ?? type.name, asIs),
    words: { class: /^[a-z]+/.exec(type.name)?.[0] ?? '' },
    productType: inferred('hetzner-cloud-server', 'server type of the Cloud API', 'vps'),
    vcpu: given('cores', type.cores, asIs),
    cpuResourceModel: given('cpu_type', type.cpu_type, resourceModelOf),
    architecture: architectureOf(type, readings),
    memory: given('memory', type.memory, (gib) => ({ amount: gib, unit: 'GiB' })),
    disks: given('disk', type.disk, (gb) => oneDisk({ amount: gb, unit: 'GB' }, 'unknown')),
    storageType: given('storage_type', type.storage_type, (kind) => (kind === 'network' ? 'network' : undefined)),
    transfer: transferOf(prices, readings),
    ...pricesOfPlaces(priced),
    placesFrom: readings.together(
      `prices of ${prices.map(({ location }) => location).join(', ')}`,
      prices.map(({ location }) => location),
    ),
  };
  return { listing, findings: [...findings, ...noticed(type, listing)] };
}

function quotesOf({ location, price_hourly: hourly, price_monthly: monthly }: TypePrice): Quote[] {
  return [
    { field: `prices.${location}.price_hourly.net`, value: hourly?.net, per: { hours: 1 } },
    { field: `prices.${location}.price_monthly.net`, value: monthly?.net, per: { months: 1 } },
  ];
}

/**
 * A type in one location. After `unavailable_after` it "can not be used in new resources" (API reference, deprecation): its prices end
 * then. Whether that day has passed, a reader without a clock does not know. Whether it can be ordered now, only newer answers say.
 */
function placeOf(type: ServerType, price: TypePrice, readings: PageReadings): ListedPlace {
  const there = type.locations?.find(({ name }) => name === price.location);
  const end = there?.deprecation?.unavailable_after ?? type.deprecation?.unavailable_after;
  const expiresAt = readings.given('deprecation.unavailable_after', end, asIs);
  const prices: ListedPrice[] = quotedPrices(readings, quotesOf(price)).map((one) => (expiresAt ? { ...one, expiresAt } : one));
  const availability: Reading<AvailabilityState> | undefined = readings.given(
    `locations.${price.location}.available`,
    there?.available,
    (available) => (available ? 'in-stock' : 'sold-out'),
  );
  return { location: price.location, availability, prices };
}

/**
 * Included traffic stands with each price and differs (Singapore has a twentieth of Falkenstein's). A plan has one transfer: where its
 * locations disagree none of the figures is true of all, and none is given.
 */
function transferOf(prices: readonly TypePrice[], readings: PageReadings): Listing['transfer'] {
  const figures = new Set(prices.map((price) => price.included_traffic ?? null));
  const [bytes] = figures;
  return figures.size === 1 && bytes
    ? readings.given('prices.included_traffic', bytes, () => ({ amount: bytes / TIB, unit: 'TiB' }))
    : undefined;
}

function noticed(type: ServerType, listing: Listing): Finding[] {
  const prices = type.prices ?? [];
  const differs = listing.transfer === undefined && prices.some((price) => price.included_traffic);
  const traffic = prices.map((price) => `${(price.included_traffic ?? 0) / TIB} TiB in ${price.location}`).join(', ');
  const priced = new Set(prices.map(({ location }) => location));
  const unpriced = (type.locations ?? []).map(({ name }) => name).filter((name) => !priced.has(name));
  return [
    ...(differs ? [info('spec-mismatch', `${type.name}: included ${traffic}; the plan's transfer is left unknown`)] : []),
    ...(unpriced.length > 0 ? [info('skipped', `${type.name}: no price in ${unpriced.join(', ')}`)] : []),
  ];
}

function resourceModelOf(kind: string): ResourceModel | undefined {
  return kind === 'shared' || kind === 'dedicated' ? kind : undefined;
}

/** The API knows two words, "x86" and "arm". Both are of 64 bits: the types of either have more memory than 32 bits can address. */
function architectureOf({ architecture }: ServerType, { inferred }: PageReadings): Reading<Architecture> | undefined {
  const is = architecture === 'x86' ? 'x86_64' : architecture === 'arm' ? 'arm64' : undefined;
  return is && inferred('hetzner-64-bit', `architecture = ${architecture}`, is);
}
