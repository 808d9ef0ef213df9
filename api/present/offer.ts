/** A single offer in the contract's JSON. */
import type { FoundRow } from '../../db/queries/offer-by-id.ts';
import { presentRow, type RowJson } from '../../domain/present-row.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import { rowState } from '../../domain/row-state.ts';

/** A row with the origin of each field. `now`: canonical UTC time. */
export function presentOffer(found: FoundRow, question: PriceQuestion, now: string) {
  const asked = { ...question, risk: found.risk, observedAt: found.observedAt, state: rowState(found, now), provenance: true };
  const row: RowJson = presentRow(found.stored, asked);
  return { ...row, provenance: row.provenance ?? {} };
}
