/** Saved carts below the folder that `STEALTIME_CORPUS` names: every offer that a person reads on them, wholly right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Listing, Size } from '../../../domain/listing.ts';
import { loadPage } from '../../../scrapers/html/load-page.ts';
import { PLATFORMS } from '../../../scrapers/platforms/platforms.ts';
import { readShopPage } from '../../../scrapers/platforms/read-shop-page.ts';

const folder = join(process.env.STEALTIME_CORPUS ?? '', 'html');
const carts =
  process.env.STEALTIME_CORPUS && existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('whmcs')) : [];
const isThere = (name: string) => existsSync(join(folder, name, 'page.html'));

interface Labelled {
  readonly name: string;
  readonly unscored?: readonly string[];
  readonly price: { readonly amount: number; readonly currency: string; readonly termMonths: number };
  readonly [field: string]: unknown;
}

describe.skipIf(carts.length === 0)('saved carts', () => {
  test.skipIf(carts.every(isThere))(
    `skipped, as their pages are not in the folder: ${carts.filter((one) => !isThere(one)).join(', ')}`,
    () => {
      expect(carts.filter(isThere).length).toBeGreaterThan(0);
    },
  );

  test.each(carts.filter(isThere))('%s', (name) => {
    const body = readFileSync(join(folder, name, 'page.html'), 'utf8');
    const { offers }: { offers: readonly Labelled[] } = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
    const loaded = loadPage(body);
    const platform = loaded.ok ? PLATFORMS.find((one) => one.recognise(loaded.page)) : undefined;
    expect(platform?.id).toBe('whmcs');
    if (platform === undefined) return;
    const { reads, findings, whole } = readShopPage(platform, { body, url: null, key: 'page', currency: null });
    const listings = reads.flatMap(({ listing }) => listing ?? []);
    expect(listings.map((listing, index) => scored(labels(listing), offers[index]))).toEqual(
      offers.map((offer) => scored(pick(offer), offer)),
    );
    expect({ rejected: reads.length - listings.length, findings, whole }).toEqual({ rejected: 0, findings: [], whole: true });
  });
});

const FIELDS = [
  'name',
  'virtualization',
  'vcpu',
  'memoryMiB',
  'diskGB',
  'diskType',
  'transferGB',
  'portMbps',
  'ipv4',
  'natIpv4',
  'stock',
];

function pick(offer: Labelled): Record<string, unknown> {
  const { amount, currency, termMonths } = offer.price;
  return { ...Object.fromEntries(FIELDS.map((field) => [field, offer[field]])), price: `${amount} ${currency} / ${termMonths}` };
}

function scored(offer: Record<string, unknown>, { unscored = [] }: Partial<Labelled> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(offer).filter(([field]) => !unscored.includes(field)));
}

/** A listing in the words of the labels; sizes as advertised. */
function labels(listing: Listing): Record<string, unknown> {
  const [price] = listing.prices;
  const [disk] = listing.disks?.is ?? [];
  const port = listing.port?.is;
  const stock = { limited: 'limited', 'sold-out': 'out', 'in-stock': 'in', 'pre-order': null, unknown: null };
  return {
    name: listing.name?.is,
    virtualization: listing.technology?.is.value ?? 'unknown',
    vcpu: listing.vcpu?.is ?? null,
    memoryMiB: listing.memory ? inUnits(listing.memory.is, 1024) : null,
    diskGB: disk ? inUnits(disk.size, 1000) / 1000 : null,
    diskType: listing.storageType?.is ?? disk?.type ?? 'unknown',
    transferGB:
      listing.transfer && listing.transfer.is !== 'unmetered'
        ? inUnits(listing.transfer.is, 1000) / 1000
        : (listing.transfer?.is ?? null),
    portMbps: port ? port.amount * (port.unit === 'Gbit/s' ? 1000 : 1) : null,
    ipv4: listing.ipv4?.is ?? null,
    natIpv4: listing.natIpv4?.is ?? false,
    stock: stock[listing.places[0]?.availability?.is ?? 'unknown'],
    price: `${Number(price?.amount.is)} ${price?.currency?.is} / ${price && 'months' in price.per ? price.per.months : 'h'}`,
  };
}

/** In M: a G is `factor` of them. */
function inUnits({ amount, unit }: Size, factor: number): number {
  return amount * (unit.startsWith('T') ? factor * factor : unit.startsWith('G') ? factor : 1);
}
