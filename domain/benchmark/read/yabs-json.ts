/**
 * YABS's JSON (printed with -j, written with -w, posted with -s). Its shapes: positional arrays for a day in August 2022, then
 * objects that gained units, technology, network and run time. Speeds of fio are KiB/s in every version although they are
 * labelled KBps: operations × block size = speed.
 */
import { type BenchmarkReport, emptyReport, type FioRow, type GeekbenchScore, type IperfRow } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { cpuModel } from './cpu-words.ts';
import { count, megahertz, milliseconds, rateMbps, sizeMib, tidy, words } from './figures.ts';
import { blockSizeOf, KIB_OF_BLOCK } from './fio-blocks.ts';
import { geekbenchUrl, versionOfUrl } from './geekbench-url.ts';
import { booleanOf, fields, items, numberOf, textOf } from './json-values.ts';

/** Whether a value has the shape of such a report. */
export function isYabsJson(value: unknown): boolean {
  const all = fields(value);
  const named = /^v20\d\d-\d\d-\d\d/.test(textOf(all.version) ?? '');
  const parts = ['os', 'cpu', 'mem', 'fio', 'iperf', 'geekbench', 'ip_info'].filter((key) => key in all).length;
  return (named && parts >= 1) || parts >= 3 || (named && 'kernel' in all);
}

/** Reads it. */
export function readYabsJson(value: unknown): BenchmarkReport {
  const all = fields(value);
  const [os, net, cpu, mem, info] = [all.os, all.net, all.cpu, all.mem, all.ip_info].map((part) => fields(part));
  const from = (part: Readonly<Record<string, unknown>> | undefined, key: string) => part?.[key] ?? all[key];
  const kernel = words(textOf(from(os, 'kernel')), 120);
  const { warning, ...technology } = seenTechnology(words(textOf(from(os, 'vm')), 120), kernel);
  const fio = items(all.fio).map(fioRow);
  return {
    ...emptyReport('yabs-json'),
    toolVersion: words(textOf(all.version), 40),
    ranAt: words(textOf(all.time), 60),
    elapsedS: numberOf(fields(all.runtime).elapsed),
    arch: words(textOf(from(os, 'arch')), 40),
    distro: words(textOf(from(os, 'distro')), 120),
    kernel,
    uptimeS: numberOf(from(os, 'uptime')),
    technology,
    cpu: {
      model: cpuModel(textOf(cpu?.model ?? all.cpu_model ?? (typeof all.cpu === 'string' ? all.cpu : all.model))),
      cores: count(numberOf(from(cpu, 'cores'))),
      mhz: megahertz(textOf(from(cpu, 'freq'))),
      aes: booleanOf(from(cpu, 'aes')),
      virt: booleanOf(from(cpu, 'virt')),
    },
    memory: {
      ramMib: mib(from(mem, 'ram'), mem?.ram_units),
      swapMib: mib(from(mem, 'swap'), mem?.swap_units),
    },
    disk: { mib: mib(from(mem, 'disk'), mem?.disk_units) },
    network: {
      ipv4: booleanOf(from(net, 'ipv4')),
      ipv6: booleanOf(from(net, 'ipv6')),
      isp: words(textOf(info?.isp)),
      asn: words(textOf(info?.asn)),
      country: words(textOf(info?.country), 80),
    },
    fio: fio.filter((row) => row !== null),
    iperf: items(all.iperf)
      .map(iperfRow)
      .filter((row) => row !== null),
    geekbench: items(all.geekbench)
      .map(score)
      .filter((row) => row !== null),
    warnings: [...(warning === null ? [] : [warning]), ...(fio.includes(null) ? ['A row of the disk test is damaged.'] : [])],
  };
}

/** The script's "KB" is a block of 1024 bytes, as `df` and `free` count. */
function mib(value: unknown, unit: unknown): number | null {
  const amount = numberOf(value);
  if (amount === null) return null;
  const said = textOf(unit) ?? 'KiB';
  return sizeMib(`${amount.toFixed(3)} ${/^[KMGT]/i.exec(said)?.[0] ?? 'K'}iB`);
}

