/** The fields of a feed's offer as readings: typed values, `given` with the field that said them. */
import type { ListedDisk, ListedLocation, ListedPrice, Listing, Rejection } from '../../../domain/listing.ts';
import type { AvailabilityState } from '../../../domain/offer.ts';
import type { ProductType } from '../../../domain/plan.ts';
import type { Technology } from '../../../domain/technology.ts';
import { type Entry, rejection, wordIn } from '../../read/json.ts';
import { asIs, type PageReadings, readingsOf, unlessZero } from '../../read/readings.ts';
import { technologiesIn } from '../../text/technology.ts';
import { cycleOf, cycleOfValue } from '../cycles.ts';
import type { FeedOffer } from './feed-schema.ts';

/** An entry that was read. */
export interface FeedItem {
  readonly entry: Entry;
  readonly value: FeedOffer;
  readonly page: string;
}

const PRODUCTS: Readonly<Record<string, ProductType>> = {
  vps: 'vps',
  vds: 'vds',
  cloud: 'cloud',
  cloud_vps: 'cloud',
  storage: 'storage-vps',
  storage_vps: 'storage-vps',
  gpu: 'gpu',
  dedicated: 'dedicated',
  dedicated_server: 'dedicated',
};
const STOCK: Readonly<Record<string, AvailabilityState>> = {
  in_stock: 'in-stock',
  limited: 'limited',
  limited_stock: 'limited',
  low_stock: 'limited',
  out_of_stock: 'sold-out',
  sold_out: 'sold-out',
  pre_order: 'pre-order',
  preorder: 'pre-order',
};
const fold = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Everything that an offer says of its machine. */
export function specOf({ value, page }: FeedItem): Omit<Listing, 'planKey' | 'words' | 'prices' | 'places'> {
  const readings = readingsOf(page);
  const { given } = readings;
  const features = new Set((value.features ?? []).map(fold));
  const feature = (name: string) => (features.has(name) ? readings.together(`features = ${name}`, true) : undefined);
  const dedicated = wordIn(PRODUCTS, fold(value.product_type ?? '')) === 'dedicated';
  return {
    name: given('name', value.name, asIs),
    url: value.url && /^https?:\/\//i.test(value.url) && URL.canParse(value.url) ? value.url : undefined,
    productType: given('product_type', value.product_type, (type) => wordIn(PRODUCTS, fold(type))),
    technology: given('virtualization', value.virtualization, technologyIn),
    vcpu: coresOf(value, readings),
    cpuResourceModel: given('cpu_allocation', value.cpu_allocation, asIs),
    cpuModel: modelOf(value, readings),
    frequencyMhz: given(
      'cpu_speed',
      value.cpu_speed,
      unlessZero((ghz) => Math.round(ghz * 1000)),
    ),
    memory: given(
      'memory_amount',
      value.memory_amount,
      unlessZero((amount) => ({ amount, unit: 'MiB' as const })),
    ),
    disks: disksOf(value, readings),
    transfer: transferOf(value, readings),
    port: given(
      'uplink',
      value.uplink,
      unlessZero((amount) => ({ amount, unit: 'Mbit/s' as const })),
    ),
    ipv4: given('ipv4', value.ipv4, asIs) ?? (features.has('nat') ? readings.together('features = nat', 0) : undefined),
    hasIpv6: feature('ipv6') ?? given('ipv6_prefix', value.ipv6_prefix, () => true),
    ipv6Prefix: given('ipv6_prefix', value.ipv6_prefix, (prefix) => `/${prefix.replace('/', '')}`),
    natIpv4: feature('nat'),
    ddos: feature('ddos'),
    gpu: given('gpu_name', value.gpu_name, (name) => (name === '' ? undefined : { name, count: 1 })),
    guests: given('operating_systems', value.operating_systems, (systems) =>
      systems.length > 0 && !dedicated ? systems : undefined,
    ),
    placesFrom: given('location', value.location, (location) => [location]),
  };
}

/** Processors times cores of each; a virtual server's one processor has all of its cores. */
function coresOf(value: FeedOffer, readings: PageReadings) {
  const { cpu_cores: cores, cpu_amount: amount } = value;
  if (cores === null || cores === undefined || cores === 0) return undefined;
  const times = amount === null || amount === undefined || amount === 0 ? 1 : amount;
  const said = times === 1 ? `cpu_cores = ${cores}` : `cpu_amount = ${times}, cpu_cores = ${cores}`;
  return readings.together(said, cores * times);
}

function modelOf({ cpu_type, cpu_name }: FeedOffer, readings: PageReadings) {
  const name = [cpu_type, cpu_name].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
  return cpu_name ? readings.together(`cpu_name = ${cpu_name}`, name) : undefined;
}

