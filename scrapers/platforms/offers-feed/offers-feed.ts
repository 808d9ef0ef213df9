/** Reads a provider-published offers feed. Every entry becomes a price of a listing, or a rejection that names its first wrong field. */
import { canonicalJson } from '../../../domain/identity.ts';
import type { Finding, ListedLocation, ListedPlace, Rejection } from '../../../domain/listing.ts';
import { keyedEntries, readEntry, rejection } from '../../read/json.ts';
import { info } from '../../read/list.ts';
import type { PlanRead } from '../../read/readings.ts';
import { pricesOfPlaces } from '../../read/zones.ts';
import type { DataPlatform } from '../data-platform.ts';
import type { ShopPage, ShopRead } from '../shop-page.ts';
import { feedSchema, offerSchema } from './feed-schema.ts';
import { type FeedItem, locationOf, priceOf, specOf, stockOf } from './offer-readings.ts';

/** Reader of the feed. */
export const offersFeed: DataPlatform = {
  id: 'offers-feed',
  title: 'provider-published offers feed',
  reads: 'data',
  recognise: (body) => {
    const feed = feedSchema.safeParse(body);
    return feed.success && (feed.data.offers.length === 0 || feed.data.offers.some((one) => looksLikeOffer(one)));
  },
  read,
};

function looksLikeOffer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'billing_interval' in value && 'price' in value;
}

function read(body: unknown, page: ShopPage): ShopRead {
  const feed = feedSchema.safeParse(body);
  if (!feed.success) {
    const message = `no feed of version 1: ${feed.error.issues[0]?.path.join('.') || 'the whole answer'}`;
    return { reads: [], findings: [{ code: 'unreadable-page', severity: 'hard', message }], whole: false };
  }
  const entries = keyedEntries(feed.data.offers, 'offers', { key: 'internal', name: 'name' });
  const rejections: Rejection[] = [];
  const items: FeedItem[] = [];
  let hidden = 0;
  for (const entry of entries) {
    const parsed = readEntry(entry, offerSchema);
    if (!parsed.ok) rejections.push(parsed.rejection);
    else if (parsed.value.visibility === 'invisible') hidden += 1;
    else items.push({ entry, value: parsed.value, page: page.key });
  }
  const plans = new Map<string, FeedItem[]>();
  for (const item of items) plans.set(item.value.internal, [...(plans.get(item.value.internal) ?? []), item]);
  const findings: Finding[] = hidden > 0 ? [info('skipped', `${hidden} offers that the feed marks invisible`)] : [];
  const locations = new Map(items.flatMap(({ value }) => locationOf(value) ?? []).map((location) => [location.key, location]));
  return {
    reads: [...[...plans.values()].flatMap(readPlan), ...rejections.map((one): PlanRead => ({ rejection: one }))],
    findings,
    whole: true,
    locations: [...locations.values()] satisfies ListedLocation[],
  };
}

/** The entries of one plan: the same machine, its places with their prices. */
function readPlan(items: readonly FeedItem[]): PlanRead[] {
  const [head] = items;
  if (head === undefined) return [];
  const odd = items.find((item) => canonicalJson(machineOf(item)) !== canonicalJson(machineOf(head)));
  if (odd !== undefined) {
    const said = `${head.value.internal} stands for different machines: ${odd.value.name} at ${odd.entry.path}`;
    return items.map(({ entry }) => ({ rejection: rejection('duplicate-key', 'internal', said, entry) }));
  }
  const priced = items.map((item) => ({ item, price: priceOf(item) }));
  const unpriced = priced.flatMap(({ price }): PlanRead[] => (price.ok ? [] : [{ rejection: price.rejection }]));
  const places = new Map<string, ListedPlace>();
  for (const { item, price } of priced) {
    if (!price.ok) continue;
    const location = locationOf(item.value)?.key ?? null;
    const known = places.get(String(location));
    const prices = [...(known?.prices ?? []), ...price.prices];
    places.set(String(location), { location, ...stockOf(item), ...known, prices });
  }
  if (places.size === 0) return unpriced;
  const listing = {
    ...specOf(head),
    planKey: head.value.internal,
    words: wordsOf(head),
    ...pricesOfPlaces([...places.values()]),
  };
  return [{ listing }, ...unpriced];
}

/** What makes two entries the same machine. */
function machineOf({ value }: FeedItem) {
  const { name, virtualization, cpu_amount, cpu_cores, memory_amount, hdd_amount, hdd_capacity, ssd_amount, ssd_capacity } =
    value;
  const { nvme_amount, nvme_capacity, uplink, traffic, product_type } = value;
  return [
    [name, virtualization, product_type, cpu_amount, cpu_cores, memory_amount, uplink, traffic],
    [hdd_amount, hdd_capacity, ssd_amount, ssd_capacity, nvme_amount, nvme_capacity],
  ].map((group) => group.map((one) => one ?? null));
}

function wordsOf({ value }: FeedItem): Record<string, string> {
  return value.product_type ? { product_type: value.product_type } : {};
}
