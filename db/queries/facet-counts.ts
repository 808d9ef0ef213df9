import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { FACETS, type FacetName } from '../../domain/filter/facets.ts';
import type { Db } from '../bulk.ts';
import type { SearchContext } from './as-of.ts';
import { binder } from './binder.ts';
import { columnOf } from './columns.ts';
import { filterSql, passing } from './filter-sql.ts';

/** A value with the number of rows that have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Values of one facet that are told, the most frequent first. */
const LARGEST_FACET = 200;

/** Counts the values of facets over the rows that a filter finds; rows of which it is not known count as `unknown`. */
export async function facetCounts(
  db: Db,
  filter: OfferFilter,
  facets: readonly FacetName[],
  context: SearchContext,
): Promise<Partial<Record<FacetName, readonly FacetCount[]>>> {
  const first = facets[0];
  if (first === undefined) return {};
  const { bind, values } = binder();
  const { tables, valid, from, conditions } = filterSql(filter, context, bind, { price: false });
  const columns = facets.map((facet) => columnOf(factOf(facet)));
  const counted = await db.unsafe<{ facet: FacetName; value: string; count: number }[]>(
    `with ${tables}found as materialized (
       select ${[...new Set(columns)].map((column) => `search_rows.${column}`).join(', ')}
       from ${from} where ${[valid, ...passing(conditions, filter)].join(' and ')}
     )
     ${facets.map(oneFacet).join('\nunion all\n')}`,
    values,
  );
  return Object.fromEntries(
    facets.map((facet) => [facet, counted.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))]),
  );
}

function factOf(name: FacetName): string {
  const facet = FACETS[name];
  return 'fact' in facet ? facet.fact : facet.list;
}

function oneFacet(name: FacetName): string {
  const column = columnOf(factOf(name));
  const value = 'fact' in FACETS[name] ? column : 'element';
  const from = 'fact' in FACETS[name] ? 'found' : `found left join lateral unnest(${column}) as element on true`;
  return `(select '${name}' as facet, coalesce(${value}, 'unknown') as value, count(*)::int4 as count
    from ${from} group by 2 order by 3 desc, 2 limit ${LARGEST_FACET})`;
}
