/** A published row as it is assessed, and its assessment as rows show it. */
import type { RateTable } from '../exchange-rates.ts';
import { valueHash } from '../identity.ts';
import type { Peer } from '../market/peer.ts';
import { type Assessment, MODEL_VERSION } from '../risk/assess.ts';
import { placePlan } from '../risk/input-of.ts';
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

/** Changes where anything does that an assessment of the row looks at. */
export function assessedHash({
  provider,
  name,
  technology,
  cpu,
  memory,
  storage,
  network,
  prices,
  locations,
  guests,
}: StoredRow): string {
  const countries = locations.map(({ country }) => country).toSorted();
  return valueHash([MODEL_VERSION, provider.id, name, technology, cpu, memory, storage, network, guests, prices, countries]);
}

/** The row as others are compared with it; null where it has no price in a currency with a rate. `observedAt`: ISO time. */
export function peerOf(row: StoredRow, rates: RateTable, observedAt: string): Peer | null {
  const { placed } = placePlan(assessedRow(row), rates, observedAt);
  if (placed === null || placed.perMonthUsd <= 0) return null;
  const { emphasis: _, ...peer } = placed;
  return { ...peer, id: row.id };
}
