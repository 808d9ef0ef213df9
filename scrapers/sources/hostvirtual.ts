/**
 * Host Virtual (VR) in 2013: one list of sizes in which every value is a text, sizes with their unit ("256MB"). Prices are USD and
 * name no term. The API of that time is gone; the reader keeps its recordings readable.
 * https://github.com/apache/libcloud/blob/ffd21fe3e40411db632e5ddc727899866f1ce20b/libcloud/test/compute/fixtures/hostvirtual/list_sizes.json
 */
import { z } from 'zod';
import type { ListedPrice, Listing } from '../../domain/listing.ts';
import type { Extraction, Page, SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, type Item, keyedEntries, money, quote, rejection } from '../read/json.ts';
import { type ListReader, readList } from '../read/list.ts';
import { asIs, oneDisk, type PlanRead, readingsOf, sortPlans } from '../read/readings.ts';
import { advertised, memory, sizeText } from '../read/size-text.ts';

const manifest: SourceManifest = {
  sourceId: 'hostvirtual',
  providerId: 'hostvirtual',
  kind: 'provider-api',
  title: 'Host Virtual API of 2013: sizes',
  documentation: 'https://github.com/apache/libcloud/tree/ffd21fe3e40411db632e5ddc727899866f1ce20b/libcloud/compute/drivers',
  hosts: ['www.vr.org'],
  cadence: 'weekly',
  credential: null,
  evidence: {
    url: 'https://github.com/apache/libcloud/blob/ffd21fe3e40411db632e5ddc727899866f1ce20b/libcloud/test/compute/fixtures/hostvirtual/list_sizes.json',
    said: 'a recorded answer of /vapi/cloud/sizes, on or before 2013-02-05',
    seen: '2026-11-26',
  },
  verified: '2013-02-05',
  retired: 'the interface of 2013 is read from recordings only',
  conventions: { currency: 'USD', taxIncluded: null },
  readerVersion: 1,
  roles: { sizes: { holds: 'plans with prices and how many can be had', perPlace: false, main: true } },
};

const sizeSchema = z.object({
  plan_id: z.string().min(1),
  plan: z.string().nullish(),
  ram: sizeText.nullish(),
  disk: sizeText.nullish(),
  transfer: sizeText.nullish(),
  price: money.nullish(),
  available: amount.nullish(),
});
type VrSize = z.infer<typeof sizeSchema>;

/** Adapter of the source. */
export const hostvirtual: SourceAdapter = {
  manifest,
  start: () => [{ role: 'sizes', number: 1, url: 'https://www.vr.org/vapi/cloud/sizes' }],
  next: () => [],
  extract,
};

/** The list is the whole body and comes in one page. */
const readSizes: ListReader = (body) =>
  Array.isArray(body)
    ? { entries: keyedEntries(body, 'sizes', { key: 'plan_id', name: 'plan' }), total: null, more: false }
    : null;

function extract(pages: readonly Page[]): Extraction {
  const sizes = readList(pages, { manifest, role: 'sizes', read: readSizes, schema: sizeSchema });
  const sorted = sortPlans(sizes.items.map(readSize));
  return {
    listings: sorted.listings,
    locations: [],
    rejections: [...sizes.rejections, ...sorted.rejections],
    findings: [...sizes.findings, ...sorted.findings],
    complete: sizes.whole,
    covers: null,
  };
}

function readSize(item: Item<VrSize>): PlanRead {
  const size = item.value;
  const { given, inferred } = readingsOf(item.page);
  if (size.price == null || Number(size.price) === 0)
    return { rejection: rejection('no-price', 'price', `price = ${quote(size.price)}`, item.entry) };
  // $10.00 for 256 MB: nothing but a month makes sense of it.
  const price: ListedPrice = {
    amount: inferred('hostvirtual-monthly', `price = ${quote(size.price)}`, size.price),
    per: { months: 1 },
    phase: 'regular',
  };
  const listing: Listing = {
    planKey: size.plan_id,
    name: given('plan', size.plan, asIs),
    words: { class: /^[A-Z]+/.exec(size.plan ?? '')?.[0] ?? '' },
    productType: inferred('hostvirtual-size', 'size of the cloud API', 'vps'),
    memory: given('ram', size.ram, memory),
    disks: given('disk', size.disk, (text) => {
      const bundled = advertised(text);
      return bundled && oneDisk(bundled, 'unknown');
    }),
    transfer: given('transfer', size.transfer, advertised),
    prices: [price],
    places: [
      {
        location: null,
        availability: given('available', size.available, (count) =>
          count > 0 ? 'in-stock' : count === 0 ? 'sold-out' : undefined,
        ),
        quantity: given('available', size.available, (count) => (count >= 0 ? count : undefined)),
      },
    ],
  };
  return { listing };
}
