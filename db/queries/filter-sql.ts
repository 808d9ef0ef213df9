/** A filter as SQL over `search_rows`: the same conditions as the predicate's, in SQL's own three-valued logic. */
import { DEFAULT_HORIZON_MONTHS } from '../../domain/comparable.ts';
import type { Condition, NumberFact } from '../../domain/filter/condition.ts';
import { conditionsOf, costQuestionOf, type FilterCondition } from '../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { type SearchContext, tablesAsOf } from './as-of.ts';
import type { Bind } from './binder.ts';
import { columnOf } from './columns.ts';
import { asksComputedPrice, possibleSql } from './possible-sql.ts';
import { costSubquery, ratesJson } from './price-sql.ts';

/** The parts of a statement that a filter gives. Every value is bound. */
export interface FilterSql {
  /** Common table expressions to begin the statement's own with; empty where the tables are read as they are. */
  readonly tables: string;
  /** What holds of every row that counts, wherever `search_rows` is read. */
  readonly valid: string;
  /** `search_rows` and, where the question needs it, the prices computed beside it. */
  readonly from: string;
  /** One expression a criterion: true, false or null for unknown. */
  readonly conditions: readonly string[];
  /** One expression a criterion: whether it is true or unknown. Binds its values when called. */
  possible(): readonly string[];
  /** Comparable price in euro micros over the filter's horizon and term; integer. */
  readonly price: string;
}

/** SQL types of the facts that are numbers, so that a bound number meets its column's own operator and index. */
const NUMBER_TYPES: Readonly<Record<NumberFact, string>> = {
  vcpu: 'float8',
  memoryMib: 'int4',
  storageGb: 'float8',
  transferGb: 'float8',
  portMbps: 'float8',
  ipv4: 'int4',
  offerCount: 'int4',
};

/** What a caller needs of a filter. */
export interface FilterNeeds {
  /** Whether it uses `price`: prices of every row are dear to compute for nothing. */
  readonly price: boolean;
  /** Which of the filter's criteria count; absent: all of them. */
  readonly counts?: (criterion: FilterCondition) => boolean;
}

/** Compiles a filter. */
export function filterSql(
  filter: OfferFilter,
  context: SearchContext,
  bind: Bind,
  needs: FilterNeeds = { price: true },
): FilterSql {
  const { horizonMonths, termMonths } = costQuestionOf(filter);
  const criteria = conditionsOf(filter, context).filter(needs.counts ?? (() => true));
  const asked = criteria.map(({ condition }) => condition);
  const { tables, valid, options } = tablesAsOf(context, bind);
  const otherRates = context.asOf?.otherRates ?? false;
  const stored = horizonMonths === DEFAULT_HORIZON_MONTHS && termMonths === null && !otherRates;
  const price = stored ? 'search_rows.price_euro_micros' : 'computed.cost';
  const computed =
    stored || !(needs.price || otherRates || asked.some(asksComputedPrice))
      ? ''
      : ` cross join lateral ${costSubquery('search_rows.row_id', {
          rates: bind(ratesJson(context.rates), 'text::jsonb'),
          horizonMonths: bind(horizonMonths, 'int4'),
          termMonths: termMonths === null ? undefined : bind(termMonths, 'int4'),
          options,
        })} as computed`;
  const fee = otherRates || termMonths !== null ? 'computed.setup_fee' : 'search_rows.setup_fee_euro_micros';
  const sqlOf = (condition: Condition) => conditionSql(condition, { price, fee }, bind);
  return {
    tables,
    valid,
    from: `search_rows${computed}`,
    conditions: asked.map(sqlOf),
    possible: () => asked.map((condition) => possibleSql(condition, price, sqlOf)),
    price,
  };
}

/** Expressions of amounts in euro micros. */
interface Amounts {
  readonly price: string;
  readonly fee: string;
}

function conditionSql(condition: Condition, amounts: Amounts, bind: Bind): string {
  const column = (fact: string) => `search_rows.${columnOf(fact)}`;
  switch (condition.op) {
    case 'constant':
      return condition.value === null ? 'null::boolean' : String(condition.value);
    case 'all':
      return joined(condition.parts, 'and', amounts, bind);
    case 'any':
      return joined(condition.parts, 'or', amounts, bind);
    case 'not':
      return `not ${conditionSql(condition.part, amounts, bind)}`;
    case 'missing':
      return `(${column(condition.fact)} is null)`;
    case 'in':
      return `(${column(condition.fact)} = any(${bind([...condition.values], 'text[]')}))`;
    case 'contains':
      return `(strpos(${column(condition.fact)}, ${bind(condition.value, 'text')}) > 0)`;
    case 'since':
      return `(${column(condition.fact)} >= ${bind(condition.time, 'text::timestamptz')})`;
    case 'before':
      return `(${column(condition.fact)} < ${bind(condition.time, 'text::timestamptz')})`;
    case 'at-least':
      return `(${column(condition.fact)} >= ${bind(condition.value, NUMBER_TYPES[condition.fact])})`;
    case 'at-most':
      return `(${column(condition.fact)} <= ${bind(condition.value, NUMBER_TYPES[condition.fact])})`;
    case 'is':
      return condition.value ? column(condition.fact) : `(not ${column(condition.fact)})`;
    case 'overlaps':
      return `(${column(condition.fact)} && ${bind([...condition.values], 'text[]')})`;
    case 'has-term':
      return `(${bind(condition.termMonths, 'int4')} = any(search_rows.term_months))`;
    case 'cost-at-least':
      return `(${amounts.price} >= ${bind(condition.euroMicros, 'int8')})`;
    case 'cost-at-most':
      return `(${amounts.price} <= ${bind(condition.euroMicros, 'int8')})`;
    case 'setup-at-most':
      return `(${amounts.fee} <= ${bind(condition.euroMicros, 'int8')})`;
  }
}

function joined(parts: readonly Condition[], operator: 'and' | 'or', amounts: Amounts, bind: Bind): string {
  if (parts.length === 0) return String(operator === 'and');
  return `(${parts.map((part) => conditionSql(part, amounts, bind)).join(` ${operator} `)})`;
}

/** What a row must meet to be shown: every criterion, or, where unknown values are let in, none of them not. */
export function passing(conditions: readonly string[], filter: OfferFilter): readonly string[] {
  return filter.includeUnknown ? conditions.map(notFalse) : conditions;
}

/** A condition that is true or unknown. */
export function notFalse(condition: string): string {
  return `${condition} is not false`;
}