function fioRow(value: unknown): FioRow | null {
  if (Array.isArray(value)) return positionalFioRow(value);
  const row = fields(value);
  const blockSize = blockSizeOf(textOf(row.bs));
  if (blockSize === null) return null;
  return fioRowOf(blockSize, {
    read: [numberOf(row.speed_r), numberOf(row.iops_r)],
    write: [numberOf(row.speed_w), numberOf(row.iops_w)],
    total: [numberOf(row.speed_rw), numberOf(row.iops_rw)],
  });
}

/** KiB/s and operations per second of one direction. */
type Measured = readonly [number | null, number | null];

function fioRowOf(blockSize: string, { read, write, total }: { read: Measured; write: Measured; total: Measured }): FioRow {
  // The script adds up what failed to zero.
  const failed = read[0] === null && write[0] === null && total[0] === 0;
  const speed = (kib: number | null) => (kib === null ? null : tidy((kib * 1024) / 1e6));
  return {
    blockSize,
    readMBps: speed(read[0]),
    writeMBps: speed(write[0]),
    totalMBps: failed ? null : speed(total[0]),
    readIops: read[1],
    writeIops: write[1],
    totalIops: failed ? null : total[1],
  };
}

/** Where read, write and total stand in a row without names, as pairs of speed and operations. */
const ORDERS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  [
    [2, 5],
    [3, 6],
    [1, 4],
  ],
  [
    [1, 4],
    [2, 5],
    [3, 6],
  ],
  [
    [3, 4],
    [5, 6],
    [1, 2],
  ],
];

/** A row without names is read in the one order in which operations × block size gives the speed. */
function positionalFioRow(row: readonly unknown[]): FioRow | null {
  const blockSize = blockSizeOf(textOf(row[0]));
  if (blockSize === null || row.length !== 7) return null;
  for (const order of ORDERS) {
    const pairs = order.map(([speed, iops]): Measured => [numberOf(row[speed]), numberOf(row[iops])]);
    const [read, write, total] = pairs;
    if (read && write && total && pairs.every((pair) => fits(pair, blockSize)) && (read[0] ?? 0) <= (total[0] ?? 0))
      return fioRowOf(blockSize, { read, write, total });
  }
  return null;
}

function fits([kib, iops]: Measured, blockSize: string): boolean {
  if (kib === null || iops === null) return false;
  const expected = iops * (KIB_OF_BLOCK[blockSize] ?? 0);
  return Math.abs(kib - expected) <= Math.max(expected * 0.02, 2 * (KIB_OF_BLOCK[blockSize] ?? 0));
}

function iperfRow(value: unknown): IperfRow | null {
  const row = Array.isArray(value)
    ? { mode: value[0], provider: value[1], loc: value[2], send: value[3], recv: value[4], latency: value[5] }
    : fields(value);
  const [send, recv] = [textOf(row.send), textOf(row.recv)];
  if (send === null && recv === null) return null;
  const mode = textOf(row.mode)?.trim();
  return {
    mode: mode === 'IPv4' || mode === 'IPv6' ? mode : null,
    provider: words(textOf(row.provider), 80),
    location: words(textOf(row.loc), 120),
    sendMbps: rateMbps(send),
    receiveMbps: rateMbps(recv),
    sendBusy: isBusy(send),
    receiveBusy: isBusy(recv),
    pingMs: milliseconds(textOf(row.latency)),
  };
}

/** The script writes "busy" where the server at the other end did not answer in three attempts. */
function isBusy(said: string | null): boolean {
  return said !== null && /^busy/i.test(said.trim());
}

function score(value: unknown): GeekbenchScore | null {
  const row = Array.isArray(value) ? { version: value[0], single: value[1], multi: value[2], url: value[3] } : fields(value);
  const url = geekbenchUrl(textOf(row.url));
  const version = count(numberOf(row.version), 99) ?? versionOfUrl(url);
  const single = count(numberOf(row.single), 1e6);
  const multi = count(numberOf(row.multi), 1e7);
  return url === null && single === null && multi === null ? null : { version, single, multi, url };
}
