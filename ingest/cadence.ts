/** How long an observation stays fresh, by how often its source is read. */
import type { SourceManifest } from '../scrapers/contract.ts';

/** Three missed readings: one can fail on its own, two can be an outage, three are silence. */
const MISSED_READINGS = 3;

const HOURS: Record<SourceManifest['cadence'], number> = { hourly: 1, daily: 24, weekly: 168 };

/** Hours after which a live observation of the source is `stale`. */
export function staleAfterHours(cadence: SourceManifest['cadence']): number {
  return HOURS[cadence] * MISSED_READINGS;
}
