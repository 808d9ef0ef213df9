/** What a filter demands of rows, criterion by criterion, as conditions: what both compilations start from. */
import { type CostQuestion, DEFAULT_HORIZON_MONTHS } from '../comparable.ts';
import type { RateTable } from '../exchange-rates.ts';
import type { Condition } from './condition.ts';
import type { FilterName, OfferFilter } from './criteria.ts';
import type { Asked } from './criterion.ts';
import { criteria, DEFAULT_CURRENCY } from './parse.ts';

/** When a filter is asked, and by which rates prices compare. */
export interface FilterContext {
  /** Canonical UTC time (`utc-time.ts`). */
  readonly now: string;
  readonly rates: RateTable;
}

/** A criterion that a filter makes, asked for or by default. */
export interface FilterCondition {
  readonly name: FilterName;
  /** False: it holds because the parameter was not given. */
  readonly asked: boolean;
  readonly condition: Condition;
}

/** Horizon and term that a filter compares prices by. */
export function costQuestionOf(filter: OfferFilter): CostQuestion {
  return { horizonMonths: filter.horizon ?? DEFAULT_HORIZON_MONTHS, termMonths: filter.term ?? null };
}

/** Everything that a filter demands, criterion by criterion. A row passes when all of them are true. */
export function conditionsOf(filter: OfferFilter, { now, rates }: FilterContext): readonly FilterCondition[] {
  const asked: Asked = {
    now,
    rates,
    currency: filter.currency ?? DEFAULT_CURRENCY,
    cost: costQuestionOf(filter),
    technologies: filter.technology ?? [],
    providerDependent: filter.includeProviderDependent ?? false,
  };
  return criteria.flatMap(([name, criterion]) => {
    const value = filter[name];
    const condition = value === undefined ? criterion.unasked?.(asked) : criterion.condition?.(value, asked);
    return condition ? [{ name, asked: value !== undefined, condition }] : [];
  });
}
