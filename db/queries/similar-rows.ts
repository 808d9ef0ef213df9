/** Rows that may be near another one, for `domain/similar/` to rank. */
import type { FilterContext } from '../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import type { SearchFacts } from '../../domain/search-facts.ts';
import type { Traits } from '../../domain/similar/traits.ts';
import type { Db } from '../bulk.ts';
import { binder } from './binder.ts';
import { filterSql, passing } from './filter-sql.ts';
import { FOUND_COLUMNS, type FoundRecord, type FoundRow, foundRow } from './search-offers.ts';

/** Candidates that are ranked: the nearest in memory and price. */
const MOST_CANDIDATES = 2000;

/**
 * Candidates for being like a row: of the same type of product, for sale, and where its memory is known between half and
 * twice as much of it.
 */
export async function similarCandidates(
  db: Db,
  to: Pick<SearchFacts, 'productType'> & Traits,
  context: FilterContext,
): Promise<Traits[]> {
  const filter: OfferFilter = {
    productType: [to.productType ?? 'unknown'],
    ...(to.memoryMib === null ? {} : { minMemory: Math.floor(to.memoryMib / 2), maxMemory: to.memoryMib * 2 }),
  };
  const { bind, values } = binder();
  const { from, conditions } = filterSql(filter, context, bind);
  const near = [
    ...(to.memoryMib === null ? [] : [`abs(search_rows.memory_mib - ${bind(to.memoryMib, 'int4')})`]),
    ...(to.priceEuroMicros === null ? [] : [`abs(search_rows.price_euro_micros - ${bind(to.priceEuroMicros, 'int8')})`]),
  ];
  const found = await db.unsafe<Traits[]>(
    `select search_rows.row_id as "rowId", plan_id as "planId", memory_mib as "memoryMib", vcpu, storage_gb as "storageGb", technology,
      resource_model as "resourceModel", countries, regions, price_euro_micros as "priceEuroMicros"
     from ${from} where ${passing(conditions, filter).join(' and ')}
     order by ${[...near, 'search_rows.row_id'].join(', ')} limit ${MOST_CANDIDATES}`,
    values,
  );
  return [...found];
}

/** Rows by their ids, in the order given; ids that are none are left out. `now`: canonical UTC time. */
export async function rowsByIds(db: Db, ids: readonly string[], now: string): Promise<FoundRow[]> {
  const rows = await db.unsafe<FoundRecord[]>(
    `select row_id, ${FOUND_COLUMNS} from unnest($1::text[]) with ordinality as wanted(row_id, place)
     join search_rows using (row_id) order by place`,
    [[...ids]],
  );
  return rows.map((row) => foundRow(row, now));
}
