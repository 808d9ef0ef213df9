/** Reports as people post them: titles lost, in other languages, links in brackets, tests that did not run. */
import { describe, expect, it } from 'vitest';
import { read, reportText } from './reports.ts';

const NENCH = [
  'Processor:    AMD EPYC 9754 128-Core Processor',
  'CPU cores:    4',
  'Frequency:    2249.998 MHz',
  'RAM:          7.8Gi',
  'Swap:         254Mi',
  'Kernel:       Linux 6.1.0-9-amd64 x86_64',
  '',
  'Disks:',
  'vda    160G  HDD',
  '',
  'CPU: SHA256-hashing 500 MB',
  '    1.843 seconds',
  'CPU: bzip2-compressing 500 MB',
  '    CPU: AES-encrypting 500 MB',
  '    0.920 seconds',
];

describe('nench', () => {
  it('without its title is read from its machine on', () => {
    expect(read(['### Disk', '', ...NENCH].join('\n'))).toMatchObject({
      format: 'nench',
      toolVersion: null,
      cpu: { model: 'AMD EPYC 9754 128-Core Processor', cores: 4, mhz: 2249.998 },
      memory: { ramMib: 7987.2, swapMib: 254 },
      disk: { mib: 163_840 },
      cpuTests: { sha256_500MB: 1.843, aes_500MB: 0.92 },
    });
  });

  it('names the technology where it prints it, and its kin are read alike', () => {
    const title = ' nench.sh v2026.03.01 -- https://git.io/nench.sh\n benchmark timestamp:    2026-05-01 10:10:10 UTC\n\n';
    const text = NENCH.toSpliced(5, 0, 'Virtual:      kvm').join('\n');
    expect(read(title + text).technology).toEqual({ value: 'kvm', said: 'kvm' });
    expect(read(title.replace('nench.sh v2026.03.01', 'vench.sh v0.1') + text)).toMatchObject({
      toolVersion: 'v0.1',
      ranAt: '2026-05-01 10:10:10 UTC',
    });
  });
});

it('Geekbench in Chinese', () => {
  const text = [
    'Geekbench 5 测试结果',
    '',
    '系统信息',
    '  Operating System              Debian GNU/Linux 12 (bookworm)',
    '  Kernel                        Linux 6.1.0-9-amd64 x86_64',
    '处理器信息',
    '  Name                          AMD EPYC 9554 64-Core Processor',
    '  Topology                      4 Processors, 4 Cores',
    '  Base Frequency                3.10 GHz',
    '内存信息',
    '  Size                          3.79 GB',
    '',
    '单核测试分数：1563',
    '多核测试分数：6046',
    '详细结果链接：https://browser.geekbench.com/v5/cpu/5900009',
  ].join('\n');
  expect(read(text)).toMatchObject({
    format: 'geekbench',
    distro: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.1.0-9-amd64',
    cpu: { model: 'AMD EPYC 9554 64-Core Processor', cores: 4, mhz: 3100 },
    memory: { ramMib: 3880.96 },
    geekbench: [{ version: 5, single: 1563, multi: 6046, url: 'https://browser.geekbench.com/v5/cpu/5900009' }],
  });
});

describe('YABS', () => {
  it('keeps a link that Markdown put in angle brackets', () => {
    const text = reportText('yabs-2026-07.txt').replace(/(https:\/\/browser\.geekbench\.com\/\S+)/g, '<$1>');
    expect(text).toContain('<https://browser');
    expect(read(text).geekbench).toEqual(read(reportText('yabs-2026-07.txt')).geekbench);
  });

  it('says why an IPv6-only machine has no score', () => {
    const { warnings, geekbench } = read(
      'iperf3 Network Speed Tests (IPv6):\nProvider | Location (Link) | Send Speed | Recv Speed | Ping\nA | London, UK (10G) | 358 Mbits/sec | busy | 8.60 ms\n\nGeekbench releases can only be downloaded over IPv4. FTP the Geekbench files and run manually.',
    );
    expect(geekbench).toEqual([]);
    expect(warnings).toContain('Geekbench did not run: it can only be downloaded over IPv4.');
  });
});

it('bench.sh: a chip that its script did not find is unknown', () => {
  const text = reportText('benchsh-2026.txt').replace(/(CPU Model +: ).*/, '$1CPU model not detected');
  expect(read(text).cpu.model).toBeNull();
});

it('bench.monster: an uptime of minutes', () => {
  const text = reportText('bench-monster.txt').replace(/(Uptime +: ).*/, '$10 days 0:7');
  expect(read(text).uptimeS).toBe(420);
});

describe('steal', () => {
  it('mpstat in German, with its own word for the average', () => {
    const row = (time: string, steal: string) =>
      `${time}     all   88,32    0,00    5,10    0,00    0,00    0,00    ${steal}    0,00    0,00    0,00`;
    const head = '14:02:11     CPU    %usr   %nice    %sys %iowait    %irq   %soft  %steal  %guest  %gnice   %idle';
    const text = [head, row('14:02:12', '4,00'), row('14:02:13', '8,00'), row('Durchschn.:', '6,00')].join('\n');
    expect(read(text).steal).toEqual({ averagePct: 6, maxPct: 8, underLoad: true });
  });

  it('vmstat with a column behind it', () => {
    const text = [
      ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st gu',
      ' 1  0      0 201024  52100 410220    0    0     5     4  310    1  1  0 98  0  0  0',
      ' 4  0      0 201024  52100 410220    0    0     0     4  310  420 70 10  2  0 18  0',
    ].join('\n');
    expect(read(text).steal).toEqual({ averagePct: 18, maxPct: 18, underLoad: true });
  });
});