function disksOf(value: FeedOffer, readings: PageReadings) {
  const kinds = [
    ['nvme', value.nvme_capacity, value.nvme_amount],
    ['ssd', value.ssd_capacity, value.ssd_amount],
    ['hdd', value.hdd_capacity, value.hdd_amount],
  ] as const;
  const found = kinds.flatMap(([type, capacity, amount]): { disk: ListedDisk; said: string }[] => {
    // Capacities stand beside counts of zero in feeds that always write both.
    if (capacity === null || capacity === undefined || capacity === 0 || amount === 0) return [];
    const count = amount ?? 1;
    return [{ disk: { size: { amount: capacity, unit: 'GB' }, count, type }, said: `${type} ${count} × ${capacity}` }];
  });
  return found.length === 0
    ? undefined
    : readings.together(
        found.map(({ said }) => said).join(', '),
        found.map(({ disk }) => disk),
      );
}

/** What leaves the server counts; a figure beside "unmetered outbound" is none that is charged. */
function transferOf(value: FeedOffer, readings: PageReadings): Listing['transfer'] {
  const free = (value.unmetered ?? []).map(fold);
  if (free.includes('outbound')) return readings.together('unmetered = outbound', 'unmetered' as const);
  return readings.given(
    'traffic',
    value.traffic,
    unlessZero((amount) => ({ amount, unit: 'GB' as const })),
  );
}

function technologyIn(words: string): { value: Technology; confidence: 'high' | 'medium' | 'low' | 'none' } | undefined {
  const named = technologiesIn(words.replaceAll('_', ' '));
  const [only] = named;
  return named.length === 1 && only !== undefined ? { value: only.value, confidence: only.confidence } : undefined;
}

/** The prices of an entry, its renewal price among them; its interval is one that an offer can have, or the entry is rejected. */
export function priceOf({
  entry,
  value,
  page,
}: FeedItem):
  | { readonly ok: true; readonly prices: readonly ListedPrice[] }
  | { readonly ok: false; readonly rejection: Rejection } {
  const { given } = readingsOf(page);
  const cycle =
    cycleOfValue(value.billing_interval.replace(/[\s_-]/g, '')) ?? cycleOf(value.billing_interval.replaceAll('_', ' '));
  const reject = (code: Rejection['code'], field: string, said: string) =>
    ({ ok: false, rejection: rejection(code, `${entry.path}.${field}`, said, entry) }) as const;
  if (cycle === null || cycle === 'once' || cycle === 'short')
    return reject('no-price', 'billing_interval', value.billing_interval);
  const amount = given('price', value.price, asIs);
  if (amount === undefined || Number(value.price) === 0) return reject('no-price', 'price', String(value.price));
  const setupFee = value.setup_fee === '' ? undefined : given('setup_fee', value.setup_fee, asIs);
  const renewal = given('renewal_price', value.renewal_price, asIs);
  const introductory = renewal !== undefined && Number(renewal.is) !== Number(amount.is);
  const currency = given('currency', value.currency.toUpperCase(), asIs);
  const taxIncluded = given('tax_included', value.tax_included, asIs);
  const promoCode = given('promo_code', value.promo_code, (code) => (code === '' ? undefined : code));
  const common = { per: cycle, ...(currency ? { currency } : {}), ...(taxIncluded ? { taxIncluded } : {}) };
  const paid: ListedPrice = {
    ...common,
    amount,
    phase: introductory ? 'introductory' : 'regular',
    ...(setupFee ? { setupFee } : {}),
    ...(introductory && renewal ? { renewal } : {}),
    ...(promoCode ? { promoCode } : {}),
  };
  // A stated renewal price is also a price of its own.
  return { ok: true, prices: introductory && renewal ? [paid, { ...common, amount: renewal, phase: 'regular' }] : [paid] };
}

/** Stock of an entry's place. */
export function stockOf({ value, page }: FeedItem) {
  const { given } = readingsOf(page);
  const quantity = given('stock_quantity', value.stock_quantity, asIs);
  const counted =
    quantity === undefined ? undefined : { ...quantity, is: quantity.is === 0 ? ('sold-out' as const) : ('limited' as const) };
  return { availability: given('stock', value.stock, (word) => wordIn(STOCK, fold(word))) ?? counted, quantity };
}

/** The place of an entry; null where it names none. */
export function locationOf({ location, country_code }: FeedOffer): ListedLocation | null {
  const name = location?.trim() ?? '';
  const country = country_code?.toLowerCase() || null;
  if (name === '' && country === null) return null;
  const parts = name.split(',').map((part) => part.trim());
  return {
    key: name === '' ? (country ?? '') : name,
    name: name || null,
    city: parts.length > 1 ? (parts[0] ?? null) : null,
    country,
  };
}
