/** A benchmark report as far as an assessment looks at it. A report of `domain/benchmark/` is one. */

/** Speeds in decimal MB/s and Mbps, memory in MiB. */
export interface Measured {
  readonly format: string;
  /** As printed; null: not known. */
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

/** What a chip reaches elsewhere, in one version of Geekbench. */
export interface CpuReference {
  readonly median: number;
  readonly reports: number;
  readonly providers: number;
  /** The chip that the figure is of, where it is a sibling of the one asked for. */
  readonly of: string;
  readonly source: string;
}

/** Looks a chip up; null: no reference. */
export type ReferenceOf = (model: string, version: number) => CpuReference | null;
