/** Places that sell a plan: those that have a price, and those that the source's list of locations knows. */
import type { Finding, ListedLocation, ListedPlace, ListedPrice, Listing } from '../../domain/listing.ts';

/** One finding for each location that plans are sold in but the source's own list does not know; none without such a list. */
export function unknownLocations(listings: readonly Listing[], locations: readonly ListedLocation[]): Finding[] {
  if (locations.length === 0) return [];
  const known = new Set(locations.map((location) => location.key));
  const plans = new Map<string, (string | null)[]>();
  for (const listing of listings) {
    for (const { location } of listing.places) {
      if (location !== null && !known.has(location)) plans.set(location, [...(plans.get(location) ?? []), listing.planKey]);
    }
  }
  return [...plans].map(([key, sold]) => ({
    code: 'unknown-location',
    severity: 'info',
    message: `${key} sells ${sold.length} plans (${sold[0]}, …) but is not on the list of locations`,
  }));
}

/** The places that have a price, of their own or the plan's, and a finding for those that have none. */
export function pricedPlaces(planKey: string, places: readonly ListedPlace[], prices: readonly ListedPrice[]) {
  const isPriced = (place: ListedPlace) => (place.prices ?? prices).length > 0;
  const without = places.filter((place) => !isPriced(place)).map((place) => place.location);
  const priced = places.filter(isPriced);
  const findings: Finding[] =
    priced.length > 0 && without.length > 0
      ? [{ code: 'skipped', severity: 'info', message: `${planKey}: no price in ${without.join(', ')}` }]
      : [];
  return { priced, findings };
}
