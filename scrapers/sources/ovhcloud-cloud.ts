/**
 * OVHcloud Public Cloud: instances, which the public order catalogue of a subsidiary lists as add-ons. One flavour has several codes:
 * `b3-8.consumption` by the hour, `b3-8.monthly.postpaid` by the month, and with `.3AZ` or `.LZ.EU` behind it the price of that tier of
 * regions. https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/cloud
 */
import type { Finding, ListedLocation, ListedPrice, Listing, Rejection } from '../../domain/listing.ts';
import type { Extraction, Page, SourceAdapter, SourceManifest } from '../contract.ts';
import type { Item } from '../read/json.ts';
import { CATALOGUE_ROLE, currenciesOf, type OvhOffer, otherAddons, readOvhAddons, rejected } from '../read/ovh-catalogue.ts';
import { decimalOf } from '../read/ovh-prices.ts';
import { disksOf, frequencyOf, gpuOf, memoryOf, portOf } from '../read/ovh-specs.ts';
import { asIs, type PlanRead, readingsOf, sortPlans } from '../read/readings.ts';
import { differingFields, pricesOfZones, type SoldInZone, withoutRepeats } from '../read/zones.ts';

const manifest: SourceManifest = {
  sourceId: 'ovhcloud-cloud',
  providerId: 'ovhcloud',
  kind: 'provider-api',
  title: 'OVHcloud order catalogue: Public Cloud instances, French subsidiary',
  documentation: 'https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/cloud',
  hosts: ['eu.api.ovh.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/mixxor/eu-cloud-prices/blob/7cca073ff3fe866b6d1583a42ee613eaa656ebbd/tests/fixtures/ovh_catalog.json',
    said: 'a part of a recorded answer of the French catalogue, on or before 2026-08-14',
    seen: '2026-11-26',
  },
  verified: '2026-08-14',
  // Each price has its tax beside it (`price`, `tax`); the currency of a subsidiary stands in the catalogue.
  conventions: { currency: 'EUR', taxIncluded: false },
  readerVersion: 1,
  roles: { [CATALOGUE_ROLE]: { holds: 'instances as add-ons, with prices', perPlace: false, main: true } },
};

/** Adapter of the source. */
export const ovhcloudCloud: SourceAdapter = {
  manifest,
  start: () => [
    { role: CATALOGUE_ROLE, number: 1, url: 'https://eu.api.ovh.com/v1/order/catalog/public/cloud?ovhSubsidiary=FR' },
  ],
  next: () => [],
  extract,
};

const isInstance = (product: string | null) => product?.startsWith('publiccloud-instance') ?? false;
const CODE = /^(?<flavour>[^.]+)\.(?:consumption|monthly\.postpaid)(?:\.(?<tier>.+))?$/;

/** What one code sells: a flavour in a tier of regions, by the hour or by the month. */
interface Sold extends SoldInZone<{ readonly technical: NonNullable<OvhOffer['blobs']>['technical'] }> {
  readonly offer: Item<OvhOffer>;
}

function extract(pages: readonly Page[]): Extraction {
  const list = readOvhAddons(pages, manifest, isInstance, (code) => code.split('.')[0] ?? code);
  const currencies = currenciesOf(pages);
  const rejections: Rejection[] = [...list.rejections];
  const flavours = new Map<string, Sold[]>();
  for (const item of withoutRepeats(list.items)) {
    const { flavour, tier } = CODE.exec(item.value.planCode)?.groups ?? {};
    const said = item.value.planCode;
    if (!flavour) {
      rejections.push(rejected(item, 'not-a-plan', 'planCode', `${said}: no flavour with its billing`));
      continue;
    }
    const [price, ...others] = pricesOf(item, currencies);
    if (!price || others.length > 0) {
      rejections.push(
        rejected(item, price ? 'ambiguous-price' : 'no-price', 'pricings', `${said}: ${others.length + (price ? 1 : 0)} prices`),
      );
      continue;
    }
    const sold = { offer: item, item: { ...item, value: { technical: item.value.blobs?.technical } } };
    const place = { location: tier ?? null };
    flavours.set(flavour, [...(flavours.get(flavour) ?? []), { ...sold, place, prices: [price] }]);
  }
  const read = [...flavours].map(([flavour, sold]) => readFlavour(flavour, sold));
  const { listings, findings } = sortPlans(read);
  return {
    listings,
    locations: tiersOf(listings),
    rejections: [...rejections, ...read.flatMap(({ ambiguous }) => ambiguous)],
    findings: [...list.findings, ...findings, ...notInstances(pages)],
    complete: list.whole,
    covers: null,
  };
}

