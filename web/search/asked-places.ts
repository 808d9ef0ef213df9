import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { regionOf } from '../../domain/search-facts.ts';
import type { StoredRowLocation } from '../../domain/stored-row.ts';

/** What a search asks of places. */
export type AskedPlaces = Pick<OfferFilter, 'country' | 'region' | 'city' | 'location'>;

/** A row's places, those that the search asks for before the others. */
export function askedFirst(locations: readonly StoredRowLocation[], asked: AskedPlaces): StoredRowLocation[] {
  return locations.toSorted((a, b) => Number(isAsked(b, asked)) - Number(isAsked(a, asked)));
}

function isAsked({ id, city, country }: StoredRowLocation, asked: AskedPlaces): boolean {
  const region = country === null ? null : regionOf(country);
  const meets = (wanted: readonly string[] | undefined, value: string | null) =>
    wanted === undefined || (value !== null && wanted.includes(value));
  return (
    meets(asked.country, country) &&
    meets(asked.region, region) &&
    meets(asked.city, city?.toLowerCase() ?? null) &&
    meets(asked.location, id)
  );
}
