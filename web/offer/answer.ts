/** What an offer's page shows, read from one state of the database. */
import type { Sql, TransactionSql } from '../../db/client.ts';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { type FoundRow, findByAnyId } from '../../db/queries/offer-by-id.ts';
import { changesOf, observedDays, pricePeriods, publishedRuns } from '../../db/queries/price-history.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { type FoundAssessment, findAssessment } from '../../db/queries/risk-assessments.ts';
import { RATE_BASE, type RateTable } from '../../domain/exchange-rates.ts';
import { costQuestionOf } from '../../domain/filter/conditions.ts';
import type { FieldError } from '../../domain/filter/params.ts';
import { DEFAULT_CURRENCY, filterToParams, parseFilter } from '../../domain/filter/parse.ts';
import { isId } from '../../domain/identity.ts';
import { presentRow, type RowJson } from '../../domain/present-row.ts';
import {
  type ComparedPeriod,
  type Coverage,
  comparableOf,
  comparedPeriods,
  countedPeriods,
  coverageOf,
  type Extreme,
  extreme,
  type PriceQuestion,
  type Standing,
  spanOf,
  standingOf,
} from '../../domain/price-history.ts';
import { rowState } from '../../domain/row-state.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import { type ChangeJson, presentChange } from '../../domain/told-change.ts';

/** Parameters by which an offer's prices are compared; the page ignores all others. */
export const PRICE_NAMES = ['currency', 'horizon', 'term'] as const;

/** What it cost, as far as it was observed. */
export interface History {
  readonly periods: readonly ComparedPeriod[];
  readonly lowest: Extreme | null;
  readonly highest: Extreme | null;
  readonly coverage: Coverage;
  readonly standing: Standing;
  /** Days on which its source was read, YYYY-MM-DD. */
  readonly days: readonly string[];
  /** The newest of them, oldest first. */
  readonly changes: readonly ChangeJson[];
}

/** Everything on the page. */
export interface OfferView {
  /** As asked: of a row or of an offer. */
  readonly id: string;
  readonly row: RowJson;
  /** The plan as published, with the origin of each field. */
  readonly stored: StoredRow;
  readonly question: PriceQuestion;
  /** The parameters that were given, as typed; canonical where they were understood. */
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly currencies: readonly string[];
  readonly history: History;
  /** The last assessment of the row; null: none yet, or of other prices. */
  readonly assessed: FoundAssessment | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Reads one offer or row; null where there is none. */
export async function answerOffer(sql: Sql, id: string, params: URLSearchParams, now: number): Promise<OfferView | null> {
  if (!isId(id)) return null;
  return consistentRead(sql, async (tx) => {
    const found = await findByAnyId(tx, id);
    if (!found) return null;
    const rates = await newestRates(tx);
    const { question, texts, errors } = readQuestion(params, rates);
    const state = rowState(found, new Date(now).toISOString());
    return {
      id,
      row: presentRow(found.stored, { ...question, risk: found.risk, observedAt: found.observedAt, state }),
      stored: found.stored,
      question,
      texts,
      errors,
      currencies: [...new Set([RATE_BASE, ...rates.perEuro.keys()])].toSorted(),
      history: await historyOf(tx, found, question),
      assessed: found.risk === null ? null : await findAssessment(tx, found.stored.id),
      now,
    };
  });
}

/** Wrong parameters are told beside their fields; prices are then compared as if none were given. */
function readQuestion(params: URLSearchParams, rates: RateTable): Pick<OfferView, 'question' | 'texts' | 'errors'> {
  const typed = Object.fromEntries([...params].filter(([name]) => PRICE_NAMES.some((known) => known === name)));
  const read = parseFilter(typed, { rates });
  const filter = read.ok ? read.value : {};
  const question = { ...costQuestionOf(filter), currency: filter.currency ?? DEFAULT_CURRENCY, rates };
  return read.ok ? { question, texts: filterToParams(filter), errors: [] } : { question, texts: typed, errors: read.errors };
}

/** Changes shown: an offer that flaps between stocked and sold out has thousands. */
const MOST_CHANGES = 200;

async function historyOf(tx: TransactionSql, found: FoundRow, question: PriceQuestion): Promise<History> {
  const { planId, providerId, sourceId, offerIds, withdrawn, stored } = found;
  const stretches = await pricePeriods(tx, providerId, offerIds);
  const changes = await changesOf(tx, planId, offerIds, MOST_CHANGES);
  const periods = comparedPeriods(stretches, question);
  const counted = countedPeriods(periods);
  const span = spanOf(counted);
  const coverage = coverageOf(counted, span ? await publishedRuns(tx, sourceId, span.from, span.to) : 0);
  return {
    periods,
    lowest: extreme(counted, 'lowest'),
    highest: extreme(counted, 'highest'),
    coverage,
    standing: standingOf(withdrawn ? null : comparableOf(stored.prices, question), counted, coverage),
    days: span ? await observedDays(tx, sourceId, span.from, span.to) : [],
    changes: changes.map(presentChange),
  };
}
