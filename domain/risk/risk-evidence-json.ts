/** Reasons in the public contract's JSON. */
import { statementOf, type WeighedEvidence } from './evidence.ts';

/** One reason as `/v1/offers/{id}/risk` tells it. */
export interface RiskEvidenceJson {
  readonly id: string;
  readonly family: string;
  readonly direction: 'raises' | 'lowers' | 'neutral';
  readonly strength: 'weak' | 'medium' | 'strong';
  /** Observation, comparison, meaning, doubt. */
  readonly statement: string;
  readonly value: string | number | null;
  readonly comparison: string | null;
  readonly threshold: string | null;
  readonly source: { readonly quote: string | null; readonly url: string | null };
  readonly observedAt: string | null;
  /** Log-odds that it adds, with age. */
  readonly weight: number;
  /** Why it does not count in full. */
  readonly setAside: string | null;
}

/** One reason. */
export function evidenceJson(one: WeighedEvidence): RiskEvidenceJson {
  const { id, family, strength, value, comparison, threshold, source, observedAt, counts, ln, setAside } = one;
  const direction = ln === 0 ? 'neutral' : ln > 0 ? 'raises' : 'lowers';
  const statement = statementOf(one);
  return {
    id,
    family,
    direction,
    strength,
    statement,
    value,
    comparison,
    threshold,
    source,
    observedAt,
    weight: counts,
    setAside,
  };
}
