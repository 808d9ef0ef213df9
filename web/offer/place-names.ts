/** Names of the places that offers stand for. */
import type { RowJson } from '../../domain/present-row.ts';
import { counted } from '../words/amounts.ts';

/** Places that are named one by one. */
const MOST_NAMED = 3;

/** Where some offers are sold, in few words; where all of the row's are, nothing needs to be said but that. */
export function placesWords(offerIds: readonly string[], { locations }: Pick<RowJson, 'locations'>): string {
  const all = locations.length > 0 && locations.every(({ offerId }) => offerIds.includes(offerId));
  if (all && offerIds.length === locations.length && locations.length > 1) return `all ${locations.length} places`;
  if (offerIds.length > MOST_NAMED) return counted(offerIds.length, 'place');
  return offerIds.map((id) => placeName(id, locations)).join(', ');
}

function placeName(offerId: string, locations: RowJson['locations']): string {
  const found = locations.find((location) => location.offerId === offerId);
  const key = offerId.slice(offerId.indexOf('@') + 1);
  return found?.city ?? found?.name ?? (key === '-' ? 'no place named' : key);
}
