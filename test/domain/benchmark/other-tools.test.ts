/** The other tools' reports, each in an old and a new layout. */
import { describe, expect, it } from 'vitest';
import { read, reportText } from './reports.ts';

describe('bench.sh', () => {
  it('of today: a failed test is a row without figures, "Dedicated" is no technology', () => {
    const report = read(reportText('benchsh-2026.txt'));
    expect(report).toMatchObject({
      format: 'benchsh',
      toolVersion: 'v2026-01-31',
      ranAt: '2026-04-24 09:49:17 WIB',
      elapsedS: 310,
      arch: 'x86_64 (64 Bit)',
      distro: 'Debian GNU/Linux 13 (trixie)',
      uptimeS: 955_080,
      technology: { value: 'unknown', said: 'Dedicated' },
      cpu: { model: 'AMD EPYC 7551P 32-Core Processor', cores: 1, mhz: 1996.253, aes: true, virt: false },
      memory: { ramMib: 711.1, swapMib: 8192 },
      disk: { mib: 1_677_721.6 },
      network: { ipv4: true, ipv6: false, asn: 'AS64502 Example Web Services', country: 'CA' },
      dd: { runsMBps: [2000, 2100, 479], averageMBps: 1559.1 },
    });
    expect(report.speedtest).toEqual([
      { node: 'Speedtest.net', uploadMbps: 249.63, downloadMbps: 2584.46, pingMs: 6.94 },
      { node: 'Los Angeles, US', uploadMbps: 248.56, downloadMbps: 3404.2, pingMs: 68.81 },
      { node: 'Paris, FR', uploadMbps: null, downloadMbps: null, pingMs: null },
      { node: 'Hong Kong, CN', uploadMbps: 120.2, downloadMbps: 97.1, pingMs: 201 },
    ]);
    expect(report.warnings).toHaveLength(2);
  });

  it("of 2016: wget's MB/s are 1024² bytes, the kernel tells OpenVZ 6", () => {
    expect(read(reportText('benchsh-2016.txt'))).toMatchObject({
      technology: { value: 'openvz6', said: '2.6.32-042stab120.11' },
      cpu: { cores: 2, mhz: 2299.998, aes: null },
      memory: { ramMib: 992, swapMib: 0 },
      disk: { mib: 50_688 },
      dd: { runsMBps: [412, 398, 405], averageMBps: 405 },
      speedtest: [
        { node: 'CacheFly', downloadMbps: 510.866, uploadMbps: null },
        { node: 'Linode, Tokyo, JP', downloadMbps: 8.028 },
        { node: 'Softlayer, Seattle, WA', downloadMbps: 48.57 },
        { node: 'Linode, Atlanta, GA', downloadMbps: 33.554 },
      ],
    });
  });
});

it('nench: the first of two runs, MiB/s into MB/s and Mbps, a test that did not run is not there', () => {
  const report = read(reportText('nench-openvz6.txt'));
  expect(report).toMatchObject({
    format: 'nench',
    toolVersion: 'v2018.04.14',
    ranAt: '2018-09-02 17:02:18 UTC',
    arch: 'x86_64',
    kernel: '2.6.32-042stab123.3',
    technology: { value: 'openvz6', said: '2.6.32-042stab123.3' },
    cpu: { cores: 4, mhz: 2400.122 },
    memory: { ramMib: 2048, swapMib: 2048 },
    disk: { mib: 30_720 },
    network: { ipv4: true, ipv6: true },
    dd: { runsMBps: [770.001, 108.003, 433.995], averageMBps: 437.33 },
    speedtest: [
      { node: 'Cachefly CDN', downloadMbps: 122.056 },
      { node: 'Leaseweb (NL)', downloadMbps: 0 },
      { node: 'Leaseweb (NL)', downloadMbps: 10.488 },
    ],
    warnings: ['More than one report stands in the text: the first is read.'],
  });
  expect(report.cpuTests).toEqual({ sha256_500MB: 33.281, aes_500MB: 5.002 });
});

it('Bench.Monster: steal under its own load, upload before download, the link of the version', () => {
  const report = read(reportText('bench-monster.txt'));
  expect(report).toMatchObject({
    format: 'bench-monster',
    toolVersion: 'v1.8.7',
    elapsedS: 1166,
    arch: 'x86_64',
    kernel: '6.12.74+deb13+1-amd64',
    uptimeS: 3_099_120,
    technology: { value: 'xen', said: 'Xen' },
    cpu: { cores: 1, mhz: 1996.253, aes: true, virt: false },
    memory: { ramMib: 3918, swapMib: 8191 },
    disk: { mib: 629_760 },
    network: { ipv4: true, ipv6: false, isp: 'Example Web', asn: 'AS64502', country: 'Canada' },
    dd: { runsMBps: [381, 421, 483], averageMBps: 428.3 },
    geekbench: [{ version: 6, single: 810, multi: 801, url: 'https://browser.geekbench.com/v6/cpu/17770001' }],
    steal: { averagePct: 1.12, maxPct: 2.11, underLoad: true },
  });
  expect(report.cpuTests).toEqual({ bzip2: 77.2, sha256: 1100, md5sum: 363 });
  expect(report.speedtest.map(({ node, uploadMbps, pingMs }) => [node, uploadMbps, pingMs])).toEqual([
    ['Nearby', 249.22, 6.91],
    ['USA, New York (Optimum)', 250.44, 10.36],
    ['USA, Chicago (Uniti)', 251.18, 23.74],
    ['Japan, Tsukuba (SoftEther)', 238.39, 71.415],
  ]);
});

