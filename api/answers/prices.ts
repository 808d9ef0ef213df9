/** Answers what an offer or row cost, as far as it was observed. */
import type { Db } from '../../db/bulk.ts';
import type { FoundRow } from '../../db/queries/offer-by-id.ts';
import { changesOf, pricePeriods, publishedRuns } from '../../db/queries/price-history.ts';
import { formatMicros, type Micros } from '../../domain/money.ts';
import { type PricesThen, pricesThen } from '../../domain/price-at.ts';
import {
  type ComparedPeriod,
  comparableOf,
  comparedPeriods,
  countedPeriods,
  coverageOf,
  extreme,
  type PriceQuestion,
  type Standing,
  spanOf,
  standingOf,
} from '../../domain/price-history.ts';
import { presentChange } from '../../domain/told-change.ts';

/** Changes told: an offer that flaps between stocked and sold out has thousands. */
const MOST_CHANGES = 500;

/** Reads and presents what the offers of a row cost. `at`: a time to tell the prices of; null: none. */
export async function priceHistory(sql: Db, found: FoundRow, question: PriceQuestion, at: string | null) {
  const { planId, providerId, sourceId, offerIds, withdrawn, stored } = found;
  const [periods, changes] = await Promise.all([
    pricePeriods(sql, providerId, offerIds),
    changesOf(sql, planId, offerIds, MOST_CHANGES),
  ]);
  const compared = comparedPeriods(periods, question);
  const counted = countedPeriods(compared);
  const span = spanOf(counted);
  const coverage = coverageOf(counted, span ? await publishedRuns(sql, sourceId, span.from, span.to) : 0);
  const current = withdrawn ? null : comparableOf(stored.prices, question);
  return {
    offerIds,
    currency: question.currency,
    horizonMonths: question.horizonMonths,
    rateDate: question.rates.date || null,
    current: money(current),
    lowest: extreme(counted, 'lowest'),
    highest: extreme(counted, 'highest'),
    ...(isDisputed(compared) ? PRICE_NOT_KNOWN : standingOf(current, counted, coverage)),
    coverage,
    at: at === null ? null : toldThen(pricesThen(compared, at)),
    periods: compared.map(told),
    changes: changes.map(presentChange),
  };
}

/** The price that the source says now was found wrong; of a row all of whose offers share that, for others have a row of their own. */
const PRICE_NOT_KNOWN: Standing = { percentile: null, lowestEver: null, reason: 'the price of now was found wrong' };

function isDisputed(compared: readonly ComparedPeriod[]): boolean {
  return compared.some(({ open, voided }) => open && voided !== null);
}

function told(period: ComparedPeriod) {
  return { ...period, perMonth: money(period.perMonth) };
}

function toldThen(then: PricesThen | null) {
  if (then === null) return null;
  const { time, observed, before, after } = then;
  return { time, observed: observed.map(told), before: before && told(before), after: after && told(after) };
}

function money(micros: Micros | null): string | null {
  return micros === null ? null : formatMicros(micros);
}
