/** The bench.sh of akamaras.com and freevps.us (2011 on), and Hidden Refuge's second edition of it: downloads with wget, one to three runs of dd. */
import { type BenchmarkReport, emptyReport, type SpeedtestRow } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { labelled } from './clean-text.ts';
import { cpuModel } from './cpu-words.ts';
import { count, durationS, megahertz, milliseconds, sizeMib, speedMBps, tidy, wgetMbps, words } from './figures.ts';

/** Reads clean lines of a report. */
export function readFreevps(lines: readonly string[]): BenchmarkReport {
  const said = labelled(lines);
  const first = (...labels: readonly string[]) => labels.map((label) => said.get(label)).find((value) => value !== undefined);
  const kernel = words(first('kernel'), 120);
  const { warning, ...technology } = seenTechnology(null, kernel);
  return {
    ...emptyReport('freevps'),
    ranAt: words(
      /\bBenchmark started on (.{1,80})/i.exec(lines.find((line) => /benchmark started on/i.test(line)) ?? '')?.[1],
      80,
    ),
    arch: words(first('arch'), 40),
    distro: words(first('os'), 120),
    kernel,
    uptimeS: durationS(first('system uptime', 'uptime')),
    technology,
    cpu: {
      ...emptyReport('freevps').cpu,
      model: cpuModel(first('cpu model', 'processor', 'cpu')),
      cores: count(first('number of cores', 'cpu cores', 'no. of cores')),
      mhz: megahertz(first('cpu frequency', 'frequency')),
    },
    memory: {
      ramMib: sizeMib(first('total amount of ram', 'total amount of memory', 'total ram size', 'memory')),
      swapMib: sizeMib(first('total amount of swap', 'total swap size', 'swap')),
    },
    dd: writes(lines),
    speedtest: lines
      .map(download)
      .filter((row) => row !== null)
      .slice(0, 100),
    warnings: warning === null ? [] : [warning],
  };
}

/** The second edition adds figures up without their units: its average is ours where a run was in GB/s. */
function writes(lines: readonly string[]): BenchmarkReport['dd'] {
  const runs: number[] = [];
  let average: string | undefined;
  for (const line of lines) {
    const cut = line.slice(0, 100);
    const run = /^\s*I\/O(?: speed)?\s{0,2}(?:\((?:1st|2nd|3rd) run\))?\s{0,8}:(.{0,40})/i.exec(cut)?.[1];
    const speed = speedMBps(run);
    if (speed !== null && runs.length < 3) runs.push(speed);
    average ??= /^\s*Average I\/O\s{0,8}:(.{0,40})/i.exec(cut)?.[1];
  }
  const printed = speedMBps(average);
  const mixed = runs.some((speed) => speed >= 1000);
  const averageMBps = printed !== null && mixed ? tidy(runs.reduce((sum, speed) => sum + speed, 0) / runs.length) : printed;
  return { runsMBps: runs, averageMBps };
}

/** "Download speed from Linode, Tokyo, JP: 4.08MB/s", or a row "Tokyo, Japan   Linode   4.08MB/s   120 ms". */
function download(line: string): SpeedtestRow | null {
  const cut = line.slice(0, 200);
  const [, from, value] = /Download speed from ([^:]{1,80}):\s{0,8}(\S{0,14}(?: [KMG]?B\/s)?)/i.exec(cut) ?? [];
  if (from !== undefined) {
    const downloadMbps = wgetMbps(value);
    return downloadMbps === null ? null : { node: words(from, 80), downloadMbps, uploadMbps: null, pingMs: null };
  }
  const [place, provider, speed, ping] = cut
    .trim()
    .split(/\t+|\s{2,}/)
    .map((part) => part.trim());
  const downloadMbps = wgetMbps(speed);
  if (place === undefined || provider === undefined || downloadMbps === null) return null;
  return { node: words(`${provider}, ${place}`, 80), downloadMbps, uploadMbps: null, pingMs: milliseconds(ping) };
}
