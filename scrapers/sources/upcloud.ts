/**
 * UpCloud: prices, plans and zones in three lists, with a token. A zone prices a plan by the key `server_plan_<name>`, in cents by the
 * hour; a plan's memory is MB with binary values, storage GB, traffic GB counted in 1024 (1024 is the "1 TB" of the price list).
 * https://developers.upcloud.com/ · https://upcloud.com/docs/guides/getting-started-upcloud-api/
 */
import { z } from 'zod';
import type { Finding, ListedLocation, ListedPlace, Listing } from '../../domain/listing.ts';
import type { Extraction, Page, SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Entry, type Item, keyedEntries, money, quote, rejection, textOf } from '../read/json.ts';
import { bodyOf, info, type ListReader, pagesOf, readList, skippedKeys } from '../read/list.ts';
import { pricedPlaces } from '../read/locations.ts';
import {
  asIs,
  oneDisk,
  type PageReadings,
  type PlanRead,
  quotedPrices,
  readingsOf,
  sortPlans,
  unlessZero,
} from '../read/readings.ts';
import { pricesOfPlaces, withoutRepeats } from '../read/zones.ts';

const API = 'https://api.upcloud.com/1.3';
/** Role → path, and name of the list in the body. */
const LISTS: Readonly<Record<string, { readonly path: string; readonly list: string }>> = {
  prices: { path: 'price', list: 'zone' },
  plans: { path: 'plan', list: 'plan' },
  zones: { path: 'zone', list: 'zone' },
};
const PLAN_PRICE = 'server_plan_';

const manifest: SourceManifest = {
  sourceId: 'upcloud',
  providerId: 'upcloud',
  kind: 'provider-api',
  title: 'UpCloud API: prices, plans and zones',
  documentation: 'https://developers.upcloud.com/',
  hosts: ['api.upcloud.com'],
  cadence: 'daily',
  // "the token is passed in the Authorization header of each request as a bearer token" (upcloud.com/docs/guides/getting-started-upcloud-api/)
  credential: 'UPCLOUD_TOKEN',
  evidence: {
    url: 'https://github.com/apache/libcloud/blob/721a83aec40894bd8e3be03cb5e4cea0fd278696/libcloud/test/compute/fixtures/upcloud/api_1_2_price.json',
    said: 'a recorded answer of /price in version 1.2 of the API, on or before 2017-12-14',
    seen: '2026-11-26',
  },
  verified: '2017-12-14',
  conventions: {
    // "price in euro cent per hour" (docs.rs/upcloud-rs, UpcloudPrice): cents of the currency of the account, euro unless it chose another.
    currency: 'EUR',
    taxIncluded: null,
    // The hourly prices are a 672nd of round monthly ones (1.488 cents × 672 = 10.00): a month costs 28 days at most.
    hoursPerMonth: 672,
  },
  readerVersion: 1,
  roles: {
    prices: { holds: 'prices of each zone by key', perPlace: false, main: true },
    plans: { holds: 'sizes of the plans', perPlace: false, main: false },
    zones: { holds: 'zones that can be used', perPlace: false, main: false },
  },
};

/** Price of `amount` units of one key, with the zone that asks it. */
const priceSchema = z.object({ zone: z.string().min(1), amount: amount.nullish(), price: money.nullish() });
const planSchema = z.object({
  name: z.string().min(1),
  core_number: amount.nullish(),
  memory_amount: amount.nullish(),
  storage_size: amount.nullish(),
  storage_tier: z.string().nullish(),
  public_traffic_out: amount.nullish(),
});
const zoneSchema = z.object({ id: z.string().min(1), description: z.string().nullish(), public: z.string().nullish() });
type PlanPrice = Item<z.infer<typeof priceSchema>>;
type Plan = z.infer<typeof planSchema>;
type Zone = z.infer<typeof zoneSchema>;

/** Adapter of the source. */
export const upcloud: SourceAdapter = {
  manifest,
  start: () => Object.entries(LISTS).map(([role, { path }]) => ({ role, number: 1, url: `${API}/${path}` })),
  next: () => [],
  extract,
};

/** Lists come whole: `{ plans: { plan: [...] } }`. */
function listOf(body: unknown, role: string): readonly unknown[] | null {
  const list = childOf(childOf(body, role), LISTS[role]?.list ?? '');
  return Array.isArray(list) ? list : null;
}