function pricesOf(item: Item<OvhOffer>, currencies: ReturnType<typeof currenciesOf>): ListedPrice[] {
  const readings = readingsOf(item.page);
  const currency = currencies.get(item.page);
  return (item.value.pricings ?? []).flatMap((pricing): ListedPrice[] => {
    const { capacities, interval, intervalUnit: unit, commitment, price } = pricing;
    if (!capacities?.includes('consumption') || interval !== 1 || commitment > 0 || !price) return [];
    if (unit !== 'hour' && unit !== 'month') return [];
    const amount = readings.together(`${item.value.planCode}: price = ${price} (1e-8) per ${unit}`, decimalOf(BigInt(price)));
    return [{ amount, per: unit === 'hour' ? { hours: 1 } : { months: 1 }, phase: 'regular', ...(currency ? { currency } : {}) }];
  });
}

/** One plan of a flavour: a place for each tier of regions, the plain one without a name. A tier quoted twice is no offer. */
function readFlavour(flavour: string, sold: readonly Sold[]): PlanRead & { readonly ambiguous: readonly Rejection[] } {
  const quoted = (one: Sold) => JSON.stringify([one.place.location, one.prices[0]?.per]);
  const twice = sold.filter((one) => sold.filter((other) => quoted(other) === quoted(one)).length > 1);
  const clear = sold.filter((one) => !twice.some((other) => other.place.location === one.place.location));
  const unclear = sold.filter((one) => !clear.includes(one));
  const ambiguous = unclear.map(({ offer }) =>
    rejected(offer, 'ambiguous-price', 'pricings', `${offer.value.planCode}: several codes for the same regions and billing`),
  );
  const [first] = clear;
  if (!first) return { ambiguous };
  const described = clear.filter(({ item }) => item.value.technical);
  const differing = differingFields(described, ['technical']).length > 0;
  const tiers = [...new Set(clear.map(({ place }) => place.location))];
  const inTiers = tiers.map((tier) => {
    const codes = clear.filter(({ place }) => place.location === tier);
    return { place: { location: tier }, prices: codes.flatMap(({ prices }) => prices) };
  });
  const finding: Finding = {
    code: 'spec-mismatch',
    severity: 'info',
    message: `${flavour}: its codes describe different machines`,
  };
  const listing = { ...specOf(flavour, differing ? first : (described[0] ?? first), differing), ...pricesOfZones(inTiers) };
  return { listing, findings: differing ? [finding] : [], ambiguous };
}

function specOf(flavour: string, { offer }: Sold, differing: boolean): Omit<Listing, 'prices' | 'places'> {
  const readings = readingsOf(offer.page);
  const { commercial } = offer.value.blobs ?? {};
  const technical = differing ? null : offer.value.blobs?.technical;
  return {
    planKey: flavour,
    name: readings.given('invoiceName', offer.value.invoiceName, asIs),
    words: { class: commercial?.brickSubtype ?? commercial?.brick ?? '' },
    productType: technical?.gpu
      ? readings.given('technical.gpu', technical.gpu, () => 'gpu')
      : readings.together('order/catalog/public/cloud', 'cloud'),
    vcpu: readings.given('technical.cpu.cores', technical?.cpu?.cores, asIs),
    frequencyMhz: frequencyOf(technical?.cpu, readings),
    memory: memoryOf(technical?.memory, readings),
    disks: disksOf([technical?.storage], readings),
    port: portOf(technical?.bandwidth, readings),
    gpu: gpuOf(technical?.gpu, readings),
    guests: readings.given('technical.os.family', technical?.os?.family, (family) => [family.toLowerCase()]),
  };
}

/** Tiers are groups of regions: no city, and no country. */
function tiersOf(listings: readonly Listing[]): ListedLocation[] {
  const keys = [...new Set(listings.flatMap(({ places }) => places.flatMap(({ location }) => location ?? [])))];
  return keys.map((key) => ({
    key,
    name: key.replace(/^LZ\./, 'Local Zones, ').replace(/^3AZ$/, '3-AZ regions'),
    city: null,
    country: null,
  }));
}

function notInstances(pages: readonly Page[]): Finding[] {
  const counts = otherAddons(pages, isInstance);
  if (counts.size === 0) return [];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const examples = [...counts].slice(0, 5).map(([product, count]) => `${product} ${count}`);
  return [{ code: 'skipped', severity: 'info', message: `${total} add-ons that are no instances: ${examples.join(', ')}` }];
}