describe('the bench.sh of freevps.us', () => {
  it('of 2011: one run of dd, a download that failed is not there, other people’s dd is not its', () => {
    const report = read(reportText('freevps-2011.txt'));
    expect(report).toMatchObject({
      format: 'freevps',
      cpu: { cores: 4, mhz: 2666.754 },
      memory: { ramMib: 512, swapMib: 0 },
      uptimeS: 1020,
      dd: { runsMBps: [50.3], averageMBps: null },
    });
    expect(report.speedtest.map(({ node, downloadMbps }) => [node, downloadMbps])).toEqual([
      ['CacheFly', 510.866],
      ['Linode, Atlanta GA', 26.005],
      ['Linode, London, UK', 8.028],
    ]);
  });

  it('second edition: the average of runs in GB/s and MB/s is mended, the address is not read', () => {
    const report = read(reportText('freevps-second-edition.txt'));
    expect(report).toMatchObject({
      technology: { value: 'openvz6' },
      memory: { ramMib: 256, swapMib: 128 },
      uptimeS: 1_048_920,
      dd: { runsMBps: [1100, 900, 700], averageMBps: 900 },
      speedtest: [
        { node: 'Cachefly, CDN', downloadMbps: 772.591, pingMs: 1.2 },
        { node: 'Coloat, Atlanta, GA, US', pingMs: 110.1 },
        { node: 'Hetzner, Falkenstein, Germany', downloadMbps: 264.241 },
      ],
    });
    expect(JSON.stringify(report)).not.toContain('192.0.2.7');
  });
});

describe('speed tests as JSON', () => {
  it("sivel's gives bits per second", () => {
    const text =
      '{"download": 93812345.678, "upload": 41234567.8, "ping": 12.345, "server": {"url": "http://example.org/upload.php", "name": "Zurich", "country": "Switzerland", "sponsor": "Example AG", "id": "1234", "d": 3.2}, "timestamp": "2024-05-02T12:17:37.123456Z", "bytes_sent": 51544064, "bytes_received": 117354321, "share": null, "client": {"ip": "192.0.2.9", "isp": "Example ISP", "country": "CH"}}';
    const report = read(text);
    expect(report).toMatchObject({
      format: 'speedtest-cli-json',
      ranAt: '2024-05-02T12:17:37.123456Z',
      network: { isp: 'Example ISP', country: 'CH' },
      speedtest: [{ node: 'Example AG (Zurich)', downloadMbps: 93.812, uploadMbps: 41.235, pingMs: 12.345 }],
    });
    expect(JSON.stringify(report)).not.toContain('192.0.2.9');
  });

  it("Ookla's gives bytes per second, also behind its log lines", () => {
    const result =
      '{"type":"result","timestamp":"2024-05-02T12:17:37Z","ping":{"jitter":0.4,"latency":1.75},"download":{"bandwidth":12500000,"bytes":1,"elapsed":2},"upload":{"bandwidth":6250000,"bytes":1,"elapsed":2},"isp":"Example ISP","interface":{"externalIp":"192.0.2.9"},"server":{"id":1,"name":"Example Net","location":"Paris","country":"France"},"result":{"id":"x"}}';
    const log =
      '{"type":"testStart","isp":"Example ISP","server":{"name":"Example Net"}}\n{"type":"ping","ping":{"latency":3}}\n';
    for (const text of [result, log + result]) {
      expect(read(text)).toMatchObject({
        format: 'ookla-json',
        speedtest: [{ node: 'Example Net - Paris', downloadMbps: 100, uploadMbps: 50, pingMs: 1.75 }],
      });
      expect(JSON.stringify(read(text))).not.toContain('192.0.2.9');
    }
  });
});

describe('Geekbench alone', () => {
  it('as the program prints it, without the key that claims the result', () => {
    const report = read(reportText('geekbench-printed.txt'));
    expect(report).toMatchObject({
      format: 'geekbench',
      toolVersion: '5.4.4',
      distro: 'Ubuntu 22.04 LTS',
      technology: { value: 'lxc', said: '5.15.107-2-pve' },
      cpu: { model: 'AMD EPYC 7702P 64-Core Processor', cores: 8, mhz: 2000 },
      memory: { ramMib: 7956.48 },
    });
    expect(report.geekbench).toEqual([
      { version: 5, single: 1048, multi: 4031, url: 'https://browser.geekbench.com/v5/cpu/14450001' },
    ]);
  });

  it('as its page shows it; a link alone is a result whose scores are unknown', () => {
    expect(read(reportText('geekbench-page.txt')).geekbench).toEqual([
      { version: 5, single: 491, multi: 498, url: 'https://browser.geekbench.com/v5/cpu/9000001' },
      { version: 4, single: null, multi: null, url: 'https://browser.geekbench.com/v4/cpu/900001' },
    ]);
    expect(read('https://browser.geekbench.com/v6/cpu/123').geekbench).toEqual([
      { version: 6, single: null, multi: null, url: 'https://browser.geekbench.com/v6/cpu/123' },
    ]);
  });
});

describe('steal', () => {
  it('of mpstat: the average row, the most of any core, whether the machine was busy', () => {
    expect(read(reportText('mpstat-all.txt'))).toMatchObject({
      format: 'mpstat',
      ranAt: '04/24/2026',
      kernel: '5.4.0-42-generic',
      cpu: { cores: 2 },
      steal: { averagePct: 89.7, maxPct: 94.6, underLoad: true },
    });
    expect(read(reportText('mpstat-once.txt')).steal).toEqual({ averagePct: 0.31, maxPct: 0.31, underLoad: false });
  });

  it('of vmstat: without its first row, which is the average since the machine started', () => {
    expect(read(reportText('vmstat.txt'))).toMatchObject({
      format: 'vmstat',
      steal: { averagePct: 12, maxPct: 15, underLoad: true },
    });
  });
});
