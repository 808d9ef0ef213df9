/**
 * Open Telekom Cloud: Elastic Cloud Servers in the public price interface of the calculator. A flavour is priced once for each
 * operating system and region: EUR an hour, and EUR a month where it is reserved for 12, 24 or 36 months, paid monthly (R…) or in
 * advance (RU…); 0 stands for "not offered". Memory is text ("4 GiB"); storage is a product of its own.
 * https://calculator.otc-service.com/en/open-telekom-price-api/
 */
import { z } from 'zod';
import type { ListedPrice, Listing } from '../../domain/listing.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import { amount, childOf, type Entry, type Item, rejection, textOf } from '../read/json.ts';
import { type ListPage, readList } from '../read/list.ts';
import { asIs, type PageReadings, type PlanRead, readingsOf, sortPlans } from '../read/readings.ts';
import { memory, sizeText } from '../read/size-text.ts';

const ROLE = 'ecs';

const manifest: SourceManifest = {
  sourceId: 'open-telekom-cloud',
  providerId: 'open-telekom-cloud',
  kind: 'provider-api',
  title: 'Open Telekom Cloud price interface: Elastic Cloud Servers',
  documentation: 'https://calculator.otc-service.com/en/open-telekom-price-api/',
  hosts: ['calculator.otc-service.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/seaser0/otc-pricing-mcp/blob/1e93fe570de435f30016bbd611ddd56c3629f221/docs/api-quirks.md',
    said: 'address, parameters and shape of the answers, tried out on 2026-05-06: public, without a key',
    seen: '2026-11-26',
  },
  verified: null,
  conventions: { currency: 'EUR', taxIncluded: null },
  readerVersion: 1,
  roles: { [ROLE]: { holds: 'prices of server flavours by operating system and region', perPlace: false, main: true } },
};

/** "Regions and Endpoints" of the provider's documentation. */
const REGIONS = [
  { key: 'eu-de', name: 'eu-de', city: null, country: 'DE' },
  { key: 'eu-nl', name: 'eu-nl', city: null, country: 'NL' },
] as const;

/** An amount with its currency ("0.051175 EUR"). */
const priceText = z.string().regex(/^\d{1,9}(?:\.\d{1,9})? [A-Z]{3}$/);
const TERMS = [12, 24, 36] as const;
const reserved = { R12: priceText.nullish(), R24: priceText.nullish(), R36: priceText.nullish() };
const itemSchema = z.object({
  id: z.string().min(1),
  productName: z.string().nullish(),
  opiFlavour: z.string().min(1),
  osUnit: z.string().nullish(),
  vCpu: amount.nullish(),
  ram: sizeText.nullish(),
  unit: z.string().nullish(),
  region: z.string().min(1).nullish(),
  priceAmount: priceText.nullish(),
  ...reserved,
});
type Flavour = z.infer<typeof itemSchema>;

/** Adapter of the source. */
export const openTelekomCloud: SourceAdapter = {
  manifest,
  start: () => [
    {
      role: ROLE,
      number: 1,
      url: 'https://calculator.otc-service.com/en/open-telekom-price-api/?productType=OTC&serviceName=ecs&limitMax=5000',
    },
  ],
  next: () => [],
  extract: (pages) => {
    const list = readList(pages, { manifest, role: ROLE, read: readFlavours, schema: itemSchema });
    const read = sortPlans(list.items.map(readFlavour));
    return {
      listings: read.listings,
      locations: REGIONS,
      rejections: [...list.rejections, ...read.rejections],
      findings: list.findings,
      complete: list.whole,
      covers: null,
    };
  },
};

/** Without a filter the items stand under the service's name, with one in a list. */
function readFlavours(body: unknown): ListPage | null {
  const response = childOf(body, 'response');
  const result = childOf(response, 'result');
  const list = Array.isArray(result) ? result : childOf(result, 'ecs');
  if (!Array.isArray(list)) return null;
  const entries = list.map(
    (value: unknown, index): Entry => ({
      path: `response.result.${index}`,
      planKey: textOf(value, 'id'),
      name: textOf(value, 'productName'),
      value,
    }),
  );
  const count = childOf(childOf(response, 'stats'), 'count');
  return { entries, total: typeof count === 'number' ? count : null, more: null };
}

function readFlavour(item: Item<Flavour>): PlanRead {
  const { value: flavour, entry } = item;
  const readings = readingsOf(item.page);
  const { given, inferred } = readings;
  const prices = pricesOf(flavour, readings);
  if (prices.length === 0) {
    return { rejection: rejection('no-price', `${entry.path}.priceAmount`, `priceAmount = ${flavour.priceAmount}`, entry) };
  }
  const listing: Listing = {
    planKey: flavour.id,
    name: given('productName', flavour.productName, asIs),
    words: { class: /^[a-z]+\d*[a-z]*/i.exec(flavour.opiFlavour)?.[0] ?? '' },
    productType: inferred('otc-ecs', 'serviceName = ecs', 'cloud'),
    vcpu: given('vCpu', flavour.vCpu, asIs),
    memory: given('ram', flavour.ram, memory),
    guests: given('osUnit', flavour.osUnit, (word) =>
      /linux/i.test(word) ? ['linux'] : /windows/i.test(word) ? ['windows'] : undefined,
    ),
    prices,
    places: [{ location: flavour.region ?? null }],
    placesFrom: given('region', flavour.region, (region) => [region]),
  };
  return { listing };
}

/** By the hour, where that is the unit; and the months of a reservation, paid as they come. */
function pricesOf(flavour: Flavour, readings: PageReadings): ListedPrice[] {
  const hourly = /^h(?:our)?s?$/i.test(flavour.unit ?? '')
    ? priceOf('priceAmount', flavour.priceAmount, { hours: 1 }, readings)
    : [];
  const bound = TERMS.flatMap((months) => termPrice(flavour, months, readings));
  return [...hourly, ...bound];
}

function termPrice(flavour: Flavour, months: (typeof TERMS)[number], readings: PageReadings): ListedPrice[] {
  const [price] = priceOf(`R${months}`, flavour[`R${months}`], { months }, readings);
  if (!price) return [];
  // A month of a term of `months`: the price of the term is that many of them.
  const perMonth = Number(price.amount.is);
  const whole = readings.inferred('otc-months-of-term', price.amount.said, (perMonth * months).toFixed(6));
  return [{ ...price, amount: whole }];
}

function priceOf(
  field: string,
  text: string | null | undefined,
  per: ListedPrice['per'],
  { given }: PageReadings,
): ListedPrice[] {
  const [figure = '', currency = ''] = text?.split(' ') ?? [];
  const read = given(field, text, () => figure);
  if (!read || Number(figure) === 0) return [];
  return [{ amount: read, per, phase: 'regular', currency: { ...read, is: currency } }];
}