const listReader =
  (entriesOf: (list: readonly unknown[]) => Entry[]): ListReader =>
  (body, page) => {
    const list = listOf(body, page.role);
    return list && { entries: entriesOf(list), total: null, more: false };
  };

/** One entry for each plan in each zone; a zone that is no object is one that cannot be read. */
const readPrices = listReader((zones) =>
  zones.flatMap((zone, index): Entry[] => {
    const path = `prices.zone.${index}`;
    if (!isObject(zone)) return [{ path, planKey: null, name: null, value: zone }];
    return Object.entries(zone)
      .filter(([key]) => key.startsWith(PLAN_PRICE))
      .map(([key, quoted]) => ({
        path: `${path}.${key}`,
        planKey: key.slice(PLAN_PRICE.length),
        name: null,
        value: isObject(quoted) ? { ...quoted, zone: textOf(zone, 'name') } : quoted,
      }));
  }),
);
const readPlans = listReader((plans) => keyedEntries(plans, 'plans.plan', { key: 'name', name: 'name' }));
const readZones = listReader((zones) => keyedEntries(zones, 'zones.zone', { key: 'id', name: 'description' }));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function extract(pages: readonly Page[]): Extraction {
  const prices = readList(pages, { manifest, role: 'prices', read: readPrices, schema: priceSchema });
  const plans = readList(pages, { manifest, role: 'plans', read: readPlans, schema: planSchema });
  const zones = readList(pages, { manifest, role: 'zones', read: readZones, schema: zoneSchema });
  const known = zones.items.map(({ value }) => value);
  const { open, closed } = offeredIn(prices.items, zones.whole ? known : []);
  const described = withoutRepeats(plans.items);
  const names = new Set(described.map(({ value }) => value.name));
  const only = [...new Set(prices.items.map(({ entry }) => entry.planKey ?? ''))].filter((name) => !names.has(name));
  const pricesOf = (name: string) => open.filter(({ entry }) => entry.planKey === name);
  const sorted = sortPlans([
    ...described.map((item) => readPlan(item.entry, item.value, item.page, pricesOf(item.value.name))),
    ...only.map((name) => readPriced(name, prices.items, pricesOf(name))),
  ]);
  const noticed = [prices, plans, zones].flatMap(({ findings }) => findings);
  return {
    listings: sorted.listings,
    locations: locationsOf(known, open),
    rejections: [...prices.rejections, ...sorted.rejections],
    findings: [...noticed, ...closed, ...extras(pages), ...(plans.whole ? only.map(undescribed) : []), ...sorted.findings],
    complete: prices.whole,
    covers: null,
  };
}

/** Prices of zones where everybody can buy; the other zones are said, each with why. */
function offeredIn(prices: readonly PlanPrice[], listed: readonly Zone[]): { open: readonly PlanPrice[]; closed: Finding[] } {
  const reasons = [...new Set(prices.map(({ value }) => value.zone))].map((zone) => {
    const own = prices.filter(({ value }) => value.zone === zone);
    return { zone, own, reason: closedBecause(zone, own, listed) };
  });
  return {
    open: withoutRepeats(reasons.flatMap(({ own, reason }) => (reason === null ? own : []))),
    closed: reasons.flatMap(({ zone, reason }) => (reason === null ? [] : [info('skipped', `zone ${zone}: ${reason}`)])),
  };
}

/**
 * UpCloud's own zones stand in the price list beside those it sells: free ones, private ones, those for its developers. The list of zones
 * tells them apart; without it, only the name does (fi-dev2).
 */
function closedBecause(zone: string, prices: readonly PlanPrice[], listed: readonly Zone[]): string | null {
  if (prices.every(({ value }) => value.price != null && Number(value.price) === 0))
    return 'every plan is free: no zone for customers';
  if (listed.length > 0) {
    const known = listed.find(({ id }) => id === zone);
    return known ? (known.public === 'no' ? 'private' : null) : 'not on the list of zones';
  }
  return /-(?:dev|test)\d*$/.test(zone) ? 'internal by its name' : null;
}

function extras(pages: readonly Page[]): Finding[] {
  const zones = pagesOf(pages, 'prices').flatMap((page) => listOf(bodyOf(page), 'prices') ?? []);
  const keys = zones.filter(isObject).flatMap((zone) => Object.keys(zone));
  return skippedKeys(
    keys.filter((key) => key !== 'name' && !key.startsWith(PLAN_PRICE)),
    'no plans',
  );
}

