/** Real reports below the folder that STEALTIME_CORPUS names (`benchmarks/<id>/input.*`, `expected.json`): every printed field. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBenchmark } from '../domain/benchmark/read-benchmark.ts';
import type { BenchmarkReport } from '../domain/benchmark/report.ts';

const folder = join(process.env.STEALTIME_CORPUS ?? '', 'benchmarks');
const ids =
  process.env.STEALTIME_CORPUS && existsSync(folder)
    ? readdirSync(folder).filter((id) => existsSync(join(folder, id, 'expected.json')))
    : [];
const MIB = 1.048_576;

/** What recordings say, as loose as they are. */
interface Expected {
  readonly [key: string]: unknown;
}
const part = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Expected)[key] : undefined;
const list = (from: unknown): readonly unknown[] => (Array.isArray(from) ? from : []);

const FORMATS: Readonly<Record<string, string>> = {
  'benchsh-teddysun': 'benchsh',
  'ookla-speedtest-json': 'ookla-json',
};

/** Pairs of what was read and what was recorded, for every field that the recording has. */
function* pairs(report: BenchmarkReport, said: Expected): Generator<readonly [string, unknown, unknown]> {
  yield ['format', report.format, FORMATS[String(said.format)] ?? said.format];
  const plain: readonly (readonly [string, unknown, unknown])[] = [
    ['tool version', report.toolVersion, said.tool_version],
    ['time', report.ranAt, said.run_time_raw],
    ['elapsed', report.elapsedS, said.elapsed_s],
    ['model', report.cpu.model, part(said.cpu, 'model')],
    ['cores', report.cpu.cores, part(said.cpu, 'cores')],
    ['MHz', report.cpu.mhz, part(said.cpu, 'mhz')],
    ['AES', report.cpu.aes, part(said.cpu, 'aes_ni')],
    ['virt', report.cpu.virt, part(said.cpu, 'vmx_svm')],
    ['distro', report.distro, part(said.os, 'distro')],
    ['kernel', report.kernel, part(said.os, 'kernel')],
    ['arch', report.arch, part(said.os, 'arch')],
    ['uptime', report.uptimeS, part(said.os, 'uptime_s')],
    ['technology', report.technology.said, said.virt_raw],
    ['IPv4', report.network.ipv4, part(said.net, 'ipv4_online')],
    ['IPv6', report.network.ipv6, part(said.net, 'ipv6_online')],
    ['country', report.network.country, part(said.ip_info, 'country')],
    ['ISP', report.network.isp, part(said.ip_info, 'isp') ?? said.isp],
    ['ASN', report.network.asn, part(said.ip_info, 'asn') ?? said.organization],
    ['ping', report.speedtest[0]?.pingMs, said.ping_ms],
  ];
  for (const pair of plain) if (pair[2] !== undefined) yield pair;
  if (typeof said.virt === 'string') yield ['technology', report.technology.value, said.virt];
  yield* sizes(report, said);
  yield* tests(report, said);
}

function* sizes(report: BenchmarkReport, said: Expected): Generator<readonly [string, unknown, unknown]> {
  if (said.uptime_minutes !== undefined) yield ['uptime', report.uptimeS, Number(said.uptime_minutes) * 60];
  const mib = (name: string, kib: string) =>
    part(said[name], 'mib') ?? (said[kib] === undefined ? undefined : Number(said[kib]) / 1024);
  const all = [
    ['memory', report.memory.ramMib, mib('ram', 'ram_kib')],
    ['swap', report.memory.swapMib, mib('swap', 'swap_kib')],
    ['disk', report.disk.mib, mib('disk', 'disk_kib')],
  ] as const;
  for (const pair of all) if (pair[2] !== undefined) yield pair;
}

