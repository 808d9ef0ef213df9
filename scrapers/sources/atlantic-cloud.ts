/**
 * atlantic.cloud: a configurator, not a list. One object with prices for a core, a GB of memory and a GB of disk, and the options of
 * each. All of their combinations are hundreds of machines that nobody lists; read are the corners of the grid for each number of
 * cores: least memory and disk, the same step in all three, most memory and disk.
 */
import { z } from 'zod';
import type { Finding, ListedPrice, Listing } from '../../domain/listing.ts';
import { formatMicros, parseMicros } from '../../domain/money.ts';
import type { StorageType } from '../../domain/plan.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { childOf, type Item, money } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import { type PageReadings, type PlanRead, readingsOf, sortPlans } from '../read/readings.ts';

const ROLE = 'vps-config';
/** Above this many, only the same step in all three is read. */
const MOST_PLANS = 20;

const manifest: SourceManifest = {
  sourceId: 'atlantic-cloud',
  providerId: 'atlantic-cloud',
  kind: 'provider-api',
  title: 'atlantic.cloud: VPS configurator',
  documentation: 'https://atlantic.cloud',
  hosts: ['api.atlantic.cloud'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/mixxor/eu-cloud-prices/blob/7cca073ff3fe866b6d1583a42ee613eaa656ebbd/tests/fixtures/atlantic_vps.json',
    said: 'a recorded answer of /offer/vps-config, on or before 2026-08-14',
    seen: '2026-11-26',
  },
  verified: '2026-08-14',
  // The page says nothing of tax.
  conventions: { currency: 'EUR', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'unit prices and options of the configurator', perPlace: false, main: true } },
};

const options = z.array(z.int().positive().max(100_000));
const configSchema = z.object({
  currency: z.string().nullish(),
  diskType: z.string().nullish(),
  cpuOptions: options,
  ramOptions: options,
  diskOptions: options,
  cpuPricePerMonth: money.nullish(),
  ramPricePerGbPerMonth: money.nullish(),
  diskPricePerGbPerMonth: money.nullish(),
  cpuPricePerYear: money.nullish(),
  ramPricePerGbPerYear: money.nullish(),
  diskPricePerGbPerYear: money.nullish(),
});
type Config = z.infer<typeof configSchema>;

/** One machine of the grid: cores, GB of memory, GB of disk. */
type Corner = readonly [cores: number, ram: number, disk: number];

/** Adapter of the source. */
export const atlanticCloud: SourceAdapter = {
  manifest,
  start: () => [{ role: ROLE, number: 1, url: 'https://api.atlantic.cloud/offer/vps-config?currency=EUR' }],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readConfig, schema: configSchema });
    const read = sortPlans(list.items.flatMap((item) => cornersOf(item.value).map((corner) => readCorner(corner, item))));
    return {
      listings: read.listings,
      locations: [],
      rejections: [...list.rejections, ...read.rejections],
      findings: [...list.findings, ...list.items.map(leftOut)],
      complete: list.whole,
      covers: null,
    };
  },
};

function readConfig(body: unknown): ListPage | null {
  if (!Array.isArray(childOf(body, 'cpuOptions'))) return null;
  return { entries: [{ path: 'config', planKey: null, name: null, value: body }], total: null, more: false };
}

/** The corners of the grid for each number of cores, each machine once. */
function cornersOf({ cpuOptions, ramOptions, diskOptions }: Config): readonly Corner[] {
  const [cpus, rams, disks] = [cpuOptions, ramOptions, diskOptions].map(ascending);
  const last = (values: readonly number[] | undefined) => values?.at(-1);
  const corners = (cpus ?? []).flatMap((cores, step) => {
    const scaled = [cores, rams?.[step] ?? last(rams), disks?.[step] ?? last(disks)];
    const ends = [
      [cores, rams?.[0], disks?.[0]],
      [cores, last(rams), last(disks)],
    ];
    return hasCorners({ cpuOptions }) ? [ends[0], scaled, ends[1]] : [scaled];
  });
  const whole = corners.flatMap(([cores, ram, disk] = []): Corner[] => (cores && ram && disk ? [[cores, ram, disk]] : []));
  return [...new Map(whole.map((corner) => [keyOf(corner), corner])).values()].slice(0, MOST_PLANS);
}

