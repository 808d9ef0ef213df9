/** A published row as it is assessed, and its assessment as rows show it. */
import type { Assessment } from '../risk/assess.ts';
import type { RiskJson } from '../risk/risk-json.ts';
import type { StoredRow } from '../stored-row.ts';
import type { CheckedPlan } from './check-offer.ts';

/** An assessment as rows show it. */
export function riskShown({ level, confidence, summary, modelVersion }: Assessment): RiskJson {
  return { level, confidence, summary, modelVersion };
}

/** A row that is published, as it is assessed. */
export function assessedRow(row: StoredRow): CheckedPlan {
  return { ...row, statedCapabilities: row.statedCapabilities ?? [], words: [], observedAt: null };
}
