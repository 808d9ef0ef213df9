/** A filter as a predicate over search facts: the second compilation of the table of criteria, beside the SQL one. */
import { type CostQuestion, cheapestCost, lowestSetupFee } from '../comparable.ts';
import type { RateTable } from '../exchange-rates.ts';
import type { SearchFacts } from '../search-facts.ts';
import type { Condition } from './condition.ts';
import { conditionsOf, type FilterContext } from './conditions.ts';
import type { OfferFilter } from './criteria.ts';
import { all, any, type Kleene, not } from './kleene.ts';

/** Compiles a filter for many rows: true, false, or null where it fails only by what is not known. */
export function predicate(filter: OfferFilter, context: FilterContext): (facts: SearchFacts) => Kleene {
  const conditions = conditionsOf(filter, context).map(({ condition }) => condition);
  return (facts) => all(conditions.map((condition) => holds(condition, facts, context.rates)));
}

/** Whether a row meets a filter: true, false, or null where it fails only by what is not known. */
export function matches(filter: OfferFilter, facts: SearchFacts, context: FilterContext): Kleene {
  return predicate(filter, context)(facts);
}

/** Whether a search shows the row: it meets the filter, or may, where unknown values are let in. */
export function passes(filter: OfferFilter, facts: SearchFacts, context: FilterContext): boolean {
  return matches(filter, facts, context) ?? filter.includeUnknown ?? false;
}

/** Whether one condition holds of a row. */
export function holds(condition: Condition, facts: SearchFacts, rates: RateTable): Kleene {
  switch (condition.op) {
    case 'constant':
      return condition.value;
    case 'all':
      return all(condition.parts.map((part) => holds(part, facts, rates)));
    case 'any':
      return any(condition.parts.map((part) => holds(part, facts, rates)));
    case 'not':
      return not(holds(condition.part, facts, rates));
    case 'missing':
      return facts[condition.fact] === null;
    case 'in':
      return ifKnown(facts[condition.fact], (fact) => condition.values.includes(fact));
    case 'contains':
      return ifKnown(facts[condition.fact], (fact) => fact.includes(condition.value));
    case 'since':
      return facts[condition.fact] >= condition.time;
    case 'before':
      return facts[condition.fact] < condition.time;
    case 'at-least':
      return ifKnown(facts[condition.fact], (fact) => fact >= condition.value);
    case 'at-most':
      return ifKnown(facts[condition.fact], (fact) => fact <= condition.value);
    case 'is':
      return ifKnown(facts[condition.fact], (fact) => fact === condition.value);
    case 'overlaps':
      return ifKnown(facts[condition.fact], (fact) => condition.values.some((value) => fact.includes(value)));
    case 'has-term':
      return facts.termMonths.includes(condition.termMonths);
    case 'cost-at-least':
      return ifKnown(costOf(facts, condition.cost, rates), (cost) => cost >= condition.euroMicros);
    case 'cost-at-most':
      return ifKnown(costOf(facts, condition.cost, rates), (cost) => cost <= condition.euroMicros);
    case 'setup-at-most':
      return ifKnown(lowestSetupFee(facts.options, condition.termMonths, rates), (fee) => fee <= condition.euroMicros);
  }
}

/** Comparable price per month of a row in euro micros, as conditions on cost see it; null: none. */
export function costOf(facts: SearchFacts, question: CostQuestion, rates: RateTable): bigint | null {
  return cheapestCost(facts.options, question, rates)?.perMonthEuroMicros ?? null;
}

function ifKnown<T>(fact: T | null, test: (fact: T) => boolean): Kleene {
  return fact === null ? null : test(fact);
}
