/** Values that a search can count over the rows it finds: the fact behind each facet. Unknown counts as `unknown`. */
import type { ListFact, TextFact } from './condition.ts';

type Facet = { readonly fact: TextFact } | { readonly list: ListFact };

export const FACETS = {
  technology: { fact: 'technology' },
  resourceModel: { fact: 'resourceModel' },
  provider: { fact: 'providerId' },
  productType: { fact: 'productType' },
  architecture: { fact: 'architecture' },
  diskType: { fact: 'storageType' },
  availability: { fact: 'availability' },
  country: { list: 'countries' },
  region: { list: 'regions' },
  city: { list: 'cities' },
  location: { list: 'locationIds' },
  guest: { list: 'guests' },
} as const satisfies Readonly<Record<string, Facet>>;

export type FacetName = keyof typeof FACETS;
