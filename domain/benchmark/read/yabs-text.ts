/** YABS's report as printed on a terminal, from its first version (October 2019) on. */
import { type BenchmarkReport, emptyReport, type GeekbenchScore, type IperfRow } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { cells, labelled } from './clean-text.ts';
import { cpuModel } from './cpu-words.ts';
import { asPrinted, count, durationS, megahertz, sizeMib, speedMBps, words, yesNo } from './figures.ts';
import { geekbenchUrl, versionOfUrl } from './geekbench-url.ts';
import { iperfRows } from './iperf-table.ts';
import { FioTable } from './yabs-fio.ts';
import { unjoined } from './yabs-lines.ts';

/** From this version on the script says at its end how long it took. */
const SAYS_WHEN_DONE = 'v2023-04-23';

/** Reads clean lines of a report, its banner or what is left of it first. */
export function readYabsText(clean: readonly string[]): BenchmarkReport {
  const lines = unjoined(clean);
  const said = labelled(lines);
  const version = versionOf(lines);
  const kernel = words(said.get('kernel'), 120);
  const { warning, ...technology } = seenTechnology(words(said.get('vm type'), 120), kernel);
  const [cores, frequency] = (said.get('cpu cores') ?? '').split('@');
  const [ipv4, ipv6] = (said.get('ipv4/ipv6') ?? '').split('/');
  const { fio, iperf, geekbench, dd } = tables(lines);
  const elapsedS = elapsed(lines);
  return {
    ...emptyReport('yabs-text'),
    toolVersion: version,
    ranAt: ranAt(lines),
    elapsedS,
    distro: words(said.get('distro'), 120),
    kernel,
    uptimeS: durationS(said.get('uptime')),
    technology,
    cpu: {
      model: cpuModel(said.get('processor')),
      cores: count(cores),
      mhz: megahertz(frequency),
      aes: yesNo(said.get('aes-ni')),
      virt: yesNo(said.get('vm-x/amd-v')),
    },
    memory: { ramMib: sizeMib(said.get('ram')), swapMib: sizeMib(said.get('swap')) },
    disk: { mib: sizeMib(said.get('disk')) },
    network: {
      ipv4: yesNo(ipv4),
      ipv6: yesNo(ipv6),
      isp: words(said.get('isp')),
      asn: words(said.get('asn')),
      country: words(said.get('country'), 80),
    },
    fio: fio.rows(version),
    dd,
    iperf,
    geekbench,
    warnings: [
      ...(warning === null ? [] : [warning]),
      ...(version === null ? ['The version of the script is missing.'] : []),
      ...(elapsedS === null && version !== null && version >= SAYS_WHEN_DONE
        ? ['The report ends before the script did: what is missing at its end is unknown.']
        : []),
      ...(lines.some((line) => /geekbench \d? ?test failed/i.test(line)) ? ['Geekbench failed on this machine.'] : []),
      ...(lines.some((line) => /geekbench releases can only be downloaded over IPv4/i.test(line))
        ? ['Geekbench did not run: it can only be downloaded over IPv4.']
        : []),
    ],
  };
}

function versionOf(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 200)) {
    const found = /(?:^|[\s#*>-])(v20\d\d-\d\d-\d\d)(?:[a-z]?[\s#*-]|$)/.exec(line.slice(0, 300));
    // Alone between number signs, or in a banner whose lines were joined.
    if (found?.[1] && (/^[\s#*>v\d-]{0,140}$/.test(line.slice(0, 141)) || /#|yet-another/i.test(line))) return found[1];
  }
  return null;
}

/** The date that stands between the banner and the machine, in whatever language it was printed. */
function ranAt(lines: readonly string[]): string | null {
  const end = lines.findIndex((line) => /^\W*Basic System Information/i.test(line));
  const head = lines.slice(0, end < 0 ? 20 : end);
  const banner = head.findIndex((line) => /yet-another-bench|v20\d\d-\d\d-\d\d/i.test(line));
  for (const line of head.slice(Math.max(banner, 0))) {
    const printed = line.slice(line.lastIndexOf('#') + 1).trim();
    if (printed.length > 100 || /v20\d\d-|https?:/.test(printed)) continue;
    if (
      banner < 0 ? /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w{0,6}\b.{0,60}20\d\d/.test(printed) : /\d{1,2}[:\u65f6.]\d{2}/.test(printed)
    )
      return asPrinted(printed, 80);
  }
  return null;
}

function elapsed(lines: readonly string[]): number | null {
  for (const line of lines) {
    const said = /\bYABS completed in\s{1,5}(.{1,40})/i.exec(line)?.[1];
    if (said !== undefined) return durationS(said);
  }
  return null;
}

function tables(lines: readonly string[]) {
  const fio = new FioTable();
  const iperf: IperfRow[] = [];
  const scores = new GeekbenchTable();
  let dd: BenchmarkReport['dd'] = { runsMBps: [], averageMBps: null };
  let mode: IperfRow['mode'] = null;
  for (const line of lines) {
    if (/^\W*iperf3? (?:network )?speed tests/i.test(line)) mode = modeOf(line);
    else if (scores.take(line) || fio.take(line)) continue;
    else {
      const writes = ddWrites(line);
      if (writes !== null && dd.runsMBps.length === 0) dd = writes;
      else if (line.includes('|')) iperf.push(...iperfRows(line, mode));
    }
  }
  return { fio, iperf: iperf.slice(0, 500), geekbench: scores.rows(), dd };
}

function modeOf(line: string): IperfRow['mode'] {
  const named = /\bIPv([46])\b/i.exec(line)?.[1];
  return named === '4' ? 'IPv4' : named === '6' ? 'IPv6' : null;
}

/** "Write | 291 MB/s | 286 MB/s | 281 MB/s | 286.00 MB/s": what the script does where fio does not run. */
function ddWrites(line: string): BenchmarkReport['dd'] | null {
  const [label, ...rest] = cells(line);
  if (label === undefined || !/^write$/i.test(label) || rest.length < 2 || /\(/.test(line)) return null;
  const speeds = rest.map(speedMBps);
  const runs = speeds.slice(0, 3).filter((speed) => speed !== null);
  return runs.length === 0 ? null : { runsMBps: runs, averageMBps: speeds[3] ?? null };
}

/** Scores, each under a heading that names the version. */
class GeekbenchTable {
  readonly #found: { version: number | null; single: number | null; multi: number | null; url: string | null }[] = [];

  take(line: string): boolean {
    const heading = /^\W*Geekbench (\d{1,2}) Benchmark Test/i.exec(line.slice(0, 80));
    if (heading) {
      this.#found.push({ version: Number(heading[1]), single: null, multi: null, url: null });
      return true;
    }
    const [label = '', value = ''] = cells(line.replace(/^(\W*(?:single core|multi core|full test))\s*:\s*/i, '$1 | '));
    const row = /^(single core|multi core|full test)$/i.exec(label)?.[1]?.toLowerCase();
    if (row === undefined) return false;
    const last = this.#found.at(-1) ?? this.#begin();
    if (row === 'full test') {
      last.url ??= geekbenchUrl(value);
      last.version ??= versionOfUrl(last.url);
    } else if (row === 'single core') last.single ??= count(value, 1e6);
    else last.multi ??= count(value, 1e7);
    return true;
  }

  #begin() {
    const row = { version: null, single: null, multi: null, url: null };
    this.#found.push(row);
    return row;
  }

  /** A heading under which nothing stands is no result. */
  rows(): readonly GeekbenchScore[] {
    return this.#found.filter(({ single, multi, url }) => single !== null || multi !== null || url !== null).slice(0, 20);
  }
}
