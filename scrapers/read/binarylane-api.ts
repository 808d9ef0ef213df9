/**
 * The interface of BinaryLane and of other brands of its company: sizes and regions. Memory is MB with binary values, disk GB, transfer TB,
 * prices AUD a month and an hour. `regions_out_of_stock` names the regions that normally sell a size and have none left.
 * https://api.binarylane.com.au/reference
 */
import { z } from 'zod';
import type { ListedPlace, Listing } from '../../domain/listing.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { Page, PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { readCatalogue } from './catalogue.ts';
import { amount, childOf, type Item, keyedEntries, money, rejection, textOf } from './json.ts';
import { bodyOf, type ListPage, MOST_PAGES } from './list.ts';
import { asIs, oneDisk, type PageReadings, type PlanRead, type Quote, quotedPrices, readingsOf, saidOf } from './readings.ts';

/** One of the brands on this interface. */
export interface BinarylaneApi
  extends Pick<SourceManifest, 'sourceId' | 'providerId' | 'title' | 'documentation' | 'credential' | 'evidence'> {
  /** Host that answers /v2/sizes and /v2/regions. */
  readonly host: string;
}

const ROLES = ['sizes', 'regions'] as const;

function manifestOf({ host, ...rest }: BinarylaneApi): SourceManifest {
  return {
    ...rest,
    kind: 'provider-api',
    hosts: [host],
    cadence: 'daily',
    verified: null,
    conventions: { currency: 'AUD', taxIncluded: null },
    readerVersion: 1,
    roles: {
      sizes: { holds: 'sizes with prices and regions', perPlace: false, main: true },
      regions: { holds: 'names of the regions', perPlace: false, main: false },
    },
  };
}

const sizeSchema = z.object({
  slug: z.string().min(1),
  description: z.string().nullish(),
  cpu_description: z.string().nullish(),
  storage_description: z.string().nullish(),
  size_type: z.object({ slug: z.string().nullish() }).nullish(),
  available: z.boolean().nullish(),
  regions: z.array(z.string().min(1)).nullish(),
  regions_out_of_stock: z.array(z.string()).nullish(),
  price_monthly: money.nullish(),
  price_hourly: money.nullish(),
  disk: amount.nullish(),
  memory: amount.nullish(),
  transfer: amount.nullish(),
  vcpus: amount.nullish(),
});
type Size = z.infer<typeof sizeSchema>;
const regionSchema = z.object({ slug: z.string().min(1), name: z.string().nullish() });

/** Adapter of a brand. */
export function binarylaneSource(api: BinarylaneApi): SourceAdapter {
  const manifest = manifestOf(api);
  const address = (role: string) => `https://${api.host}/v2/${role}?per_page=200`;
  return {
    manifest,
    start: () => ROLES.map((role) => ({ role, number: 1, url: address(role) })),
    next: (page) => next(page, address),
    extract: (pages) =>
      readCatalogue(pages, {
        manifest,
        list: readArray,
        plans: { role: 'sizes', schema: sizeSchema },
        locations: { role: 'regions', schema: regionSchema },
        readPlan,
        locationOf: ({ slug, name }) => ({ key: slug, name: name ?? null, city: name ?? null, country: null }),
        // Sizes name their regions themselves.
        needsLocations: false,
      }),
  };
}

const nextLink = (body: unknown): string | null => textOf(childOf(childOf(body, 'links'), 'pages'), 'next');

function readArray(body: unknown, page: Page): ListPage | null {
  const list = childOf(body, page.role);
  if (!Array.isArray(list)) return null;
  const total = childOf(childOf(body, 'meta'), 'total');
  return {
    entries: keyedEntries(list, page.role, { key: 'slug' }),
    total: typeof total === 'number' ? total : null,
    more: nextLink(body) !== null,
  };
}

/** The link's page number is followed, not the link: an answer cannot lead elsewhere. */
function next(page: Page, address: (role: string) => string): PageRequest[] {
  const number = /[?&]page=(\d{1,4})\b/.exec(nextLink(bodyOf(page)) ?? '')?.[1];
  if (number === undefined || page.number >= MOST_PAGES) return [];
  return [{ role: page.role, number: page.number + 1, url: `${address(page.role)}&page=${number}` }];
}

function readPlan(item: Item<Size>): PlanRead {
  const { value: size, entry } = item;
  const readings = readingsOf(item.page);
  const { given } = readings;
  const quotes: Quote[] = [
    { field: 'price_monthly', value: size.price_monthly, per: { months: 1 } },
    { field: 'price_hourly', value: size.price_hourly, per: { hours: 1 } },
  ];
  const prices = quotedPrices(readings, quotes);
  if (prices.length === 0) return { rejection: rejection('no-price', `${entry.path}.price_monthly`, saidOf(quotes), entry) };
  const listing: Listing = {
    planKey: size.slug,
    name: given('description', size.description, asIs) ?? given('slug', size.slug, asIs),
    words: { class: size.size_type?.slug ?? '' },
    productType: readings.together('GET /v2/sizes: sizes of virtual servers', 'vps'),
    vcpu: given('vcpus', size.vcpus, asIs),
    cpuModel: given('cpu_description', size.cpu_description, (words) => words || undefined),
    memory: given('memory', size.memory, (mib) => ({ amount: mib, unit: 'MiB' })),
    disks: given('disk', size.disk, (gb) => oneDisk({ amount: gb, unit: 'GB' }, 'unknown')),
    storageType: given('storage_description', size.storage_description, storageType),
    transfer: given('transfer', size.transfer, (tb) => ({ amount: tb, unit: 'TB' })),
    prices,
    places: placesOf(size, readings),
    placesFrom: given('regions', size.regions, asIs),
  };
  return { listing };
}

function placesOf(size: Size, { inferred, given }: PageReadings): ListedPlace[] {
  const closed =
    size.available === false ? inferred('binarylane-not-available', 'available = false', 'sold-out' as const) : undefined;
  const out = new Set(size.regions_out_of_stock ?? []);
  const regions = [...new Set([...(size.regions ?? []), ...out])];
  if (regions.length === 0) return [{ location: null, availability: closed }];
  return regions.map((location) => {
    const empty = given('regions_out_of_stock', size.regions_out_of_stock, () =>
      out.has(location) ? ('sold-out' as const) : undefined,
    );
    return { location, availability: closed ?? empty };
  });
}

function storageType(words: string): StorageType | undefined {
  if (/\bnvme\b/i.test(words)) return 'nvme';
  if (/\bssd\b/i.test(words)) return 'ssd';
  return /\b(?:hdd|sata)\b/i.test(words) ? 'hdd' : undefined;
}
