import type { Db } from '../../db/bulk.ts';
import { type FoundRow, findByAnyId } from '../../db/queries/offer-by-id.ts';
import { bestOf, compareRows } from '../../domain/compare/compare-rows.ts';
import { costOver } from '../../domain/compare/cost.ts';
import type { RateTable } from '../../domain/exchange-rates.ts';
import { parseMicros } from '../../domain/money.ts';
import { presentRow } from '../../domain/present-row.ts';
import { rowState } from '../../domain/row-state.ts';
import type { CompareQuestion } from '../http/compare-question.ts';

/** Everything that ids stand for; the ids that stand for nothing. */
export async function findCompared(sql: Db, ids: readonly string[]) {
  const found: { id: string; row: FoundRow }[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const row = await findByAnyId(sql, id);
    if (row) found.push({ id, row });
    else missing.push(id);
  }
  return { found, missing };
}

/** Compares what was found. `now`: canonical UTC time. */
export function answerComparison(
  found: readonly { readonly id: string; readonly row: FoundRow }[],
  { ids, months, currency }: CompareQuestion,
  { rates, now }: { readonly rates: RateTable; readonly now: string },
) {
  const question = { horizonMonths: months, termMonths: null, currency, rates };
  const rows = found.map(({ id, row }) => {
    const { stored, observedAt, risk } = row;
    return { id, row: presentRow(stored, { ...question, observedAt, risk, state: rowState(row, now) }) };
  });
  const costs = rows.map(({ id, row }) => ({ id, ...costOver(row, { months, currency, rates }) }));
  const cheapest = bestOf(costs.map(({ id, converted }) => ({ id, rank: dearness(converted?.total ?? null) })));
  return {
    ids,
    months,
    currency,
    rateDate: rates.date || null,
    attributes: compareRows(rows, currency),
    costs,
    cheapest: cheapest.length > 0 ? { ids: cheapest, reason: `lowest total over ${months} months` } : null,
  };
}

function dearness(total: string | null): bigint | null {
  const micros = total === null ? null : parseMicros(total);
  return micros === null ? null : -micros;
}
