/** One reason of an assessment, and the families that reasons come in. */

/** Families, with the bounds on the sum of their log-odds: three wordings of one fact must not add up. */
export const FAMILIES = {
  'resource-model': { least: -2.2, most: 1.5 },
  technology: { least: -0.3, most: 0.8 },
  price: { least: -0.3, most: 1.2 },
  shape: { least: 0, most: 1.2 },
  provider: { least: -0.8, most: 0.9 },
  'measured-cpu': { least: -1.5, most: 3 },
  memory: { least: 0, most: 2 },
  disk: { least: -0.3, most: 1 },
  network: { least: 0, most: 0.6 },
} as const;
export type Family = keyof typeof FAMILIES;

export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

/** Families that only measurements fill. */
export const MEASURED: ReadonlySet<Family> = new Set<Family>(['measured-cpu', 'memory', 'disk', 'network']);

/** What one reason rests on. */
export interface EvidenceSource {
  /** The words quoted, where there are any. */
  readonly quote: string | null;
  readonly url: string | null;
}

/** One reason. Texts state what was observed, compared with what, what it means as a rule, and what speaks against it. */
export interface Evidence {
  /** Name of the signal ("RM-DED-CPU"). */
  readonly id: string;
  readonly family: Family;
  /** Items of one family that say the same have the same topic: only the stronger of them counts. */
  readonly topic: string;
  readonly strength: 'weak' | 'medium' | 'strong';
  /** Natural log-odds before ageing; above zero raises the risk. */
  readonly ln: number;
  readonly value: string | number | null;
  readonly threshold: string | null;
  readonly observation: string;
  readonly comparison: string | null;
  readonly meaning: string;
  readonly doubt: string | null;
  readonly source: EvidenceSource;
  /** ISO time or date; null: of now. */
  readonly observedAt: string | null;
}

/** A reason as it counts. */
export interface WeighedEvidence extends Evidence {
  /** Log-odds with age; 0 where a stronger reason says the same or a rule set it aside. */
  readonly counts: number;
  /** Why it does not count in full; null: it does. */
  readonly setAside: string | null;
}

/** What a reason is made of beside its texts. */
type Made = Pick<Evidence, 'id' | 'family' | 'ln' | 'observation' | 'meaning'> & Partial<Evidence>;

/** A reason with what follows from the rest. */
export function evidence(made: Made): Evidence {
  const size = Math.abs(made.ln);
  return {
    topic: made.id,
    strength: size >= 1.5 ? 'strong' : size >= 0.6 ? 'medium' : 'weak',
    value: null,
    threshold: null,
    comparison: null,
    doubt: null,
    source: { quote: null, url: null },
    observedAt: null,
    ...made,
  };
}

/** The reason in sentences: observation, comparison, meaning, doubt. */
export function statementOf({ observation, comparison, meaning, doubt }: Evidence): string {
  return [observation, comparison, meaning, doubt].filter((part) => part !== null && part !== '').join(' ');
}
