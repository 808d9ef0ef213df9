/** A benchmark report as far as an assessment looks at it. */
import type { BenchmarkReport } from '../benchmark/report.ts';
import { msBetween, utcTime } from '../utc-time.ts';

/** Speeds in decimal MB/s and Mbps, memory in MiB. */
export interface Measured {
  readonly format: string;
  /** The day it ran on, YYYY-MM-DD; null: not known. */
  readonly ranAt: string | null;
  readonly elapsedS: number | null;
  readonly technology: { readonly value: string; readonly said: string | null };
  readonly cpu: { readonly model: string | null; readonly cores: number | null };
  readonly memory: { readonly ramMib: number | null };
  readonly fio: readonly {
    readonly blockSize: string;
    readonly totalMBps: number | null;
    readonly totalIops: number | null;
  }[];
  readonly iperf: readonly { readonly sendMbps: number | null; readonly receiveMbps: number | null }[];
  readonly speedtest: readonly { readonly downloadMbps: number | null; readonly uploadMbps: number | null }[];
  readonly geekbench: readonly {
    readonly version: number | null;
    readonly single: number | null;
    readonly multi: number | null;
    readonly url: string | null;
  }[];
  readonly steal: { readonly averagePct: number; readonly maxPct: number; readonly underLoad: boolean | null } | null;
}

/** A report of that day. */
export function measuredOn(report: BenchmarkReport, ranAt: string | null): Measured {
  return { ...report, ranAt };
}

const HALF_A_YEAR_MS = 183 * 86_400_000;

/** The newest reports and those of the half year before them: what older ones say, the newer ones replace. Undated ones stay. */
export function recent(measurements: readonly Measured[]): readonly Measured[] {
  const newest = measurements
    .flatMap(({ ranAt }) => (ranAt === null ? [] : (utcTime(ranAt) ?? [])))
    .toSorted()
    .at(-1);
  return measurements.filter(({ ranAt }) => {
    const ran = ranAt === null ? null : utcTime(ranAt);
    return newest === undefined || ran === null || msBetween(ran, newest) <= HALF_A_YEAR_MS;
  });
}
