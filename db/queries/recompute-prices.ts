import { DEFAULT_HORIZON_MONTHS } from '../../domain/comparable.ts';
import type { RateTable } from '../../domain/exchange-rates.ts';
import type { Db } from '../bulk.ts';
import { costSubquery, ratesJson } from './price-sql.ts';

/** Brings the stored comparable prices and set-up fees of all rows to new rates; answers how many rows changed. */
export async function recomputePrices(db: Db, rates: RateTable): Promise<number> {
  const cost = costSubquery('search_rows.row_id', { rates: '$1::text::jsonb', horizonMonths: '$2' });
  const result = await db.unsafe(
    `with fresh as (select row_id, cost::int8, setup_fee::int8 from search_rows cross join lateral ${cost} as computed)
     update search_rows set price_euro_micros = fresh.cost, setup_fee_euro_micros = fresh.setup_fee
     from fresh
     where search_rows.row_id = fresh.row_id
       and (search_rows.price_euro_micros, search_rows.setup_fee_euro_micros) is distinct from (fresh.cost, fresh.setup_fee)`,
    [ratesJson(rates), DEFAULT_HORIZON_MONTHS],
  );
  return result.count;
}
