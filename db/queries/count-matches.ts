import type { OfferFilter } from '../../domain/filter/criteria.ts';
import type { Db } from '../bulk.ts';
import type { SearchContext } from './as-of.ts';
import { binder } from './binder.ts';
import { filterSql } from './filter-sql.ts';

/** How many rows a filter finds. */
export interface Counts {
  readonly total: number;
  /** Offers that the rows stand for: one a location. */
  readonly totalOffers: number;
  /** Rows that nothing speaks against, left out only because something is not known of them. */
  readonly excludedUnknown: number;
  /** Those of them that pass where `can` is content with what the provider decides (`includeProviderDependent`). */
  readonly excludedProviderDependent: number;
}

/** Counts what a filter finds, exactly. */
export async function countMatches(db: Db, filter: OfferFilter, context: SearchContext): Promise<Counts> {
  const { bind, values } = binder();
  const { tables, valid, from, conditions, possible } = filterSql(filter, context, bind, { price: false });
  const counted = await db.unsafe<{ passes: boolean | null; rows: number; offers: number }[]>(
    `with ${tables}counted as (
     select ${conditions.join(' and ')} as passes, count(*)::int4 as rows, sum(offer_count)::float8 as offers
     from ${from} where ${[valid, ...possible()].join(' and ')} group by 1)
     select * from counted`,
    values,
  );
  const shown = filter.includeUnknown ? counted : counted.filter(({ passes }) => passes);
  const rows = (some: typeof shown) => some.reduce((sum, { rows }) => sum + rows, 0);
  const total = rows(shown);
  return {
    total,
    totalOffers: shown.reduce((sum, { offers }) => sum + offers, 0),
    excludedUnknown: rows([...counted]) - total,
    excludedProviderDependent: await providerDependent(db, filter, context, total),
  };
}

/** Rows more that pass where a capability that the provider decides on is enough. */
async function providerDependent(db: Db, filter: OfferFilter, context: SearchContext, total: number): Promise<number> {
  if (filter.can === undefined || filter.includeProviderDependent || filter.includeUnknown) return 0;
  const wider = await countMatches(db, { ...filter, includeProviderDependent: true }, context);
  return wider.total - total;
}
