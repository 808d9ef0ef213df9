/** Reports as tools print them: their shapes, figures of ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBenchmark } from '../../../domain/benchmark/read-benchmark.ts';
import type { BenchmarkReport } from '../../../domain/benchmark/report.ts';

/** The text of a report of this folder. */
export function reportText(name: string): string {
  return readFileSync(join(import.meta.dirname, 'reports', name), 'utf8');
}

/** The report of a text; throws where it was refused. */
export function read(text: string): BenchmarkReport {
  const found = readBenchmark(text);
  if (!found.ok) throw new Error(`refused: ${found.refusal}`);
  return found.report;
}

/** YABS's JSON of 2023 on; parts that a version lacks are taken out by the tests. */
export const YABS_JSON = {
  version: 'v2024-04-22',
  time: '20240502-121737',
  os: { arch: 'x64', distro: 'Debian GNU/Linux 12 (bookworm)', kernel: '6.1.0-18-amd64', uptime: 95821.44, vm: 'KVM' },
  net: { ipv4: true, ipv6: false },
  cpu: { model: 'AMD EPYC 7443P 24-Core Processor', cores: 4, freq: '2844.656 MHz', aes: true, virt: false },
  mem: { ram: 8131456, ram_units: 'KiB', swap: 0, swap_units: 'KiB', disk: 82043328, disk_units: 'KB' },
  ip_info: {
    protocol: 'IPv4',
    isp: 'Example GmbH',
    asn: 'AS64503 Example GmbH',
    org: 'Example',
    city: 'Nuremberg',
    region: 'Bavaria',
    region_code: 'BY',
    country: 'Germany',
  },
  partition: '/dev/sda1',
  fio: [
    {
      bs: '4k',
      speed_r: 91044,
      iops_r: 22761,
      speed_w: 91284,
      iops_w: 22821,
      speed_rw: 182328,
      iops_rw: 45582,
      speed_units: 'KBps',
    },
    { bs: '1m', speed_r: 394550, iops_r: 385, speed_w: 420827, iops_w: 410, speed_rw: 815377, iops_rw: 795, speed_units: 'KBps' },
  ],
  iperf: [
    {
      mode: 'IPv4',
      provider: 'Clouvider',
      loc: 'London, UK (10G)',
      send: '866 Mbits/sec',
      recv: '1.28 Gbits/sec',
      latency: '13.8 ms',
    },
    { mode: 'IPv4', provider: 'Scaleway', loc: 'Paris, FR (10G)', send: 'busy ', recv: 'busy ', latency: '--' },
  ],
  geekbench: [{ version: 6, single: 1420, multi: 4410, url: 'https://browser.geekbench.com/v6/cpu/5900001' }],
  runtime: { start: 1714652257, end: 1714652873, elapsed: 616 },
};
