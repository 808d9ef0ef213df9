/** Listing → offers of one plan, or a rejection that says which field could not be read. The only place of conversion. */
import { idPart, offerIdOf, planIdOf } from './identity.ts';
import type { ListedLocation, ListedPlace, Listing, Rejection, RejectionCode } from './listing.ts';
import type { Location, Place, PlanOffers } from './offer.ts';
import type { ProviderFact } from './provider-facts.ts';
import { type PlanRead, readPlanSpec } from './read-plan.ts';
import { type PriceConventions, readPrices } from './read-prices.ts';

/** What normalizing knows besides the listing itself. */
export interface NormalizeContext {
  readonly sourceId: string;
  readonly providerId: string;
  /** Page for people, for plans without an address of their own. */
  readonly website: string | null;
  readonly conventions: PriceConventions;
  readonly facts: readonly ProviderFact[];
  readonly locations: ReadonlyMap<string, ListedLocation>;
  /** Address of a page by its key, for provenance. */
  readonly pageUrl: (page: string) => string | null;
}

export type Normalized = { readonly ok: true; readonly plan: PlanOffers } | { readonly ok: false; readonly rejection: Rejection };

/** Reads one listing. Every listing becomes one or the other. */
export function normalizeListing(listing: Listing, context: NormalizeContext): Normalized {
  const reject = (code: RejectionCode, field: string, said: string): Normalized => ({
    ok: false,
    rejection: {
      code,
      field,
      said,
      listing: { planKey: listing.planKey ?? listing.identity ?? null, name: listing.name?.is ?? null },
    },
  });
  const key = listing.planKey ?? listing.identity ?? '';
  if (key.trim() === '') return reject('no-key', 'planKey', String(listing.planKey));
  const read: PlanRead = readPlanSpec(listing, context);
  if (!read.ok) return reject(read.code, read.field, read.said);

  const planId = planIdOf(context.sourceId, key);
  const places: Place[] = [];
  const listedPlaces: readonly ListedPlace[] = listing.places.length > 0 ? listing.places : [{ location: null }];
  for (const place of listedPlaces) {
    const prices = readPrices(place.prices ?? listing.prices, context.conventions);
    if (!prices.ok) return reject(prices.code, place.prices ? `prices at ${place.location}` : 'prices', prices.said);
    const quantity = place.quantity?.is ?? null;
    places.push({
      offerId: offerIdOf(planId, place.location),
      location: place.location === null ? null : locationOf(place.location, context),
      availability: { state: place.availability?.is ?? 'unknown', quantity },
      prices: prices.prices,
    });
  }
  const unique = new Map(places.map((place) => [place.offerId, place]));
  if (unique.size !== places.length)
    return reject('duplicate-key', 'places', listedPlaces.map((place) => place.location).join(', '));
  return {
    ok: true,
    plan: {
      planId,
      planKey: listing.planKey,
      providerId: context.providerId,
      sourceId: context.sourceId,
      name: listing.name?.is ?? null,
      url: listing.url ?? context.website,
      spec: read.spec,
      places,
      provenance: { ...read.provenance, ...placeProvenance(listing, context) },
    },
  };
}

function locationOf(key: string, context: NormalizeContext): Location {
  const listed = context.locations.get(key);
  const country = listed?.country?.toUpperCase() ?? null;
  return {
    id: `${context.providerId}/${idPart(key)}`,
    name: listed?.name ?? null,
    city: listed?.city ?? null,
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
  };
}

function placeProvenance(listing: Listing, context: NormalizeContext): PlanOffers['provenance'] {
  const price = listing.prices[0] ?? listing.places.find((place) => place.prices)?.prices?.[0];
  const stock = listing.places.find((place) => place.availability)?.availability;
  const origin = (reading: { said: string; how: 'stated' | 'given' | 'inferred'; page: string; rule?: string }) => ({
    how: reading.how,
    said: reading.said,
    url: context.pageUrl(reading.page),
    rule: reading.rule ?? null,
    page: reading.page,
  });
  return {
    ...(price ? { prices: origin(price.amount) } : {}),
    ...(stock ? { availability: origin(stock) } : {}),
    ...(listing.placesFrom ? { locations: origin(listing.placesFrom) } : {}),
  };
}
