/**
 * Blossom Host: the catalogue behind its page of plans. Memory is GB with binary values, disks, transfer GB, the port Gbps, prices USD a
 * month, apart for Linux and Windows. Stock is a flag and a count.
 * https://blossomhost.us/
 */
import { z } from 'zod';
import type { ListedLocation, Listing } from '../../domain/listing.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Item, keyedEntries, money, quote, rejection } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import { asIs, type PageReadings, type PlanRead, quotedPrices, readingsOf, sortPlans, unlessZero } from '../read/readings.ts';

const ROLE = 'catalog';

const manifest: SourceManifest = {
  sourceId: 'blossomhost',
  providerId: 'blossomhost',
  kind: 'provider-api',
  title: 'Blossom Host: the catalogue behind its plans',
  documentation: 'https://blossomhost.us/',
  hosts: ['blossomhost.us'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/ImoLR/vps-stock-watch/blob/a6bdbb39e5be9ca8b0de7a0bc1c15e0acdaed74a/watcher/providers/blossom.py',
    said: 'a public stock tracker reads /api/catalog without a key; the fields that it takes',
    seen: '2026-11-26',
  },
  verified: null,
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'plans with prices and stock', perPlace: false, main: true } },
};

const planSchema = z.object({
  key: z.string().min(1),
  name: z.string().nullish(),
  family: z.string().nullish(),
  location: z.string().min(1).nullish(),
  monthly_usd: z.object({ linux: money.nullish(), windows: money.nullish() }).nullish(),
  in_stock: z.boolean().nullish(),
  stock_count: z.int().nonnegative().nullish(),
  physical: z.boolean().nullish(),
  vcpu: amount.nullish(),
  ram_gb: amount.nullish(),
  disk_gb: amount.nullish(),
  hdd_gb: amount.nullish(),
  storage_label: z.string().nullish(),
  transfer_gb: amount.nullish(),
  bandwidth_gbps: amount.nullish(),
});
type Plan = z.infer<typeof planSchema>;

/** Adapter of the source. */
export const blossomhost: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://blossomhost.us/api/catalog' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readPlans, schema: planSchema });
    const read = sortPlans(list.items.map(readPlan));
    return {
      listings: read.listings,
      locations: locationsOf(list.items),
      rejections: [...list.rejections, ...read.rejections],
      findings: list.findings,
      complete: list.whole,
      covers: null,
    };
  },
};

function readPlans(body: unknown): ListPage | null {
  const list = childOf(body, 'plans');
  if (!Array.isArray(list)) return null;
  return { entries: keyedEntries(list, 'plans', { key: 'key', name: 'name' }), total: null, more: false };
}

/** "Washington, DC" → "washington-dc". */
const placeKey = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function locationsOf(items: readonly Item<Plan>[]): ListedLocation[] {
  const words = [...new Set(items.flatMap(({ value }) => value.location ?? []))];
  return words.map((name) => ({ key: placeKey(name), name, city: name.split(',')[0]?.trim() || null, country: null }));
}

/** A plan at its price with Linux; at the price with Windows where it comes with nothing else. */
function readPlan(item: Item<Plan>): PlanRead {
  const { value: plan, entry } = item;
  const readings = readingsOf(item.page);
  for (const system of ['linux', 'windows'] as const) {
    const value = plan.monthly_usd?.[system];
    const prices = quotedPrices(readings, [{ field: `monthly_usd.${system}`, value, per: { months: 1 } }]);
    if (prices.length === 0) continue;
    const guests = readings.given(`monthly_usd.${system}`, value, () => [system]);
    return { listing: { planKey: plan.key, guests, prices, ...specOf(plan, readings) } };
  }
  return { rejection: rejection('no-price', `${entry.path}.monthly_usd`, quote(plan.monthly_usd), entry) };
}

function specOf(plan: Plan, readings: PageReadings): Omit<Listing, 'planKey' | 'prices'> {
  const { given, together } = readings;
  const isMetal = plan.physical === true;
  return {
    name: given('name', plan.name, asIs),
    words: { class: plan.family ?? '' },
    productType: given('physical', plan.physical, (physical) => (physical ? 'dedicated' : 'vps')),
    technology: isMetal ? given('physical', true, () => ({ value: 'none', confidence: 'high' })) : undefined,
    vcpu: given('vcpu', plan.vcpu, asIs),
    memory: given('ram_gb', plan.ram_gb, (gib) => ({ amount: gib, unit: 'GiB' })),
    disks: disksOf(plan, readings),
    transfer: given(
      'transfer_gb',
      plan.transfer_gb,
      unlessZero((gb) => ({ amount: gb, unit: 'GB' })),
    ),
    port: given(
      'bandwidth_gbps',
      plan.bandwidth_gbps,
      unlessZero((gbit) => ({ amount: gbit, unit: 'Gbit/s' })),
    ),
    places: [
      {
        location: plan.location == null ? null : placeKey(plan.location),
        availability: given('in_stock', plan.in_stock, (flag) => (flag ? 'in-stock' : 'sold-out')),
        quantity: given('stock_count', plan.stock_count, asIs),
      },
    ],
    placesFrom: plan.location == null ? undefined : together(`location = ${plan.location}`, [placeKey(plan.location)]),
  };
}

/** The plan's disk, and a second one of spinning metal where it has some. */
function disksOf(plan: Plan, { together }: PageReadings): Listing['disks'] {
  if (plan.disk_gb == null) return undefined;
  const label = plan.storage_label ?? '';
  const type: StorageType = /\bnvme\b/i.test(label) ? 'nvme' : /\bssd\b/i.test(label) ? 'ssd' : 'unknown';
  const disks = [
    { size: { amount: plan.disk_gb, unit: 'GB' as const }, count: 1, type },
    { size: { amount: plan.hdd_gb ?? 0, unit: 'GB' as const }, count: 1, type: 'hdd' as const },
  ];
  const said = `disk_gb = ${plan.disk_gb}, hdd_gb = ${plan.hdd_gb ?? 'nothing'}, storage_label = ${quote(plan.storage_label)}`;
  return together(
    said,
    disks.filter(({ size }) => size.amount > 0),
  );
}