/** Whether three machines for each number of cores are few enough. */
function hasCorners({ cpuOptions }: Pick<Config, 'cpuOptions'>): boolean {
  return new Set(cpuOptions).size * 3 <= MOST_PLANS;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].toSorted((a, b) => a - b);
}

/** The configurator gives no ids: the chosen options are the key ("4c-8g-120"). */
function keyOf([cores, ram, disk]: Corner): string {
  return `${cores}c-${ram}g-${disk}`;
}

function leftOut({ value }: Item<Config>): Finding {
  const { cpuOptions, ramOptions, diskOptions } = value;
  const all = [cpuOptions, ramOptions, diskOptions].map((values) => new Set(values).size).reduce((a, b) => a * b);
  const read = cornersOf(value).length;
  const rule = hasCorners(value) ? 'the least, the same step, the most memory and disk' : 'the same step of memory and disk';
  const message = `${read} of ${all} machines of the configurator: for each number of cores ${rule}`;
  return { code: 'skipped', severity: 'info', message };
}

function readCorner(corner: Corner, item: Item<Config>): PlanRead {
  const [cores, ram, disk] = corner;
  const planKey = keyOf(corner);
  const readings = readingsOf(item.page);
  const { inferred } = readings;
  const prices = pricesOf(corner, item.value, readings);
  if (prices.length === 0) {
    const said = `cpu ${item.value.cpuPricePerMonth}, ram ${item.value.ramPricePerGbPerMonth}, disk ${item.value.diskPricePerGbPerMonth}`;
    return { rejection: { code: 'no-price', field: 'config.cpuPricePerMonth', said, listing: { planKey, name: null } } };
  }
  const type: StorageType = item.value.diskType?.toUpperCase() === 'SSD' ? 'ssd' : 'unknown';
  const listing: Listing = {
    planKey,
    words: {},
    productType: readings.together('offer/vps-config', 'vps'),
    vcpu: inferred(RULE, `one of cpuOptions: ${cores}`, cores),
    memory: inferred(RULE, `one of ramOptions: ${ram}`, { amount: ram, unit: 'GiB' }),
    disks: inferred(RULE, `one of diskOptions: ${disk}, diskType = ${item.value.diskType}`, [
      { size: { amount: disk, unit: 'GB' }, count: 1, type },
    ]),
    prices,
    places: [{ location: null }],
  };
  return { listing };
}

const RULE = 'configurator-corners';

/** Units times unit prices, exactly. The prices of a year are listed apart from those of a month. */
function pricesOf(corner: Corner, config: Config, readings: PageReadings): ListedPrice[] {
  const units = [
    [config.cpuPricePerMonth, config.ramPricePerGbPerMonth, config.diskPricePerGbPerMonth],
    [config.cpuPricePerYear, config.ramPricePerGbPerYear, config.diskPricePerGbPerYear],
  ];
  const currency = readings.given('currency', config.currency, (code) => code);
  return units.flatMap((prices, index): ListedPrice[] => {
    const micros = prices.map((price) => (price == null ? null : parseMicros(price)));
    const total = micros.reduce<bigint | null>(
      (sum, one, part) => (sum === null || one === null || one <= 0n ? null : sum + one * BigInt(corner[part] ?? 0)),
      0n,
    );
    if (total === null) return [];
    const said = `${corner.map((count, part) => `${count} × ${prices[part]}`).join(' + ')} ${index === 0 ? 'a month' : 'a year'}`;
    const amount = readings.inferred('configurator-unit-prices', said, formatMicros(total));
    return [{ amount, per: { months: index === 0 ? 1 : 12 }, phase: 'regular', ...(currency ? { currency } : {}) }];
  });
}
