/** Plans that are listed once a zone: one plan with a place for each zone that sells it. */
import { canonicalJson } from '../../domain/identity.ts';
import type { ListedPlace, ListedPrice } from '../../domain/listing.ts';
import type { Item } from './json.ts';

/** A plan as one zone sells it. */
export interface SoldInZone<T> {
  readonly item: Item<T>;
  readonly place: ListedPlace;
  readonly prices: readonly ListedPrice[];
}

/** Without items that repeat an earlier one word for word; a plan listed twice with different words stays twice. */
export function withoutRepeats<T>(items: readonly Item<T>[]): readonly Item<T>[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const words = canonicalJson([item.entry.planKey, item.entry.value]);
    return !seen.has(words) && seen.add(words);
  });
}

/** The fields, of those named, that the zones do not agree on: whatever one of them says is not true of the plan everywhere. */
export function differingFields<T extends object, K extends keyof T>(
  sold: readonly SoldInZone<T>[],
  fields: readonly K[],
): readonly K[] {
  return fields.filter((field) => new Set(sold.map(({ item }) => canonicalJson([item.value[field] ?? null]))).size > 1);
}

/** Prices of the plan where all zones ask the same; prices of each place where they do not. */
export function pricesOfZones(sold: readonly Pick<SoldInZone<unknown>, 'place' | 'prices'>[]): {
  prices: readonly ListedPrice[];
  places: readonly ListedPlace[];
} {
  const asked = new Set(
    sold.map(({ prices }) => canonicalJson(prices.map(({ amount, per, expiresAt }) => [amount.is, per, expiresAt?.is ?? null]))),
  );
  const [first] = sold;
  return first && asked.size === 1
    ? { prices: first.prices, places: sold.map(({ place }) => place) }
    : { prices: [], places: sold.map(({ place, prices }) => ({ ...place, prices })) };
}

/** The same for places that each have prices of their own. */
export function pricesOfPlaces(places: readonly ListedPlace[]): ReturnType<typeof pricesOfZones> {
  return pricesOfZones(places.map(({ prices = [], ...place }) => ({ place, prices })));
}
