import type { Db } from '../../db/bulk.ts';
import type { FoundFacts } from '../../db/queries/facts-by-id.ts';
import { rowsByIds, similarCandidates } from '../../db/queries/similar-rows.ts';
import { cheapestCost, DEFAULT_HORIZON_MONTHS } from '../../domain/comparable.ts';
import type { FilterContext } from '../../domain/filter/conditions.ts';
import { presentRow } from '../../domain/present-row.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import { rankSimilar } from '../../domain/similar/rank-similar.ts';
import { WEIGHTS } from '../../domain/similar/traits.ts';

/** Rows near a row or an offer, presented for the question. */
export async function answerSimilar(
  sql: Db,
  { facts }: FoundFacts,
  question: PriceQuestion,
  { context, limit }: { readonly context: FilterContext; readonly limit: number },
) {
  const cost = cheapestCost(facts.options, { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null }, context.rates);
  const to = { ...facts, priceEuroMicros: cost?.perMonthEuroMicros ?? null };
  const ranked = rankSimilar(to, await similarCandidates(sql, to, context), limit);
  const rows = await rowsByIds(
    sql,
    ranked.map(({ rowId }) => rowId),
    context.now,
  );
  const data = ranked.flatMap(({ rowId, distance, samePlan, why }) => {
    const found = rows.find(({ row }) => row.id === rowId);
    if (!found) return [];
    const { row, risk, observedAt, state } = found;
    return [{ distance, samePlan, why, row: presentRow(row, { ...question, risk, observedAt, state }) }];
  });
  return { data, weights: { ...WEIGHTS } };
}
