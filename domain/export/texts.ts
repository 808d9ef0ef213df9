import type { RateTable } from '../exchange-rates.ts';
import { costQuestionOf } from '../filter/conditions.ts';
import type { OfferFilter } from '../filter/criteria.ts';
import { DEFAULT_CURRENCY } from '../filter/parse.ts';
import type { RowState } from '../offer.ts';
import { presentRow } from '../present-row.ts';
import type { RiskJson } from '../risk/risk-json.ts';
import type { StoredRow } from '../stored-row.ts';
import type { ExportFormat } from './formats.ts';

/** A row as it was found. */
interface Found {
  readonly row: StoredRow;
  readonly risk: RiskJson | null;
  readonly observedAt: string;
  readonly state: RowState;
}

/** What rows are presented for. */
export interface ExportQuestion {
  readonly filter: OfferFilter;
  /** Whether with the origin of each field. */
  readonly full: boolean;
  readonly rates: RateTable;
}

/** The text of an export, a piece for each batch of rows, made as it is asked for. */
export async function* exportTexts(
  format: ExportFormat,
  batches: AsyncIterable<readonly Found[]>,
  { filter, full, rates }: ExportQuestion,
): AsyncGenerator<string, void, undefined> {
  const asked = { ...costQuestionOf(filter), currency: filter.currency ?? DEFAULT_CURRENCY, rates, provenance: full };
  let first = true;
  for await (const batch of batches) {
    const rows = batch.map(({ row, risk, observedAt, state }) => presentRow(row, { ...asked, risk, observedAt, state }));
    const text = format.write(rows, first);
    yield first ? `${format.begin}${text}` : text;
    first = false;
  }
  if (first) yield `${format.begin}${format.end}`;
  else if (format.end !== '') yield format.end;
}
