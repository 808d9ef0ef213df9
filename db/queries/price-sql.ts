/** Comparable prices in SQL: the arithmetic of `domain/comparable.ts` to the letter, as the conformance test proves. */
import { RATE_BASE, type RateTable } from '../../domain/exchange-rates.ts';

/** Rates as JSON text for one bound parameter: micros per euro by currency, the euro itself among them. */
export function ratesJson(rates: RateTable): string {
  const perEuro = [...rates.perEuro].map(([currency, rate]) => [currency, rate.toString()]);
  return JSON.stringify({ ...Object.fromEntries(perEuro), [RATE_BASE]: '1000000' });
}

/** SQL texts that the question is made of: each an expression, most of them a placeholder. */
export interface CostSql {
  /** jsonb of {@link ratesJson}. */
  readonly rates: string;
  /** numeric. */
  readonly horizonMonths: string;
  /** integer; absent: any term. */
  readonly termMonths?: string | undefined;
  /** The table of options, or an expression that yields one; absent: `search_options`. */
  readonly options?: string;
}

/**
 * A subquery over the options of one row (`rowId`: a column of the outer query) that yields one row: `cost`, the comparable
 * price per month, and `setup_fee`, the lowest stated one, both numeric euro micros or null.
 */
export function costSubquery(rowId: string, { rates, horizonMonths, termMonths, options = 'search_options' }: CostSql): string {
  // Of one term, every option applies: without the window PostgreSQL computes a row's price in about half the time.
  const anyTerm = termMonths === undefined;
  const shortest = anyTerm ? 'min(term_months) over () as shortest,' : '';
  const applicable = anyTerm ? ' filter (where term <= greatest(horizon, shortest))' : '';
  // numeric, not bigint: a price of a long term, multiplied by the rate base, does not fit 64 bits.
  return `(
    select
      min(div(div(
        setup_fee_micros * term + coalesce(introductory_micros, 0) * first + regular_micros * (horizon - first),
        term * horizon) * 1000000, rate))${applicable} as cost,
      min(div(setup_fee_micros * 1000000, rate)) filter (where setup_fee_known) as setup_fee
    from (
      select
        setup_fee_micros::numeric, introductory_micros::numeric, regular_micros::numeric, setup_fee_known,
        term_months::numeric as term,
        ${shortest}
        (${horizonMonths})::numeric as horizon,
        case when introductory_micros is null then 0 else least(term_months, (${horizonMonths})::numeric) end as first,
        (${rates} ->> currency)::numeric as rate
      from ${options} as paid
      where row_id = ${rowId}${anyTerm ? '' : ` and term_months = ${termMonths}`}
    ) as option)`;
}