function* tests(report: BenchmarkReport, said: Expected): Generator<readonly [string, unknown, unknown]> {
  const factor = /1\.024/.test(String(said.fio_unit_note)) ? 1.024 : 1;
  for (const [at, row] of list(said.fio).entries()) {
    yield ['block size', report.fio[at]?.blockSize, part(row, 'bs')];
    for (const [name, speed, iops] of [
      ['read', report.fio[at]?.readMBps, report.fio[at]?.readIops],
      ['write', report.fio[at]?.writeMBps, report.fio[at]?.writeIops],
      ['total', report.fio[at]?.totalMBps, report.fio[at]?.totalIops],
    ] as const) {
      const printed = part(part(row, name), 'printed_MBps');
      yield [`fio ${name}`, speed, printed === undefined ? part(part(row, name), 'MBps') : Number(printed) * factor];
      yield [`fio ${name} operations`, iops, part(part(row, name), 'iops')];
    }
  }
  for (const [at, row] of list(said.iperf).entries()) {
    const found = report.iperf[at];
    yield [
      'iperf',
      [found?.mode, found?.provider, found?.location],
      [part(row, 'mode'), part(row, 'provider'), part(row, 'location')],
    ];
    yield ['send', found?.sendMbps, part(part(row, 'send'), 'mbps')];
    yield ['receive', found?.receiveMbps, part(part(row, 'recv'), 'mbps')];
    yield ['busy', [found?.sendBusy, found?.receiveBusy], [part(part(row, 'send'), 'busy'), part(part(row, 'recv'), 'busy')]];
    yield ['iperf ping', found?.pingMs, part(row, 'ping_ms')];
  }
  if (said.geekbench !== undefined) yield ['Geekbench', report.geekbench, said.geekbench];
  for (const [at, row] of list(said.speedtest).entries()) {
    const found = report.speedtest[at];
    yield [
      'speed test',
      [found?.node, found?.uploadMbps, found?.downloadMbps, found?.pingMs],
      ['node', 'upload_mbps', 'download_mbps', 'latency_ms'].map((key) => part(row, key)),
    ];
  }
  if (said.download_mbps !== undefined) {
    yield ['download', report.speedtest[0]?.downloadMbps, said.download_mbps];
    yield ['upload', report.speedtest[0]?.uploadMbps, said.upload_mbps];
  }
  for (const [at, row] of list(said.downloads).entries()) {
    yield ['download', [report.speedtest[at]?.node], [part(row, 'target')]];
    yield ['download', report.speedtest[at]?.downloadMbps, Number(part(row, 'MiBps')) * MIB * 8];
  }
  if (said.cpu_seconds !== undefined) yield ['CPU tests', report.cpuTests, said.cpu_seconds];
  const [dd, unit] = said.dd_MBps === undefined ? [said.dd_write_MiBps, MIB] : [said.dd_MBps, 1];
  if (dd === undefined) return;
  for (const [at, run] of ['1', '2', '3'].entries()) {
    const value = part(dd, `run${run}`) ?? part(dd, ['1st run', '2nd run', '3rd run'][at] ?? '');
    yield ['dd', report.dd.runsMBps[at], Number(value) * unit];
  }
  yield ['dd average', report.dd.averageMBps, Number(part(dd, 'average')) * unit];
}

describe.skipIf(ids.length === 0)('real benchmark reports (skipped without STEALTIME_CORPUS)', () => {
  it.each(ids)('%s: every printed field', (id) => {
    const input = readdirSync(join(folder, id)).find((name) => name.startsWith('input.')) ?? '';
    const found = readBenchmark(readFileSync(join(folder, id, input), 'utf8'));
    if (!found.ok) throw new Error(found.refusal);
    const said = JSON.parse(readFileSync(join(folder, id, 'expected.json'), 'utf8')) as Expected;
    let compared = 0;
    for (const [name, read, recorded] of pairs(found.report, said)) {
      compared += 1;
      if (typeof recorded === 'number' && !Number.isInteger(recorded))
        expect(Math.abs(Number(read) - recorded), name).toBeLessThanOrEqual(recorded * 1e-4);
      else expect(read, name).toEqual(recorded);
    }
    expect(compared).toBeGreaterThan(5);
  });
});
