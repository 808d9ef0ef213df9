/**
 * Exoscale: the public price list of its compute products, per hour in three currencies, keyed by product. It holds neither sizes nor
 * zones of the instance types, so that memory, cores and places stay unknown.
 * https://portal.exoscale.com/api/pricing/opencompute · https://www.exoscale.com/pricing/
 */
import { z } from 'zod';
import type { Finding, ListedPrice, Listing } from '../../domain/listing.ts';
import type { Extraction, Page, SourceAdapter, SourceManifest } from '../contract.ts';
import { childOf, type Entry, type Item, money, quote, rejection } from '../read/json.ts';
import { bodyOf, type ListReader, pagesOf, readList, skippedKeys } from '../read/list.ts';
import { type PlanRead, quotedPrices, readingsOf, sortPlans } from '../read/readings.ts';

const manifest: SourceManifest = {
  sourceId: 'exoscale',
  providerId: 'exoscale',
  kind: 'provider-api',
  title: 'Exoscale price list: compute',
  documentation: 'https://www.exoscale.com/pricing/',
  hosts: ['portal.exoscale.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/exoscale/karpenter-provider-exoscale/blob/cf7165a2bc6fcaa4c4159e542d6802f8f5df451f/pkg/providers/instancetype/prices.json',
    said: 'a copy of the price list by the provider itself, on or before 2025-08-22; public tools read it at this address',
    seen: '2026-11-26',
  },
  verified: '2025-08-22',
  // Each price stands in the list of its currency; none is without one.
  conventions: { currency: 'CHF', taxIncluded: null },
  readerVersion: 1,
  roles: { prices: { holds: 'prices by product in each currency', perPlace: false, main: true } },
};

/** Keys of instance types ("running_medium", "running_gpu2_small"); all others are storage, traffic, addresses. */
const isInstance = (key: string): boolean => key.startsWith('running_');
const TYPE = /^running_(?:(?!extra_large$)(?<family>.+?)_)?(?<size>extra_large|[a-z]+)$/;

/** Currency → price of one key. */
const priceSchema = z.record(z.string(), money.nullish());
type PriceByCurrency = z.infer<typeof priceSchema>;

/** Adapter of the source. */
export const exoscale: SourceAdapter = {
  manifest,
  start: () => [{ role: 'prices', number: 1, url: 'https://portal.exoscale.com/api/pricing/opencompute' }],
  next: () => [],
  extract,
};

/** Price lists of a body with the code of their currency. */
function listsIn(body: unknown): readonly { currency: string; list: object }[] {
  return Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([currency, list]: [string, unknown]) =>
    /^[a-z]{3}$/.test(currency) && typeof list === 'object' && list !== null && !Array.isArray(list) ? [{ currency, list }] : [],
  );
}

/** One entry for each instance type that any currency prices. */
const readTypes: ListReader = (body) => {
  const lists = listsIn(body);
  if (lists.length === 0) return null;
  const keys = [...new Set(lists.flatMap(({ list }) => Object.keys(list)))].filter(isInstance);
  const entries = keys.map((key): Entry => {
    const value = Object.fromEntries(lists.map(({ currency, list }) => [currency, childOf(list, key)]));
    return { path: key, planKey: key, name: null, value };
  });
  return { entries, total: null, more: false };
};

function extract(pages: readonly Page[]): Extraction {
  const types = readList(pages, { manifest, role: 'prices', read: readTypes, schema: priceSchema });
  const sorted = sortPlans(types.items.map(readType));
  return {
    listings: sorted.listings,
    locations: [],
    rejections: [...types.rejections, ...sorted.rejections],
    findings: [...types.findings, ...sorted.findings, ...otherProducts(pages)],
    complete: types.whole,
    covers: null,
  };
}

function otherProducts(pages: readonly Page[]): Finding[] {
  const lists = pagesOf(pages, 'prices').flatMap((page) => listsIn(bodyOf(page)));
  return skippedKeys(
    lists.flatMap(({ list }) => Object.keys(list)).filter((key) => !isInstance(key)),
    'no instance types',
  );
}

function readType(item: Item<PriceByCurrency>): PlanRead {
  const key = item.entry.planKey ?? '';
  const readings = readingsOf(item.page);
  const { inferred } = readings;
  const prices = Object.entries(item.value).flatMap(([currency, value]): ListedPrice[] => {
    const named = inferred('exoscale-price-list', `list "${currency}"`, currency.toUpperCase());
    const quoted = quotedPrices(readings, [{ field: `${currency}.${key}`, value, per: { hours: 1 } }]);
    return quoted.map((price) => ({ ...price, currency: named }));
  });
  if (prices.length === 0) return { rejection: rejection('no-price', key, quote(item.value), item.entry) };
  const { family = 'standard', size } = TYPE.exec(key)?.groups ?? {};
  const listing: Listing = {
    planKey: key,
    // "standard.medium", "gpu2.small": how the API and its tools name the types.
    name:
      size === undefined
        ? undefined
        : inferred('exoscale-type-name', key, `${family.replaceAll('_', '')}.${size.replace('_', '-')}`),
    words: { class: family },
    productType: inferred('exoscale-running', key, family.startsWith('gpu') ? 'gpu' : 'vps'),
    prices,
    places: [{ location: null }],
  };
  return { listing };
}
