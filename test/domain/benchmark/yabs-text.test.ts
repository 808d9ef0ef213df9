/** YABS's text from 2019 to 2026: every version's layout, containers and ARM, cut off, quoted, joined. */
import { describe, expect, it } from 'vitest';
import { read, reportText } from './reports.ts';

describe("YABS's text", () => {
  it('of 2019: dd in place of fio, no technology, no protocol, no ping', () => {
    expect(read(reportText('yabs-2019-dd.txt'))).toMatchObject({
      format: 'yabs-text',
      toolVersion: 'v2019-10-08',
      ranAt: 'Thu 17 Oct 2019 09:14:02 PM UTC',
      elapsedS: null,
      kernel: null,
      uptimeS: null,
      technology: { value: 'unknown', said: null },
      cpu: { model: 'Intel(R) Xeon(R) CPU E3-1240 v2 @ 3.40GHz', cores: 2, mhz: 3400.041, aes: true, virt: false },
      memory: { ramMib: 1945.6, swapMib: 511 },
      disk: { mib: 39_936 },
      network: { ipv4: null, ipv6: null },
      fio: [],
      dd: { runsMBps: [363, 1100, 354], averageMBps: 605.67 },
      iperf: [
        { mode: null, provider: 'Bouygues Telecom', sendMbps: 348, receiveMbps: 1140, pingMs: null },
        { mode: null, provider: 'Severius', sendMbps: null, sendBusy: true, receiveMbps: 133 },
      ],
      geekbench: [{ version: 4, single: 3612, multi: 6471, url: 'https://browser.geekbench.com/v4/cpu/14870001' }],
      warnings: [],
    });
  });

  it('on ARM: a model in two lines, no frequency; fio is 2.4 % faster than printed', () => {
    const report = read(reportText('yabs-arm.txt'));
    expect(report).toMatchObject({
      arch: null,
      cpu: { model: 'Neoverse-N1', cores: 6, mhz: null, aes: true, virt: false },
      disk: { mib: 1_048_576 },
      network: { ipv4: true, ipv6: false, isp: null },
      elapsedS: 422,
      uptimeS: 141_300,
    });
    expect(
      report.fio.map(({ blockSize, readMBps, totalMBps, totalIops }) => [blockSize, readMBps, totalMBps, totalIops]),
    ).toEqual([
      ['4k', 150.221, 300.339, 73_300],
      ['64k', 1484.8, 3031.04, 46_200],
      ['512k', 1802.24, 3758.08, 7100],
      ['1m', 1761.28, 3737.6, 3500],
    ]);
  });

  it('in an OpenVZ 7 container with IPv6 only: the kernel tells the version, a busy server is no zero', () => {
    const report = read(reportText('yabs-openvz7.txt'));
    expect(report).toMatchObject({
      technology: { value: 'openvz7', said: 'OPENVZ' },
      cpu: { model: 'Intel(R) Xeon(R) CPU           E5620  @ 2.40GHz' },
      memory: { swapMib: 0 },
      disk: { mib: null },
      network: { ipv4: false, ipv6: true, isp: 'Example Networks SAS', asn: 'AS64500 Example Networks SAS', country: 'France' },
      iperf: [
        { mode: 'IPv6', sendMbps: 548, receiveMbps: null, receiveBusy: true, pingMs: 15.5 },
        { mode: 'IPv6', sendMbps: null, receiveMbps: null, pingMs: null },
      ],
      geekbench: [],
      elapsedS: 59,
    });
    expect(report.fio[0]).toEqual({
      blockSize: '4k',
      readMBps: 0.242688,
      writeMBps: 0.26112,
      totalMBps: 0.503808,
      readIops: 59,
      writeIops: 63,
      totalIops: 122,
    });
  });

  it('cut off in the middle of a row: what is not there is null, and it is said', () => {
    const report = read(reportText('yabs-lxc-cut-off.txt'));
    expect(report.technology).toEqual({ value: 'lxc', said: 'LXC' });
    expect(report.fio).toEqual([
      { blockSize: '4k', readMBps: 12.288, writeMBps: 12.39, totalMBps: null, readIops: 3000, writeIops: 3000, totalIops: null },
      { blockSize: '64k', readMBps: 106.394, writeMBps: null, totalMBps: null, readIops: 1600, writeIops: null, totalIops: null },
    ]);
    expect(report.warnings).toEqual(['The report ends before the script did: what is missing at its end is unknown.']);
  });

  it('quoted in Markdown without its banner: the figures themselves tell that they are 2.4 % too low', () => {
    const report = read(reportText('yabs-mangled-vmware.md'));
    expect(report).toMatchObject({
      toolVersion: null,
      technology: { value: 'vmware', said: 'VMWARE VIRTUAL PLATFORM' },
      cpu: { cores: 16, aes: true, virt: true },
      memory: { ramMib: 32_153.6, swapMib: 759.1 },
      fio: [
        { blockSize: '4k', readMBps: 226.468, totalIops: 110_700 },
        { blockSize: '64k', totalMBps: 4597.76 },
      ],
      iperf: [
        { mode: 'IPv4', provider: 'Clouvider', location: 'London, UK (10G)', sendMbps: 277, receiveMbps: 666, pingMs: 155 },
        { mode: 'IPv4', provider: 'Uztelecom', receiveMbps: 1970, pingMs: null },
      ],
      warnings: ['The version of the script is missing.'],
    });
  });

  it('with every line joined to one', () => {
    expect(read(reportText('yabs-joined.txt'))).toMatchObject({
      toolVersion: 'v2025-01-01',
      ranAt: 'Fri Apr 11 01:11:24 PM BST 2025',
      uptimeS: 3_108_240,
      cpu: { model: 'AMD Ryzen 9 9900X 12-Core Processor', cores: 1, mhz: 4391.724 },
      memory: { ramMib: 925.8, swapMib: 1024 },
      network: { isp: 'Example Internet', asn: 'AS64501 Example Internet', country: 'India' },
      fio: [
        { blockSize: '4k', totalMBps: 996.966 },
        { blockSize: '64k', totalMBps: 1617.92 },
        { blockSize: '512k', totalMBps: 2314.24 },
        { blockSize: '1m', totalMBps: 2754.56, writeIops: 1300 },
      ],
      iperf: [
        { mode: 'IPv4', provider: 'Clouvider', sendMbps: 544, receiveMbps: 585, pingMs: 150 },
        { mode: 'IPv4', provider: 'Edgoo', location: 'Sao Paulo, BR (1G)', sendBusy: true, receiveMbps: 127, pingMs: 335 },
      ],
      geekbench: [{ version: 6, single: 1928, multi: 1940, url: 'https://browser.geekbench.com/v6/cpu/11460001' }],
      elapsedS: 1384,
    });
  });

  it('from July 2026 on: fio as printed, blank scores are unknown, QEMU alone is no technology', () => {
    const report = read(reportText('yabs-2026-07.txt'));
    expect(report).toMatchObject({
      technology: { value: 'unknown', said: 'QEMU' },
      fio: [
        { blockSize: '4k', readMBps: 168.17, totalMBps: 336.8 },
        { blockSize: '64k', totalMBps: 2580 },
      ],
      geekbench: [
        { version: 6, single: null, multi: null, url: 'https://browser.geekbench.com/v6/cpu/20000001' },
        { version: 7, single: 1021, multi: 1930 },
      ],
    });
    expect(report.warnings).toHaveLength(1);
  });

  it('reads the same with the colours of a terminal, line ends of Windows and a byte order mark', () => {
    const text = reportText('yabs-arm.txt');
    const coloured = `\ufeff${text}`.replace('Geekbench 6', '\r\u001b[0K\u001b[32mGeekbench 6\u001b[0m').replaceAll('\n', '\r\n');
    expect(read(coloured)).toEqual(read(text));
  });
});
