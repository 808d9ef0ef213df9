/** The plans of one post as listings: each with an identity that it keeps from reading to reading, and the places they name. */
import type { Finding, ListedLocation, Listing, Rejection } from '../../domain/listing.ts';
import { locationNamed } from './locations.ts';
import { readOffers, type TextContext } from './read-offers.ts';

/** What a post comes to. */
export interface PostListings {
  readonly listings: readonly Listing[];
  readonly rejections: readonly Rejection[];
  readonly findings: readonly Finding[];
  readonly locations: readonly ListedLocation[];
}

/** Reads a post. `post`: what tells it from all others of its source (an id, an address). */
export function postListings(text: string, post: string, context: TextContext): PostListings {
  const { plans, findings } = readOffers(text, context);
  const seen = new Map<string, number>();
  const listings = plans.flatMap(({ listing }) => {
    if (!listing) return [];
    const own = identityIn(listing);
    const nth = (seen.get(own) ?? 0) + 1;
    seen.set(own, nth);
    return [{ ...listing, identity: `${post}/${own}${nth === 1 ? '' : `/${nth}`}` }];
  });
  const names = new Set(listings.flatMap(({ places }) => places.flatMap(({ location }) => location ?? [])));
  return {
    listings,
    rejections: plans.flatMap(({ rejection }) => rejection ?? []),
    findings: [...findings, ...plans.flatMap((plan) => plan.findings ?? [])],
    locations: [...names].map(locationNamed),
  };
}

/** A plan within its post: its name, else what it is made of; prices change, so they tell nothing. */
function identityIn({ name, vcpu, memory, disks, placesFrom }: Listing): string {
  const places = placesFrom?.is.length === 1 ? ` ${placesFrom.is[0]}` : '';
  if (name) return `${name.is.toLowerCase()}${places}`;
  const sizes = [memory?.is, ...(disks?.is.map(({ size }) => size) ?? [])].map((size) =>
    size ? `${size.amount}${size.unit}` : '?',
  );
  return `${vcpu?.is ?? '?'}c ${sizes.join(' ')}${places}`;
}
