/**
 * NexKr: the public list behind its shop, groups of products. Prices are USD for a cycle of months, set-up fees cents; what a product
 * is stands in its description, a fact a line ("1c2g Dedicated vResource", "20GB nvme storage"), or in fields of its own.
 * https://nexkr.sh/app/shop
 */
import { z } from 'zod';
import type { ListedLocation, ListedPlace, ListedPrice, Listing } from '../../domain/listing.ts';
import type { Page, SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Entry, type Item, money, quote, rejection, textOf } from '../read/json.ts';
import { bodyOf, type ListPage, readList } from '../read/list.ts';
import { asIs, oneDisk, type PageReadings, type PlanRead, quotedPrices, readingsOf, sortPlans } from '../read/readings.ts';
import { specFactsIn } from '../text/spec-facts.ts';

const ROLE = 'groups';

const manifest: SourceManifest = {
  sourceId: 'nexkr',
  providerId: 'nexkr',
  kind: 'provider-api',
  title: 'NexKr: the list behind its shop',
  documentation: 'https://nexkr.sh/app/shop',
  hosts: ['nexkr.sh'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/ImoLR/vps-stock-watch/blob/a6bdbb39e5be9ca8b0de7a0bc1c15e0acdaed74a/watcher/providers/nexkr.py',
    said: 'a public stock tracker reads /api/v1/shop/groups without a key; the fields that it takes',
    seen: '2026-11-26',
  },
  verified: null,
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'groups of products with prices and stock', perPlace: false, main: true } },
};

const productSchema = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  slug: z.string().nullish(),
  name: z.string().nullish(),
  zones: z.array(z.int()).nullish(),
  price_usd: money.nullish(),
  cycle_months: z.int().min(1).max(120).nullish(),
  setup_fee_cents: z.int().nonnegative().nullish(),
  in_stock: z.boolean().nullish(),
  limited: z.boolean().nullish(),
  stock: z.int().nonnegative().nullish(),
  cores: amount.nullish(),
  memory_mb: amount.nullish(),
  disk_gb: amount.nullish(),
  bandwidth_gb: amount.nullish(),
  description: z.string().max(10_000).nullish(),
});
type Product = z.infer<typeof productSchema>;
const zoneSchema = z.object({ id: z.int(), slug: z.string().min(1), title: z.string().nullish() });
type Zone = z.infer<typeof zoneSchema>;

/** Adapter of the source. */
export const nexkr: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://nexkr.sh/api/v1/shop/groups' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readProducts, schema: productSchema });
    const zones = zonesOf(pages);
    const read = sortPlans(list.items.map((item) => readProduct(item, zones)));
    return {
      listings: read.listings,
      locations: [...zones.values()].map(
        ({ slug, title }): ListedLocation => ({ key: slug, name: title ?? null, city: null, country: null }),
      ),
      rejections: [...list.rejections, ...read.rejections],
      findings: list.findings,
      complete: list.whole,
      covers: null,
    };
  },
};

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list = childOf(value, key);
  return Array.isArray(list) ? list : [];
};

/** Products of all groups; a group without any is no fault. */
function readProducts(body: unknown): ListPage | null {
  const groups = childOf(body, 'groups');
  if (!Array.isArray(groups)) return null;
  const entries = groups.flatMap((group: unknown, at) =>
    listIn(group, 'products').map((value, index): Entry => {
      const id = childOf(value, 'id');
      const planKey = typeof id === 'number' || typeof id === 'string' ? String(id) : null;
      return { path: `groups.${at}.products.${index}`, planKey, name: textOf(value, 'name'), value };
    }),
  );
  return { entries, total: null, more: false };
}

function zonesOf(pages: readonly Page[]): ReadonlyMap<number, Zone> {
  const groups = pages.flatMap((page) => listIn(bodyOf(page), 'groups'));
  const zones = groups.flatMap((group) => listIn(group, 'zones').flatMap((zone) => zoneSchema.safeParse(zone).data ?? []));
  return new Map(zones.map((zone) => [zone.id, zone]));
}

