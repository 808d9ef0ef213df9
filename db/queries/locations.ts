/** Places where providers sell. */
import type { Location } from '../../domain/offer.ts';
import type { Db } from '../bulk.ts';

/** A place and whose it is. */
export interface ListedLocation extends Location {
  readonly providerId: string;
}

/** All places in order of their ids. */
export async function listLocations(db: Db): Promise<ListedLocation[]> {
  return db<ListedLocation[]>`
    select location_id as id, provider_id as "providerId", name, city, country from locations order by location_id`;
}

/** Countries in which anything was ever sold, in order of their codes. */
export async function listCountries(db: Db): Promise<string[]> {
  const rows = await db<{ country: string }[]>`select distinct country from locations where country is not null order by 1`;
  return rows.map(({ country }) => country);
}
