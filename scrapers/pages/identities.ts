/** What tells the plans of a page from each other where the shop shows no ids: their names, then what they are made of. */
import { canonicalJson } from '../../domain/identity.ts';
import type { Listing } from '../../domain/listing.ts';

/** Gives every listing without a key of its own an identity that is the same at each reading; keys that several share are none. */
export function withIdentities(listings: readonly Listing[]): Listing[] {
  const keys = counted(listings.flatMap(({ planKey }) => planKey ?? []));
  const keyed = listings.map((listing) =>
    listing.planKey !== null && (keys.get(listing.planKey) ?? 0) > 1 ? { ...listing, planKey: null } : listing,
  );
  const names = counted(keyed.flatMap((listing) => (listing.planKey === null ? (nameOf(listing) ?? []) : [])));
  return keyed.map((listing) => {
    if (listing.planKey !== null || listing.identity !== undefined) return listing;
    const name = nameOf(listing);
    if (name !== null && names.get(name) === 1) return { ...listing, identity: name };
    return { ...listing, identity: canonicalJson([name, factsOf(listing)]) };
  });
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function nameOf({ name }: Listing): string | null {
  const plain = name?.is.toLowerCase().replace(/\s+/g, ' ').trim() ?? '';
  return plain === '' ? null : plain;
}

function factsOf({ memory, vcpu, disks, transfer, places, technology }: Listing) {
  return {
    memory: memory?.is ?? null,
    vcpu: vcpu?.is ?? null,
    disks: disks?.is ?? null,
    transfer: transfer?.is ?? null,
    places: places.map(({ location }) => location),
    technology: technology?.is.value ?? null,
  };
}
