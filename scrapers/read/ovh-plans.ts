/** Plans of OVHcloud's order catalogues: the options that must be ordered with them, their prices, and where they are sold. */
import type { Finding, ListedLocation, ListedPlace, ListedPrice, Listing, Rejection } from '../../domain/listing.ts';
import type { Item } from './json.ts';
import { configured, type OvhCatalogue, type OvhOffer, type OvhProduct, rejected } from './ovh-catalogue.ts';
import { ovhPrices, type PricedPart } from './ovh-prices.ts';
import { readingsOf } from './readings.ts';

/** An option that is ordered with the plan. */
export interface ChosenOption {
  readonly family: string;
  readonly offer: OvhOffer;
  readonly product: OvhProduct | undefined;
}

/** A plan with what it is sold with, or why it cannot be sold. */
export type PricedPlan =
  | { readonly rejection: Rejection }
  | { readonly rejection?: undefined; readonly options: readonly ChosenOption[]; readonly prices: readonly ListedPrice[] };

/**
 * The plan's prices with one option of each mandatory family: the default, else the cheapest, which is what the provider
 * advertises. Without one of them the machine cannot be ordered, so its price is not the plan's alone.
 */
export function pricedPlan(item: Item<OvhOffer>, catalogue: OvhCatalogue): PricedPlan {
  const plan = item.value;
  const families = (plan.addonFamilies ?? []).filter((family) => family.mandatory && (family.addons ?? []).length > 0);
  const options: ChosenOption[] = [];
  for (const { name, default: preset, addons } of families) {
    const known = (preset ? [preset] : (addons ?? [])).flatMap((code) => catalogue.option(item.page, code) ?? []);
    const [offer] = known.toSorted((a, b) => monthOf(a) - monthOf(b));
    const said = `mandatory option ${name}: ${preset ?? (addons ?? []).join(', ')} is not in the catalogue`;
    if (!offer) return { rejection: rejected(item, 'no-price', 'addonFamilies', said) };
    options.push({ family: name ?? '', offer, product: catalogue.product(item.page, offer.product) });
  }
  const prices = ovhPrices(readingsOf(item.page), {
    plan: { what: 'plan', pricings: plan.pricings ?? [] },
    options: options.map(partOf),
    rule: families.some((family) => !family.default) ? 'ovh-cheapest-options' : 'ovh-default-options',
    currency: catalogue.currency(item.page),
  });
  const said = `${(plan.pricings ?? []).length} pricings, none for new customers by the month`;
  return prices.length > 0 ? { options, prices } : { rejection: rejected(item, 'no-price', 'pricings', said) };
}

function partOf({ family, offer }: ChosenOption): PricedPart {
  return { what: `${family} ${offer.planCode}`, pricings: offer.pricings ?? [] };
}

function monthOf(offer: OvhOffer): number {
  const monthly = (offer.pricings ?? []).find((one) => one.mode === 'default' && one.capacities?.includes('renew'));
  return monthly?.price ?? Number.POSITIVE_INFINITY;
}

/** Places of a plan from the datacentres that it can be configured for; no place named where it has none. */
export function datacentres(item: Item<OvhOffer>, configuration: string): Pick<Listing, 'places' | 'placesFrom'> {
  const keys = configured(item.value, configuration);
  const places: ListedPlace[] = keys.length > 0 ? keys.map((location) => ({ location })) : [{ location: null }];
  const said = `configurations.${configuration} = ${keys.join(', ')}`;
  return { places, placesFrom: keys.length > 0 ? readingsOf(item.page).together(said, keys) : undefined };
}

/**
 * Campuses by the code of the catalogues, in any case: https://github.com/ovh/docs (guide "Bring your own IP", list of campuses),
 * regions Frankfurt and London: https://github.com/ovh/docs/pull/8369. Country codes stand for sites in that country.
 */
const CAMPUSES: Readonly<Record<string, Omit<ListedLocation, 'key'>>> = {
  rbx: { name: 'Roubaix', city: 'Roubaix', country: 'FR' },
  gra: { name: 'Gravelines', city: 'Gravelines', country: 'FR' },
  sbg: { name: 'Strasbourg', city: 'Strasbourg', country: 'FR' },
  waw: { name: 'Warsaw', city: 'Warsaw', country: 'PL' },
  lim: { name: 'Limburg', city: 'Limburg', country: 'DE' },
  fra: { name: 'Frankfurt', city: 'Frankfurt', country: 'DE' },
  de: { name: 'Germany', city: null, country: 'DE' },
  eri: { name: 'Erith', city: 'Erith', country: 'GB' },
  lon: { name: 'London', city: 'London', country: 'GB' },
  uk: { name: 'United Kingdom', city: null, country: 'GB' },
  bhs: { name: 'Beauharnois', city: 'Beauharnois', country: 'CA' },
  vin: { name: 'Vint Hill', city: 'Vint Hill', country: 'US' },
  'us-east-va': { name: 'US East, Virginia', city: 'Vint Hill', country: 'US' },
  hil: { name: 'Hillsboro', city: 'Hillsboro', country: 'US' },
  'us-west-or': { name: 'US West, Oregon', city: 'Hillsboro', country: 'US' },
  sgp: { name: 'Singapore', city: 'Singapore', country: 'SG' },
  syd: { name: 'Sydney', city: 'Sydney', country: 'AU' },
  ynm: { name: 'Mumbai', city: 'Mumbai', country: 'IN' },
};

/** The locations that listings name, as far as they are known; a finding for each other one. */
export function campuses(listings: readonly Listing[]): { locations: readonly ListedLocation[]; findings: readonly Finding[] } {
  const keys = [...new Set(listings.flatMap((listing) => listing.places.flatMap(({ location }) => location ?? [])))];
  const campus = (key: string) => Object.entries(CAMPUSES).find(([code]) => code === key.toLowerCase())?.[1];
  const unknown = keys.filter((key) => !campus(key));
  return {
    locations: keys.flatMap((key) => {
      const known = campus(key);
      return known ? [{ key, ...known }] : [];
    }),
    findings: unknown.map((key) => ({ code: 'unknown-location', severity: 'info', message: `${key} is no campus known here` })),
  };
}
