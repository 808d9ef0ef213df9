import type { Confidence } from '../technology.ts';
import type { RiskLevel } from './level.ts';

/** The assessment as a row shows it. */
export interface RiskJson {
  readonly level: RiskLevel | 'unknown';
  readonly confidence: Confidence;
  /** One sentence. */
  readonly summary: string;
  /** Of the rules that assessed; null: not assessed yet. */
  readonly modelVersion: string | null;
}

/** What a row shows before anything assessed it. */
export const NOT_ASSESSED: RiskJson = { level: 'unknown', confidence: 'none', summary: 'not assessed yet', modelVersion: null };
