/**
 * A benchmark report as an owner sends it, whatever tool made it. What the tool did not print is null, never a default; speeds
 * are decimal megabytes or megabits per second with the tool's own unit errors corrected; memory and disk are MiB.
 */
import type { Technology } from '../technology.ts';

/** Every report that can be read. */
export const BENCHMARK_FORMATS = [
  'yabs-json',
  'yabs-text',
  'benchsh',
  'nench',
  'bench-monster',
  'freevps',
  'speedtest-cli-json',
  'ookla-json',
  'geekbench',
  'mpstat',
  'vmstat',
] as const;
export type BenchmarkFormat = (typeof BENCHMARK_FORMATS)[number];

/** Technology as seen from inside: a name of ours, and the words it was read from (the tool's, or the kernel's name). */
export interface SeenTechnology {
  readonly value: Technology;
  readonly said: string | null;
}

export interface BenchmarkCpu {
  readonly model: string | null;
  /** Processors that the guest sees. */
  readonly cores: number | null;
  readonly mhz: number | null;
  /** CPU flags; inside a container they are the host's. */
  readonly aes: boolean | null;
  readonly virt: boolean | null;
}

export interface BenchmarkNetwork {
  readonly ipv4: boolean | null;
  readonly ipv6: boolean | null;
  readonly isp: string | null;
  readonly asn: string | null;
  readonly country: string | null;
}

/** Mixed random reads and writes at one block size: MB/s (decimal) and operations per second. */
export interface FioRow {
  /** "4k", "64k", "512k", "1m". */
  readonly blockSize: string;
  readonly readMBps: number | null;
  readonly writeMBps: number | null;
  readonly totalMBps: number | null;
  readonly readIops: number | null;
  readonly writeIops: number | null;
  readonly totalIops: number | null;
}

/** One iperf3 server. A busy server is no figure: null, and said. */
export interface IperfRow {
  /** Null: the version of the tool did not say. */
  readonly mode: 'IPv4' | 'IPv6' | null;
  readonly provider: string | null;
  readonly location: string | null;
  readonly sendMbps: number | null;
  readonly receiveMbps: number | null;
  readonly sendBusy: boolean;
  readonly receiveBusy: boolean;
  readonly pingMs: number | null;
}

export interface SpeedtestRow {
  readonly node: string | null;
  readonly downloadMbps: number | null;
  readonly uploadMbps: number | null;
  readonly pingMs: number | null;
}

/** A Geekbench run. Versions are not comparable with each other. */
export interface GeekbenchScore {
  readonly version: number | null;
  readonly single: number | null;
  readonly multi: number | null;
  readonly url: string | null;
}

/** CPU time that the host gave to others, in percent of all time. */
export interface Steal {
  readonly averagePct: number;
  readonly maxPct: number;
  /** Whether the machine was busy meanwhile: idle machines cannot be robbed. Null: not to be told. */
  readonly underLoad: boolean | null;
}

/** What a report says. */
export interface BenchmarkReport {
  readonly format: BenchmarkFormat;
  readonly toolVersion: string | null;
  /** When it ran, as printed. */
  readonly ranAt: string | null;
  readonly elapsedS: number | null;
  readonly arch: string | null;
  readonly distro: string | null;
  readonly kernel: string | null;
  readonly uptimeS: number | null;
  readonly technology: SeenTechnology;
  readonly cpu: BenchmarkCpu;
  readonly memory: { readonly ramMib: number | null; readonly swapMib: number | null };
  readonly disk: { readonly mib: number | null };
  readonly network: BenchmarkNetwork;
  readonly fio: readonly FioRow[];
  readonly dd: { readonly runsMBps: readonly number[]; readonly averageMBps: number | null };
  readonly iperf: readonly IperfRow[];
  readonly speedtest: readonly SpeedtestRow[];
  /** In the order of the report. */
  readonly geekbench: readonly GeekbenchScore[];
  /** Seconds (names that end in `_500MB`, lower is better) or MB/s, as the tool measures. */
  readonly cpuTests: Readonly<Record<string, number>>;
  readonly steal: Steal | null;
  /** What was damaged or missing, one sentence each; never the report's own words. */
  readonly warnings: readonly string[];
}

/** Why a text is no report that can be read. */
export const BENCHMARK_REFUSALS = {
  empty: 'There is nothing to read.',
  'too-large': 'The report is larger than any tool writes.',
  'not-text': 'This is not text.',
  'unknown-format': 'This is no report of a tool that is known here.',
  unreadable: 'The report is too damaged: not one figure could be read.',
} as const;
export type BenchmarkRefusal = keyof typeof BENCHMARK_REFUSALS;

/** A report in which nothing is known yet. */
export function emptyReport(format: BenchmarkFormat): BenchmarkReport {
  return {
    format,
    toolVersion: null,
    ranAt: null,
    elapsedS: null,
    arch: null,
    distro: null,
    kernel: null,
    uptimeS: null,
    technology: { value: 'unknown', said: null },
    cpu: { model: null, cores: null, mhz: null, aes: null, virt: null },
    memory: { ramMib: null, swapMib: null },
    disk: { mib: null },
    network: { ipv4: null, ipv6: null, isp: null, asn: null, country: null },
    fio: [],
    dd: { runsMBps: [], averageMBps: null },
    iperf: [],
    speedtest: [],
    geekbench: [],
    cpuTests: {},
    steal: null,
    warnings: [],
  };
}

/** Whether a report measured anything at all: names and sizes of a machine alone are no benchmark. */
export function hasFigures(report: BenchmarkReport): boolean {
  return (
    report.fio.some((row) => row.totalMBps !== null || row.readMBps !== null || row.writeMBps !== null) ||
    report.dd.runsMBps.length > 0 ||
    report.dd.averageMBps !== null ||
    report.iperf.length > 0 ||
    report.speedtest.length > 0 ||
    report.geekbench.length > 0 ||
    Object.keys(report.cpuTests).length > 0 ||
    report.steal !== null
  );
}