function readPlan(entry: Entry, plan: Plan, page: string, prices: readonly PlanPrice[]): PlanRead {
  const readings = readingsOf(page);
  const { given } = readings;
  return sell(entry, prices, {
    ...keyOf(plan.name, readings),
    name: given('name', plan.name, asIs),
    words: { class: familyOf(plan.name), tier: plan.storage_tier ?? '' },
    vcpu: given('core_number', plan.core_number, asIs),
    memory: given('memory_amount', plan.memory_amount, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: given('storage_size', plan.storage_size, (gb) => oneDisk({ amount: gb, unit: 'GB' }, 'unknown')),
    transfer: given(
      'public_traffic_out',
      plan.public_traffic_out,
      unlessZero((gib) => ({ amount: gib, unit: 'GiB' })),
    ),
  });
}

const undescribed = (name: string): Finding => info('spec-mismatch', `${name}: priced, but not on the list of plans`);

/** A plan that the zones price but the list of plans does not describe: its name says how large it is ("12xCPU-32GB"). */
function readPriced(name: string, all: readonly PlanPrice[], prices: readonly PlanPrice[]): PlanRead {
  const first = all.find(({ entry }) => entry.planKey === name);
  if (!first) return {};
  const readings = readingsOf(first.page);
  const [, cores, gib] = /(?:^|-)(\d{1,4})xCPU-(\d{1,5})GB(?:-|$)/.exec(name) ?? [];
  const said = `${PLAN_PRICE}${name}`;
  return sell(first.entry, prices, {
    ...keyOf(name, readings),
    name: readings.inferred('upcloud-plan-name', said, name),
    words: { class: familyOf(name), tier: '' },
    vcpu: cores === undefined ? undefined : readings.inferred('upcloud-plan-name', said, Number(cores)),
    memory: gib === undefined ? undefined : readings.inferred('upcloud-plan-name', said, { amount: Number(gib), unit: 'GiB' }),
  });
}

function keyOf(name: string, { inferred }: PageReadings): Pick<Listing, 'planKey' | 'productType'> {
  return { planKey: name, productType: inferred('upcloud-plan', name, familyOf(name) === 'GPU' ? 'gpu' : 'vps') };
}

/** "HIMEM-2xCPU-8GB" → HIMEM; the general-purpose plans carry no family. */
function familyOf(name: string): string {
  return /^([A-Z]+)-/.exec(name)?.[1] ?? '';
}

function sell(entry: Entry, prices: readonly PlanPrice[], plan: Omit<Listing, 'prices' | 'places'>): PlanRead {
  const places: ListedPlace[] = prices.map(({ page, value }) => {
    const field = `${value.zone}.${PLAN_PRICE}${plan.planKey}.price`;
    // A price of several at once is nowhere said to be that of one.
    const price = value.amount == null || value.amount === 1 ? value.price : undefined;
    const quoted = quotedPrices(readingsOf(page), [{ field, value: price, per: { hours: 1 } }]);
    return { location: value.zone, prices: quoted.map((one) => ({ ...one, scale: -2 })) };
  });
  const { priced, findings } = pricedPlaces(entry.planKey ?? '', places, []);
  const said = prices.map(({ value }) => `${value.zone}: ${quote(value.price)} for ${quote(value.amount)}`).join(', ');
  if (priced.length === 0)
    return {
      rejection: rejection('no-price', `${PLAN_PRICE}${entry.planKey}`, said || 'no price in a zone for customers', entry),
    };
  const zones = priced.flatMap(({ location }) => location ?? []);
  const placesFrom = readingsOf(prices[0]?.page ?? '').together(`${PLAN_PRICE}${plan.planKey} in ${zones.join(', ')}`, zones);
  return { listing: { ...plan, ...pricesOfPlaces(priced), placesFrom }, findings };
}

/** Zone ids begin with the country ("uk-lon1"); descriptions with the city ("London #1"). */
function locationsOf(listed: readonly Zone[], prices: readonly PlanPrice[]): ListedLocation[] {
  const described = new Map(listed.map(({ id, description }) => [id, description ?? null]));
  const ids = new Set([...described.keys(), ...prices.map(({ value }) => value.zone)]);
  return [...ids].map((key) => {
    const country = key.slice(0, 2).toUpperCase();
    const name = described.get(key) ?? null;
    const city = name?.replace(/ #\d+$/, '').trim() || null;
    return { key, name, city, country: country === 'UK' ? 'GB' : country };
  });
}
