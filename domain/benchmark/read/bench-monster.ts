/** Bench.Monster's speedtest.sh (now at bench.laset.com). */
import { type BenchmarkReport, emptyReport, type GeekbenchScore, type SpeedtestRow, type Steal } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { labelled } from './clean-text.ts';
import { cpuModel } from './cpu-words.ts';
import { count, durationS, figure, megahertz, sizeMib, speedMBps, tidy, words, yesNo } from './figures.ts';
import { geekbenchUrls, versionOfUrl } from './geekbench-url.ts';
import { orderOf, type SpeedOrder, speedRow } from './speed-rows.ts';

/** Reads clean lines of a report. */
export function readBenchMonster(lines: readonly string[]): BenchmarkReport {
  const said = labelled(lines);
  const [virt, ...kernelWords] = (said.get('virt/kernel') ?? '').split('/');
  const kernel = words(kernelWords.join('/') || said.get('kernel'), 120);
  const { warning, ...technology } = seenTechnology(words(virt, 120) ?? words(said.get('virtualization'), 120), kernel);
  const [cores, rest] = (said.get('cpu cores') ?? '').split('@');
  const [aes, vm] = (said.get('cpu flags') ?? '').split('&');
  const [ipv4, ipv6] = (said.get('ipv4/ipv6') ?? '').split('/');
  const [asn, owner] = (said.get('asn & isp') ?? '').split(/,(.*)/, 2);
  return {
    ...emptyReport('bench-monster'),
    toolVersion: /\b(v\d{1,2}\.\d{1,2}\.\d{1,3})\b/.exec(lines.slice(0, 12).join('\n'))?.[1] ?? null,
    ranAt: words(said.get('timestamp'), 60),
    elapsedS: durationS(said.get('finished in')),
    arch: words(/Hz\s{1,4}(\S{1,20})/.exec(rest?.slice(0, 100) ?? '')?.[1], 40),
    distro: words(said.get('os'), 120),
    kernel,
    uptimeS: durationS(said.get('uptime') ?? said.get('system uptime')),
    technology,
    cpu: { model: cpuModel(said.get('cpu model')), cores: count(cores), mhz: megahertz(rest), aes: yesNo(aes), virt: yesNo(vm) },
    memory: { ramMib: sizeMib(said.get('total ram')), swapMib: sizeMib(said.get('total swap')) },
    disk: { mib: sizeMib(said.get('total space')) },
    network: {
      ipv4: yesNo(ipv4),
      ipv6: yesNo(ipv6),
      isp: words(owner?.split(' / ')[0]),
      asn: words(asn, 40),
      country: words(said.get('location')?.split(',')[0], 80),
    },
    ...measurements(lines),
    warnings: warning === null ? [] : [warning],
  };
}

function measurements(lines: readonly string[]) {
  const geekbench: { version: number | null; single: number | null; multi: number | null; url: string | null }[] = [];
  const cpuTests: Record<string, number> = {};
  const steals: number[] = [];
  const runs: number[] = [];
  const speedtest: SpeedtestRow[] = [];
  let averageMBps: number | null = null;
  let section = '';
  let order: SpeedOrder | null = null;
  for (const line of lines) {
    const heading = /^\W*Geekbench v(\d{1,2}) CPU Benchmark/i.exec(line.slice(0, 80));
    if (heading) geekbench.push({ version: Number(heading[1]), single: null, multi: null, url: null });
    const titled = /^\s*(CPU|RAM|Disk) Speed:/i.exec(line)?.[1]?.toLowerCase();
    if (titled !== undefined) section = titled;
    order = (/\bUpload\b/i.test(line) ? orderOf(line) : null) ?? order;
    const [, label = '', value = ''] = /^\s*([A-Za-z0-9. -]{1,24}?)\s*:\s*(.{1,60})/.exec(line.slice(0, 120)) ?? [];
    const score = geekbench.at(-1);
    const speed = speedMBps(value);
    if (score && /^single core$/i.test(label)) score.single ??= count(value, 1e6);
    else if (score && /^multi core$/i.test(label)) score.multi ??= count(value, 1e7);
    else if (/steal$/i.test(label)) steals.push(...percent(value));
    else if (section === 'cpu' && speed !== null) cpuTests[label.trim()] ??= speed;
    else if (section === 'disk' && speed !== null && /run$/i.test(label) && runs.length < 3) runs.push(speed);
    else if (section === 'disk' && speed !== null && /^average$/i.test(label)) averageMBps ??= speed;
    else if (order !== null && label === '') {
      const row = speedRow(line, order);
      if (row) speedtest.push(row);
    }
  }
  return {
    geekbench: withUrls(geekbench, geekbenchUrls(lines.join('\n'))),
    cpuTests,
    dd: { runsMBps: runs, averageMBps },
    speedtest: speedtest.slice(0, 200),
    steal: stealOf(steals),
  };
}

function percent(value: string): number[] {
  const share = figure(/^([\d.,]{1,8})\s?%/.exec(value)?.[1]);
  return share === null || share > 100 ? [] : [share];
}

/** The script measures steal while its tests load the CPU. */
function stealOf(shares: readonly number[]): Steal | null {
  if (shares.length === 0) return null;
  const averagePct = tidy(shares.reduce((sum, share) => sum + share, 0) / shares.length);
  return { averagePct, maxPct: Math.max(...shares), underLoad: true };
}

/** The links stand at the end of the report, each of the version it names. */
function withUrls(scores: readonly GeekbenchScore[], urls: readonly string[]): readonly GeekbenchScore[] {
  const named = scores.map((score) => ({ ...score, url: urls.find((url) => versionOfUrl(url) === score.version) ?? null }));
  const rest = urls.filter((url) => !named.some((score) => score.url === url));
  return [...named, ...rest.map((url) => ({ version: versionOfUrl(url), single: null, multi: null, url }))].slice(0, 20);
}
