/** Teddysun's bench.sh, from 2015 (downloads with wget) to today (Ookla's client). */
import { type BenchmarkReport, emptyReport, type SpeedtestRow } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { labelled } from './clean-text.ts';
import { cpuModel } from './cpu-words.ts';
import { count, durationS, megahertz, sizeMib, speedMBps, wgetMbps, words, yesNo } from './figures.ts';
import { orderOf, type SpeedOrder, speedRow } from './speed-rows.ts';

/** Reads clean lines of a report. */
export function readBenchsh(lines: readonly string[]): BenchmarkReport {
  const said = labelled(lines);
  const first = (...labels: readonly string[]) => labels.map((label) => said.get(label)).find((value) => value !== undefined);
  const kernel = words(first('kernel'), 120);
  const { warning, ...technology } = seenTechnology(words(first('virtualization', 'virt', 'virtualization type'), 120), kernel);
  const [cores, frequency] = (first('cpu cores', 'number of cores', 'cpu core') ?? '').split('@');
  const [ipv4, ipv6] = (first('ipv4/ipv6') ?? '').split('/');
  const organization = words(first('organization', 'organisation'));
  const location = words(first('location'));
  const dd = writes(lines);
  return {
    ...emptyReport('benchsh'),
    toolVersion: words(/^v?\d[\w.-]{3,20}/i.exec(first('version') ?? '')?.[0], 40),
    ranAt: words(first('timestamp', 'current time'), 80),
    elapsedS: durationS(first('finished in', 'total time')),
    arch: words(first('arch'), 40),
    distro: words(first('os'), 120),
    kernel,
    uptimeS: durationS(first('system uptime', 'uptime')),
    technology,
    cpu: {
      model: cpuModel(first('cpu model')),
      cores: count(cores),
      mhz: megahertz(frequency ?? first('cpu frequency')),
      aes: yesNo(first('aes-ni')),
      virt: yesNo(first('vm-x/amd-v')),
    },
    memory: {
      ramMib: sizeMib(first('total mem', 'total ram', 'total amount of mem', 'total amount of ram')),
      swapMib: sizeMib(first('total swap', 'total amount of swap')),
    },
    disk: { mib: sizeMib(first('total disk', 'total size of disk', 'total space')) },
    network: {
      ipv4: yesNo(ipv4),
      ipv6: yesNo(ipv6),
      isp: words(organization?.replace(/^AS\d{1,10}\s{1,4}/i, '')),
      asn: organization !== null && /^AS\d/i.test(organization) ? organization : null,
      country: words(location?.split('/').at(-1), 80),
    },
    dd,
    speedtest: speeds(lines),
    warnings: [
      ...(warning === null ? [] : [warning]),
      ...(dd.runsMBps.some((speed) => speed >= 1000) && dd.averageMBps !== null
        ? ['The average of the disk runs is as the script printed it; it counts 1 GB/s as 1024 MB/s.']
        : []),
    ],
  };
}

function writes(lines: readonly string[]): BenchmarkReport['dd'] {
  const runs: number[] = [];
  let averageMBps: number | null = null;
  for (const line of lines) {
    const found = /I\/O speed\s{0,2}\(\s?(1st run|2nd run|3rd run|average)\s?\)\s{0,20}:(.{0,40})/i.exec(line.slice(0, 120));
    const average = /Average I\/O(?: speed)?\s{0,20}:(.{0,40})/i.exec(line.slice(0, 120));
    const speed = speedMBps(found?.[2] ?? average?.[1]);
    if (speed === null) continue;
    if (average || found?.[1]?.toLowerCase() === 'average') averageMBps ??= speed;
    else if (runs.length < 3) runs.push(speed);
  }
  return { runsMBps: runs, averageMBps };
}

function speeds(lines: readonly string[]): readonly SpeedtestRow[] {
  const found: SpeedtestRow[] = [];
  let order: SpeedOrder | null = null;
  let wget = false;
  for (const line of lines) {
    if (/\bNode Name\b/i.test(line)) {
      wget = /\bIPv[46] address\b/i.test(line);
      order = orderOf(line) ?? 'upload-first';
    } else if (order !== null && !/^\s*-{8,}/.test(line)) {
      const row = wget ? downloadRow(line) : speedRow(line, order);
      if (row) found.push(row);
    }
  }
  return found.slice(0, 200);
}

/** "Linode, Tokyo, JP   106.187.96.148   12.3MB/s": a name, the address of the other end, what wget says. */
function downloadRow(line: string): SpeedtestRow | null {
  const found = /^\s*(\S.{0,60}?)\s{1,40}[0-9a-f.:]{7,39}\s{1,40}([\d.]{1,10}\s?[KMG]?B\/s)\s*$/i.exec(line.slice(0, 200));
  const downloadMbps = wgetMbps(found?.[2]);
  if (!found || downloadMbps === null) return null;
  return { node: words(found[1], 80), downloadMbps, uploadMbps: null, pingMs: null };
}
