/** One plan of a BILLmanager price list. Its resources are add-ons: what is included stands in `addonlimit`, in the unit of `measure`. */
import type { ListedLocation, ListedPrice, Listing, Rate, Reading, Size, SizeUnit } from '../../domain/listing.ts';
import { loadPage } from '../html/load-page.ts';
import { postText } from '../html/post-text.ts';
import { quote } from '../read/json.ts';
import { oneDisk, type PageReadings, type PlanRead, readingsOf } from '../read/readings.ts';
import { childNamed, childrenNamed, textOfChild, type XmlElement } from '../read/xml-tree.ts';
import { storageTypeIn } from '../text/disks.ts';
import { stripMarkup } from '../text/inline.ts';
import { locationNamed } from '../text/locations.ts';
import { type SpecFacts, specFactsIn } from '../text/spec-facts.ts';
import { technologyOf } from '../text/technology.ts';

/** Reads a plan. A plan without a price of its own is put together by the buyer: there is nothing to compare. */
export function readPricelist(plan: XmlElement, page: string): PlanRead {
  const planKey = textOfChild(plan, 'id');
  const name = textOfChild(plan, 'name', 'name_ru');
  const readings = readingsOf(page);
  const described = linesOf(textOfChild(plan, 'description', 'description_ru'));
  const prices = pricesOf(plan, readings);
  if (prices.length === 0) {
    const costs = periodsOf(plan).map(
      ({ attributes }) => `cost = ${quote(attributes.cost)} for ${attributes.length} ${attributes.type}`,
    );
    const said = costs.slice(0, 5).join(', ') || 'no period';
    return { rejection: { code: 'no-price', field: 'price.period', said, listing: { planKey, name } } };
  }
  const words = [...(name === null ? [] : [stripMarkup(name)]), ...described];
  const technology = technologyOf(words);
  const { natIpv4: _, ...told } = specFactsIn(words, page);
  const places = datacentersOf(plan);
  const listing: Listing = {
    planKey,
    ...(name === null ? {} : { name: { is: name, said: `name = ${quote(name)}`, how: 'given', page } }),
    words: {},
    productType: readings.inferred('billmanager-vds', 'itemtype = vds', 'vps'),
    ...told,
    ...includedIn(plan, readings, { told, words }),
    ...(technology
      ? { technology: readings.stated(technology.said, { value: technology.value, confidence: technology.confidence }) }
      : {}),
    prices,
    places: places.length > 0 ? places.map(({ key }) => ({ location: key })) : [{ location: null }],
    ...(places.length > 0
      ? {
          placesFrom: readings.together(
            'datacenter',
            places.map(({ key }) => key),
          ),
        }
      : {}),
  };
  return { listing };
}

/** Datacenters that plans name. */
export function placesOfPlans(plans: readonly XmlElement[]): ListedLocation[] {
  return [...new Map(plans.flatMap(datacentersOf).map((place) => [place.key, place])).values()];
}

function datacentersOf(plan: XmlElement): ListedLocation[] {
  const places = childrenNamed(plan, 'datacenter').flatMap((center): ListedLocation[] => {
    const name = textOfChild(center, 'name', 'name_ru');
    const key = textOfChild(center, 'id') ?? name;
    return key === null || name === null ? [] : [{ ...locationNamed(name), key, name }];
  });
  return [...new Map(places.map((place) => [place.key, place])).values()];
}

function periodsOf(plan: XmlElement): readonly XmlElement[] {
  return childrenNamed(plan, 'price').flatMap((price) => childrenNamed(price, 'period'));
}

/** Months of a period; a negative length is a trial's. */
function monthsOf({ attributes }: XmlElement): number | null {
  const length = Number(attributes.length);
  if (!Number.isInteger(length) || length <= 0 || length > 120) return null;
  if (attributes.type === 'month') return length;
  return attributes.type === 'year' ? length * 12 : null;
}

function pricesOf(plan: XmlElement, readings: PageReadings): ListedPrice[] {
  const currency = childNamed(plan, 'price')?.attributes.currency?.toUpperCase();
  const named =
    currency !== undefined && /^[A-Z]{3}$/.test(currency) ? readings.together(`currency = ${currency}`, currency) : null;
  const byMonths = new Map<number, ListedPrice>();
  for (const period of periodsOf(plan)) {
    const months = monthsOf(period);
    const cost = period.attributes.cost ?? '';
    if (months === null || !/^\d{1,12}(?:\.\d{1,8})?$/.test(cost) || Number(cost) === 0 || byMonths.has(months)) continue;
    const amount = readings.together(`cost = ${cost} for ${period.attributes.length} ${period.attributes.type}`, cost);
    byMonths.set(months, { amount, per: { months }, phase: 'regular', ...(named ? { currency: named } : {}) });
  }
  return [...byMonths.values()].toSorted((a, b) => ('months' in a.per && 'months' in b.per ? a.per.months - b.per.months : 0));
}

/** A resource with how much of it is in the price. */
interface Included {
  readonly resource: string;
  readonly limit: number;
  readonly unit: string;
  readonly name: string;
  readonly said: string;
}

/** "Without limit", as the software writes it. */
const UNLIMITED = 99_999;

