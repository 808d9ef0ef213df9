/**
 * HOSTKEY: the public list of presets, virtual and dedicated servers. Memory is GB with binary values, disks GB ("240", "2x960"), prices
 * by location in several currencies a month, of which EUR is read. How many are left is told for one location at a time only.
 * https://github.com/hostkey-cloud/mcp-server
 */
import { z } from 'zod';
import type { ListedDisk, ListedPlace, Listing } from '../../domain/listing.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Entry, type Item, money, quote, rejection, textOf } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import { asIs, type PageReadings, type PlanRead, quotedPrices, readingsOf, sortPlans } from '../read/readings.ts';
import { pricesOfPlaces } from '../read/zones.ts';

const ROLE = 'presets';

const manifest: SourceManifest = {
  sourceId: 'hostkey',
  providerId: 'hostkey',
  kind: 'provider-api',
  title: 'HOSTKEY API: presets',
  documentation: 'https://github.com/hostkey-cloud/mcp-server',
  hosts: ['invapi.hostkey.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/hostkey-cloud/mcp-server/blob/cb3408e7d82aa79b07a8f3b44aff74dcaab6d24b/src/tools/catalog.ts',
    said: 'a tool of the provider: presets/list needs no token; public programs read its fields at invapi.hostkey.com/presets.php',
    seen: '2026-11-26',
  },
  verified: null,
  conventions: { currency: 'EUR', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'presets with prices by location', perPlace: false, main: true } },
};

/** Countries by the provider's own codes of locations. */
const COUNTRIES = ['NL', 'US', 'FI', 'DE', 'IS', 'TR', 'ES', 'IT', 'PL', 'CH', 'FR', 'RU'];
const LOCATIONS = [
  ...COUNTRIES.map((code) => ({ key: code, name: code, city: null, country: code })),
  { key: 'UK', name: 'UK', city: null, country: 'GB' },
];

const presetSchema = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  name: z.string().min(1),
  active: amount.nullish(),
  virtual: amount.nullish(),
  cpu: amount.nullish(),
  ram: amount.nullish(),
  hdd: z.union([z.string(), z.number()]).nullish(),
  price: z.record(z.string(), z.object({ EUR: money.nullish() })).nullish(),
  tags: z.array(z.object({ tag: z.string(), value: z.string().nullish(), extra: z.string().nullish() })).nullish(),
});
type Preset = z.infer<typeof presetSchema>;

/** Adapter of the source. */
export const hostkey: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://invapi.hostkey.com/presets.php?action=list' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readPresets, schema: presetSchema });
    const read = sortPlans(list.items.map(readPreset));
    return {
      listings: read.listings,
      locations: LOCATIONS,
      rejections: [...list.rejections, ...read.rejections],
      findings: list.findings,
      complete: list.whole,
      covers: null,
    };
  },
};

function readPresets(body: unknown): ListPage | null {
  const list = childOf(body, 'presets');
  if (!Array.isArray(list)) return null;
  const entries = list.map((value: unknown, index): Entry => {
    const id = childOf(value, 'id');
    const planKey = typeof id === 'number' || typeof id === 'string' ? String(id) : null;
    return { path: `presets.${index}`, planKey, name: textOf(value, 'name'), value };
  });
  // One document, without pages.
  return { entries, total: null, more: false };
}

function readPreset(item: Item<Preset>): PlanRead {
  const { value: preset, entry } = item;
  const readings = readingsOf(item.page);
  const { given } = readings;
  if (preset.active !== undefined && preset.active !== null && preset.active !== 1) {
    return { rejection: rejection('not-a-plan', `${entry.path}.active`, `active = ${preset.active}`, entry) };
  }
  const sold = Object.entries(preset.price ?? {}).flatMap(([location, { EUR }]): ListedPlace[] => {
    const prices = quotedPrices(readings, [{ field: `price.${location}.EUR`, value: EUR, per: { months: 1 } }]);
    return prices.length > 0 ? [{ location, prices }] : [];
  });
  if (sold.length === 0) return { rejection: rejection('no-price', `${entry.path}.price`, quote(preset.price), entry) };
  const isMetal = preset.virtual === 0;
  const listing: Listing = {
    planKey: String(preset.id),
    name: given('name', preset.name, asIs),
    words: { class: preset.name.split('.')[0] ?? '' },
    productType: preset.name.startsWith('gpu.')
      ? given('name', preset.name, () => 'gpu')
      : given('virtual', preset.virtual, (flag) => (flag === 1 ? 'vps' : flag === 0 ? 'dedicated' : undefined)),
    technology: isMetal ? given('virtual', 0, () => ({ value: 'none', confidence: 'high' })) : undefined,
    cpuModel: tagged(preset, 'web_line', 'value', readings),
    // Of a dedicated server the cores are counted, elsewhere hardware threads are: no figure that compares.
    vcpu: isMetal ? undefined : given('cpu', preset.cpu, asIs),
    memory: given('ram', preset.ram, (gib) => ({ amount: gib, unit: 'GiB' })),
    disks: given('hdd', preset.hdd, (text) => disksOf(String(text), storageType(preset))),
    ...pricesOfPlaces(sold),
    placesFrom: given('price', preset.price, (prices) => Object.keys(prices)),
  };
  return { listing };
}

function tagged(preset: Preset, name: string, part: 'value' | 'extra', { given }: PageReadings): Listing['cpuModel'] {
  const tag = preset.tags?.find((one) => one.tag === name);
  return given(`tags.${name}.${part}`, tag?.[part], (words) => words.trim() || undefined);
}

/** "240", or "2x960": disks of one size. Anything else is not read. */
function disksOf(text: string, type: StorageType): readonly ListedDisk[] | undefined {
  const [, count = '1', size] = /^(?:(\d{1,2})x)?(\d{1,6})$/.exec(text.trim()) ?? [];
  return size === undefined ? undefined : [{ size: { amount: Number(size), unit: 'GB' }, count: Number(count), type }];
}

/** Kinds of disks are mixed in some presets; then none holds for all of them. */
function storageType({ tags }: Preset): StorageType {
  const words = tags?.find(({ tag }) => tag === 'web_storage')?.extra ?? '';
  const found = (['nvme', 'ssd', 'hdd'] as const).filter((type) => new RegExp(`\\b${type}\\b`, 'i').test(words));
  const [first = 'unknown'] = found;
  return found.length === 1 || (found.length === 2 && first === 'nvme' && found[1] === 'ssd') ? first : 'unknown';
}