function readProduct(item: Item<Product>, zones: ReadonlyMap<number, Zone>): PlanRead {
  const { value: product, entry } = item;
  const readings = readingsOf(item.page);
  const { given } = readings;
  const prices = pricesOf(product, readings);
  if (prices.length === 0) {
    const said = `price_usd = ${quote(product.price_usd)}, cycle_months = ${quote(product.cycle_months)}`;
    return { rejection: rejection('no-price', `${entry.path}.price_usd`, said, entry) };
  }
  const lines = (product.description ?? '').split('\n').map((line) => line.replace(/^\s*-\s*/, '').trim());
  const places = placesOf(product, zones, readings);
  const listing: Listing = {
    planKey: String(product.id),
    name: given('name', product.name, asIs),
    ...(product.slug ? { url: `https://nexkr.sh/app/buy/${encodeURIComponent(product.slug)}` } : {}),
    words: {},
    ...specFactsIn(lines, item.page),
    ...sizesOf(product, lines, readings),
    prices,
    places,
    placesFrom: given('zones', product.zones, () => places.flatMap(({ location }) => location ?? [])),
  };
  return { listing };
}

function pricesOf(product: Product, readings: PageReadings): ListedPrice[] {
  const months = product.cycle_months;
  if (months === null || months === undefined) return [];
  const setupFee = readings.given('setup_fee_cents', product.setup_fee_cents, (cents) => (cents / 100).toFixed(2));
  const prices = quotedPrices(readings, [{ field: 'price_usd', value: product.price_usd, per: { months } }]);
  return prices.map((price) => ({ ...price, ...(setupFee ? { setupFee } : {}) }));
}

/** Fields come before words; "1c2g" is how the shop writes cores and gigabytes. */
function sizesOf(product: Product, lines: readonly string[], readings: PageReadings): Partial<Listing> {
  const { given, stated } = readings;
  const line = lines.find((one) => /^\d{1,3}c\d{1,4}g\b/i.test(one)) ?? '';
  const [, cores, gib] = /^(\d{1,3})c(\d{1,4})g\b/i.exec(line) ?? [];
  const dedicated = /\bdedicated vresource/i.test(line);
  const read = {
    vcpu: given('cores', product.cores, asIs) ?? (cores === undefined ? undefined : stated(line, Number(cores))),
    memory:
      given('memory_mb', product.memory_mb, (mib) => ({ amount: mib, unit: 'MiB' as const })) ??
      (gib === undefined ? undefined : stated(line, { amount: Number(gib), unit: 'GiB' as const })),
    disks: given('disk_gb', product.disk_gb, (gb) => oneDisk({ amount: gb, unit: 'GB' }, 'unknown')),
    transfer: given('bandwidth_gb', product.bandwidth_gb, (gb) => ({ amount: gb, unit: 'GB' as const })),
    cpuResourceModel: dedicated ? stated(line, 'dedicated' as const) : undefined,
    memoryResourceModel: dedicated ? stated(line, 'dedicated' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, reading]) => reading !== undefined));
}

function placesOf(product: Product, zones: ReadonlyMap<number, Zone>, { given }: PageReadings): ListedPlace[] {
  const availability =
    given('in_stock', product.in_stock, (flag) => (flag ? undefined : ('sold-out' as const))) ??
    given('limited', product.limited, (flag) => (flag ? ('limited' as const) : undefined)) ??
    given('in_stock', product.in_stock, () => 'in-stock' as const);
  const stock = { availability, quantity: given('stock', product.stock, asIs) };
  const keys = [...new Set((product.zones ?? []).flatMap((id) => zones.get(id)?.slug ?? []))];
  return keys.length === 0 ? [{ location: null, ...stock }] : keys.map((location) => ({ location, ...stock }));
}