function includedIn(
  plan: XmlElement,
  readings: PageReadings,
  { told, words }: { readonly told: SpecFacts; readonly words: readonly string[] },
): Partial<Listing> {
  const included = childrenNamed(plan, 'addon').flatMap(includedOf);
  const first = (...resources: readonly string[]) => included.find((one) => resources.includes(one.resource));
  const cores = first('ncpu', 'cpu', 'vcpu', 'cores');
  const memory = first('mem', 'ram', 'memory');
  const disk = first('disc', 'disk', 'hdd', 'ssd', 'nvme', 'disk_space');
  const size = disk && sizeOf(disk, 'GB');
  const type = disk ? storageTypeIn(`${disk.resource} ${disk.name}`) : 'unknown';
  const listing: Partial<Listing> = {
    ...(cores ? { vcpu: readings.together(cores.said, cores.limit) } : {}),
    ...(memory ? memoryOf(memory, readings) : {}),
    ...(disk && size ? { disks: readings.together(disk.said, oneDisk(size, type)) } : {}),
    ...networkOf(included, readings),
  };
  if (listing.disks && type === 'unknown' && told.storageType === undefined) {
    const line = words.find((one) => storageTypeIn(one) !== 'unknown');
    if (line !== undefined) return { ...listing, storageType: readings.stated(line, storageTypeIn(line)) };
  }
  return listing;
}

function includedOf(addon: XmlElement): Included[] {
  const info = childNamed(addon, 'addon_itemtype_info');
  const resource = (info && textOfChild(info, 'intname')) ?? textOfChild(addon, 'intname');
  const limit = textOfChild(addon, 'addonlimit');
  if (resource === null || limit === null || !/^\d{1,9}(?:\.\d{1,6})?$/.test(limit) || Number(limit) === 0) return [];
  // One `measure` is the id of the unit, the other one holds its name.
  const unit = childrenNamed(addon, 'measure').flatMap((measure) => textOfChild(measure, 'name') ?? [])[0] ?? '';
  const name = [textOfChild(addon, 'name'), textOfChild(addon, 'name_ru')].filter(Boolean).join(' ');
  return [
    {
      resource: resource.toLowerCase(),
      limit: Number(limit),
      unit: unit.toLowerCase(),
      name,
      said: `${resource} = ${limit} ${unit}`.trim(),
    },
  ];
}

function memoryOf(memory: Included, readings: PageReadings): Partial<Listing> {
  if (memory.unit !== '') {
    const size = sizeOf(memory, 'GiB');
    return size ? { memory: readings.together(memory.said, binary(size)) } : {};
  }
  // Without a unit: nobody sells 128 GB and more for a plan's price by the megabyte, or less than that many megabytes.
  const size: Size = { amount: memory.limit, unit: memory.limit >= 128 ? 'MiB' : 'GiB' };
  return { memory: readings.inferred('billmanager-memory-unit', memory.said, size) };
}

const VOLUMES: readonly (readonly [RegExp, SizeUnit])[] = [
  [/^(?:mb|mib|мб|миб)$/u, 'MB'],
  [/^(?:gb|gib|гб|гиб)$/u, 'GB'],
  [/^(?:tb|tib|тб|тиб)$/u, 'TB'],
];

function sizeOf({ limit, unit }: Included, without: SizeUnit): Size | null {
  if (unit === '') return { amount: limit, unit: without };
  const known = VOLUMES.find(([pattern]) => pattern.test(unit))?.[1];
  return known ? { amount: limit, unit: known } : null;
}

/** Sellers write GB of memory and mean GiB. */
function binary({ amount, unit }: Size): Size {
  return { amount, unit: unit === 'MB' ? 'MiB' : unit === 'TB' ? 'TiB' : 'GiB' };
}

const NETWORK = /^(?:bandwidth|outbound|inbound|port|channel)$|traffic/;

function networkOf(included: readonly Included[], readings: PageReadings): Partial<Listing> {
  const network = included.filter(({ resource }) => NETWORK.test(resource));
  const speed = network.filter(({ resource }) => resource !== 'inbound').find((one) => rateOf(one) !== null);
  const volume = network.find((one) => one.limit < UNLIMITED && one.unit !== '' && sizeOf(one, 'GB') !== null);
  const unmetered = network.find(({ name }) => /unmet{1,2}er{1,2}ed|unlimited|безлимит/i.test(name));
  const rate = speed && rateOf(speed);
  const transfer: Reading<Size | 'unmetered'> | undefined = unmetered
    ? readings.stated(unmetered.name, 'unmetered')
    : volume && readings.together(volume.said, sizeOf(volume, 'GB') ?? { amount: volume.limit, unit: 'GB' });
  return {
    ...(speed && rate ? { port: readings.together(speed.said, rate) } : {}),
    ...(transfer ? { transfer } : {}),
  };
}

function rateOf({ limit, unit }: Included): Rate | null {
  if (limit >= UNLIMITED) return null;
  if (/^(?:mbps|mbit|мбит)/u.test(unit)) return { amount: limit, unit: 'Mbit/s' };
  return /^(?:gbps|gbit|гбит)/u.test(unit) ? { amount: limit, unit: 'Gbit/s' } : null;
}

function linesOf(html: string | null): string[] {
  if (html === null) return [];
  const loaded = loadPage(html.slice(0, 100_000));
  const text = loaded.ok ? postText(loaded.page) : '';
  return text
    .split('\n')
    .map(stripMarkup)
    .filter((line) => line !== '');
}
