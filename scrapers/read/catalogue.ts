/** Sources of two lists, plans and locations: the commonest shape of a provider's API. */
import type { z } from 'zod';
import type { ListedLocation } from '../../domain/listing.ts';
import type { Extraction, Page, SourceManifest } from '../contract.ts';
import type { Item } from './json.ts';
import { type ListReader, readList } from './list.ts';
import { unknownLocations } from './locations.ts';
import { type PlanRead, sortPlans } from './readings.ts';

/** How to read such a source. */
export interface Catalogue<P, L> {
  readonly manifest: SourceManifest;
  readonly list: ListReader;
  readonly plans: { readonly role: string; readonly schema: z.ZodType<P> };
  readonly locations: { readonly role: string; readonly schema: z.ZodType<L> };
  readonly readPlan: (item: Item<P>, locations: readonly L[]) => PlanRead;
  readonly locationOf: (location: L) => ListedLocation;
  /** Whether offers stand or fall with the list of locations, so that without it the run is not complete. */
  readonly needsLocations: boolean;
}

/** Reads both lists; without the locations the plans are read as far as they go. */
export function readCatalogue<P, L>(pages: readonly Page[], source: Catalogue<P, L>): Extraction {
  const { manifest, list: read } = source;
  const plans = readList(pages, { manifest, read, ...source.plans });
  const places = readList(pages, { manifest, read, ...source.locations });
  const known = places.items.map((item) => item.value);
  const sorted = sortPlans(plans.items.map((item) => source.readPlan(item, known)));
  const locations = known.map(source.locationOf);
  return {
    listings: sorted.listings,
    locations,
    rejections: [...plans.rejections, ...sorted.rejections],
    findings: [...plans.findings, ...places.findings, ...sorted.findings, ...unknownLocations(sorted.listings, locations)],
    complete: plans.whole && (places.whole || !source.needsLocations),
    covers: null,
  };
}
