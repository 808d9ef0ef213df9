/** Pages of shop platforms, written for these tests in the shape of each platform's own templates; what a reader makes of them, a line a plan. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPrice, Listing } from '../../../domain/listing.ts';
import type { DataPlatform } from '../../../scrapers/platforms/data-platform.ts';
import type { Platform } from '../../../scrapers/platforms/platform.ts';
import { readShopPage } from '../../../scrapers/platforms/read-shop-page.ts';
import type { PlanRead } from '../../../scrapers/read/readings.ts';

/** The body of a page in `pages/`. */
export function pageBody(name: string): string {
  return readFileSync(join(import.meta.dirname, 'pages', name), 'utf8');
}

/** Reads a page; `currency`: the convention of its shop. */
export function readBody(platform: Platform | DataPlatform, body: string, currency: string | null = null) {
  return readShopPage(platform, { body, url: 'https://shop.example/store/kvm', key: 'group', currency });
}

/** Plans and rejections as lines: key, name, cores, memory, disk, transfer, prices, stock, place. */
export function linesOf(reads: readonly PlanRead[]): string[] {
  return reads.map(({ listing, rejection }) => {
    if (rejection) return `rejected ${rejection.listing.planKey} ${rejection.listing.name}: ${rejection.code}, ${rejection.said}`;
    return listing ? lineOf(listing) : 'nothing';
  });
}

function lineOf(listing: Listing): string {
  const { memory, disks, transfer, vcpu, technology, places } = listing;
  const disk = disks?.is.map(({ size, type }) => `${size.amount} ${size.unit} ${type}`).join(' + ');
  const traffic =
    transfer === undefined ? '?' : transfer.is === 'unmetered' ? 'unmetered' : `${transfer.is.amount} ${transfer.is.unit}`;
  const [place] = places;
  const stock =
    place?.availability === undefined ? '' : ` [${place.availability.is}${place.quantity ? ` ${place.quantity.is}` : ''}]`;
  const where = places.flatMap(({ location }) => location ?? []).join(', ');
  return [
    `${listing.planKey} ${listing.name?.is}: ${vcpu?.is ?? '?'} vCPU, ${memory ? `${memory.is.amount} ${memory.is.unit}` : '?'}`,
    `${disk ?? '?'}, ${traffic}, ${technology?.is.value ?? 'unknown'}`,
    `${listing.prices.map(priceOf).join(', ')}${stock}${where === '' ? '' : ` in ${where}`}`,
  ].join('; ');
}

function priceOf({ amount, currency, per, phase, setupFee, renewal }: ListedPrice): string {
  const term = 'hours' in per ? 'h' : 'months' in per ? per.months : '?';
  const fee = setupFee ? ` +${setupFee.is}` : '';
  return `${amount.is} ${currency?.is ?? '?'}/${term}${fee}${phase === 'introductory' ? ` then ${renewal?.is}` : ''}`;
}
