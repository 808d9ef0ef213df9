import { cheapestCost, DEFAULT_HORIZON_MONTHS, lowestSetupFee } from '../../domain/comparable.ts';
import type { RateTable } from '../../domain/exchange-rates.ts';
import type { Micros } from '../../domain/money.ts';
import type { RiskJson } from '../../domain/risk/risk-json.ts';
import type { SearchFacts } from '../../domain/search-facts.ts';
import type { StoredRow } from '../../domain/stored-row.ts';

/** What search keeps of one row: the columns of `search_rows`, and its ways to pay (`options`) for `search_options`. */
export interface SearchRowRecord extends SearchFacts {
  /** Comparable price over the default horizon, any term; null: none. */
  readonly priceEuroMicros: Micros | null;
  /** Lowest stated set-up fee; null: none stated. */
  readonly setupFeeEuroMicros: Micros | null;
  readonly dropPpm: number | null;
  readonly dropUntil: string | null;
  /** Of the last assessment; null: unknown, or not assessed yet. */
  readonly riskScore: number | null;
  readonly risk: RiskJson | null;
  readonly row: StoredRow;
}

/** What a record is made from. */
export interface SearchRowParts {
  readonly facts: SearchFacts;
  readonly stored: StoredRow;
  readonly rates: RateTable;
  /** Fall of the comparable price in millionths, and the ISO time until which it counts; null: no fall seen. */
  readonly drop: { readonly ppm: number; readonly until: string } | null;
  /** Absent: not assessed yet. */
  readonly risk?: { readonly score: number | null; readonly shown: RiskJson } | null;
}

/** The record of a row for `replaceSearchRows`. */
export function searchRowValues({ facts, stored, rates, drop, risk = null }: SearchRowParts): SearchRowRecord {
  const question = { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null };
  return {
    ...facts,
    priceEuroMicros: cheapestCost(facts.options, question, rates)?.perMonthEuroMicros ?? null,
    setupFeeEuroMicros: lowestSetupFee(facts.options, null, rates),
    dropPpm: drop?.ppm ?? null,
    dropUntil: drop?.until ?? null,
    riskScore: risk?.score ?? null,
    risk: risk?.shown ?? null,
    row: stored,
  };
}
