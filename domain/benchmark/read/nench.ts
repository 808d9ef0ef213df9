/** n-st's nench.sh. */
import { type BenchmarkReport, emptyReport, type SpeedtestRow } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { labelled } from './clean-text.ts';
import { cpuModel } from './cpu-words.ts';
import { count, figure, megahertz, sizeMib, speedMBps, tidy, words } from './figures.ts';

/** Tests of the CPU by the heading they stand under; lower is better. */
const CPU_TESTS: readonly (readonly [RegExp, string])[] = [
  [/CPU: SHA256-hashing 500 ?MB/i, 'sha256_500MB'],
  [/CPU: bzip2-compressing 500 ?MB/i, 'bzip2_500MB'],
  [/CPU: AES-encrypting 500 ?MB/i, 'aes_500MB'],
];

/** Reads clean lines of a report. The script runs twice in one command as its page proposes: the first run is read. */
export function readNench(lines: readonly string[]): BenchmarkReport {
  const said = labelled(lines);
  const [, kernel, arch] = /^(?:Linux\s+)?(\S+)(?:\s+(\S+))?/.exec(said.get('kernel')?.slice(0, 120) ?? '') ?? [];
  const { warning, ...technology } = seenTechnology(words(said.get('virtual'), 120), kernel ?? null);
  return {
    ...emptyReport('nench'),
    toolVersion: /\b[nv]ench\.sh (v[\d.]{1,16})/i.exec(lines.slice(0, 5).join('\n'))?.[1] ?? null,
    ranAt: words(said.get('benchmark timestamp'), 60),
    arch: words(arch, 40),
    kernel: words(kernel, 120),
    technology,
    cpu: {
      ...emptyReport('nench').cpu,
      model: cpuModel(said.get('processor')),
      cores: count(said.get('cpu cores')),
      mhz: megahertz(said.get('frequency')),
    },
    memory: { ramMib: sizeMib(said.get('ram')), swapMib: sizeMib(said.get('swap')) },
    disk: { mib: disks(lines) },
    network: { ...emptyReport('nench').network, ipv4: reached(lines, 'IPv4'), ipv6: reached(lines, 'IPv6') },
    dd: writes(lines),
    speedtest: downloads(lines),
    cpuTests: cpuTests(lines),
    warnings: warning === null ? [] : [warning],
  };
}

/** What `lsblk` or, in containers, `df` shows; loop devices and compressed memory are no disks. */
function disks(lines: readonly string[]): number | null {
  const start = lines.findIndex((line) => /^\s*Disks:/i.test(line));
  if (start < 0) return null;
  let total: number | null = null;
  for (const line of lines.slice(start + 1, start + 40)) {
    if (line.trim() === '' || /^\s*CPU:/.test(line)) break;
    const [name = '', second, third] = line.trim().split(/\s+/, 4);
    const size = sizeMib(second) ?? sizeMib(third);
    if (size !== null && !/^(?:loop|zram|ram|sr|fd)\d/.test(name)) total = (total ?? 0) + size;
  }
  return total === null ? null : tidy(total);
}

function reached(lines: readonly string[], protocol: 'IPv4' | 'IPv6'): boolean | null {
  if (lines.some((line) => line.includes(`${protocol} speedtests`))) return true;
  return lines.some((line) => line.includes(`No ${protocol} connectivity`)) ? false : null;
}

/** A heading without seconds before the next one is a test that did not run. */
function cpuTests(lines: readonly string[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  let test: string | null = null;
  for (const line of lines) {
    const named = CPU_TESTS.find(([pattern]) => pattern.test(line.slice(0, 120)))?.[1];
    if (named !== undefined) test = named;
    if (/^\s*(?:ioping|dd)\b/i.test(line)) test = null;
    const seconds = figure(/(\d{1,6}[.,]\d{1,4}) seconds/.exec(line.slice(0, 160))?.[1]);
    if (test !== null && seconds !== null) {
      found[test] ??= seconds;
      test = null;
    }
  }
  return found;
}

function writes(lines: readonly string[]): BenchmarkReport['dd'] {
  const start = lines.findIndex((line) => /^\s*dd(?:: sequential write speed| test)/i.test(line));
  const runs: number[] = [];
  let averageMBps: number | null = null;
  for (const line of start < 0 ? [] : lines.slice(start + 1, start + 8)) {
    const [, label, value] = /^\s*(1st run|2nd run|3rd run|average)\s{0,8}:(.{0,40})/i.exec(line.slice(0, 80)) ?? [];
    const speed = speedMBps(value);
    if (label === undefined || speed === null) continue;
    if (label.toLowerCase() === 'average') averageMBps = speed;
    else runs.push(speed);
  }
  return { runsMBps: runs, averageMBps };
}

/** Downloads by curl, which counts bytes; the script divides by 1024². */
function downloads(lines: readonly string[]): readonly SpeedtestRow[] {
  const found: SpeedtestRow[] = [];
  let within = false;
  for (const line of lines) {
    if (/^\s*IPv[46] speedtests/i.test(line)) within = true;
    else if (within) {
      const [, node, value] = /^\s*([^:]{2,60}):\s{0,40}([\d.,]{1,12} ?[KMG]i?B\/s)/i.exec(line.slice(0, 140)) ?? [];
      const speed = speedMBps(value);
      if (node !== undefined && speed !== null)
        found.push({ node: words(node, 80), downloadMbps: tidy(speed * 8), uploadMbps: null, pingMs: null });
    }
  }
  return found.slice(0, 100);
}
