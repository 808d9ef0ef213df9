/**
 * What a CPU model reaches elsewhere in Geekbench, one version apart from the other: the median of reports, ours and curated ones.
 * A model with too few reports has no reference, unless one was measured where nobody else can take the core away.
 */
import { cpuKey } from './cpu-key.ts';

/** One measured score. */
export interface MeasuredScore {
  readonly model: string;
  /** Of Geekbench. */
  readonly version: number;
  readonly single: number;
  /** Who sold the server; null: not known. Reports of one seller count, but several sellers must agree. */
  readonly seller: string | null;
  /** Whether the core was the owner's alone by the seller's documentation, or the machine was a whole one. */
  readonly dedicatedCore: boolean;
  /** Where it can be looked up. */
  readonly url: string | null;
}

/** What a model reaches elsewhere. */
export interface CpuReference {
  readonly median: number;
  readonly reports: number;
  readonly providers: number;
  /** The chip that the figure is of, as it was written. */
  readonly of: string;
  /** In words, what it rests on. */
  readonly source: string;
}

/** Looks a model up; null: no reference. */
export type ReferenceOf = (model: string, version: number) => CpuReference | null;

/** Fewer reports, or of fewer sellers, say more of a seller than of a chip. */
export const LEAST_REPORTS = 5;
export const LEAST_SELLERS = 3;

/** Builds the look-up. `except`: scores of the one that is compared, which must not be its own yardstick. */
export function referencesOf(scores: readonly MeasuredScore[]): (except?: string | null) => ReferenceOf {
  const byModel = new Map<string, MeasuredScore[]>();
  for (const score of scores) {
    const key = cpuKey(score.model);
    if (key === null || score.single <= 0) continue;
    const name = `${key}/${score.version}`;
    const same = byModel.get(name);
    if (same) same.push(score);
    else byModel.set(name, [score]);
  }
  return (except = null) =>
    (model, version) => {
      const key = cpuKey(model);
      const known = key === null ? [] : (byModel.get(`${key}/${version}`) ?? []);
      return reference(known.filter(({ seller }) => seller === null || seller !== except));
    };
}

function reference(known: readonly MeasuredScore[]): CpuReference | null {
  const enough = (some: readonly MeasuredScore[]) => some.length >= LEAST_REPORTS && sellers(some) >= LEAST_SELLERS;
  const dedicated = known.filter(({ dedicatedCore }) => dedicatedCore);
  const used = enough(known) ? known : dedicated;
  const [first] = used;
  if (!first) return null;
  const link = used.find(({ url }) => url !== null)?.url;
  return {
    median: median(used.map(({ single }) => single)),
    reports: used.length,
    providers: sellers(used),
    of: first.model,
    source: `${used.length === 1 ? 'a report' : `the median of ${used.length} reports`}${used === dedicated ? ' from cores that were nobody else\u2019s' : ` of ${sellers(used)} sellers`}${link === undefined || link === null ? '' : `, such as ${link}`}`,
  };
}

function sellers(scores: readonly MeasuredScore[]): number {
  return new Set(scores.map(({ seller }) => seller).filter((seller) => seller !== null)).size;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
