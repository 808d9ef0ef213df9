/** YABS's JSON in its historical shapes, and what shell scripts make of JSON. */
import { describe, expect, it } from 'vitest';
import { read, reportText, YABS_JSON } from './reports.ts';

const text = JSON.stringify(YABS_JSON);
const MENDED = 'The JSON was not valid; what could not be read in it is unknown.';

describe("YABS's JSON", () => {
  it('is read field by field, with KiB/s turned into MB/s', () => {
    expect(read(text)).toEqual({
      format: 'yabs-json',
      toolVersion: 'v2024-04-22',
      ranAt: '20240502-121737',
      elapsedS: 616,
      arch: 'x64',
      distro: 'Debian GNU/Linux 12 (bookworm)',
      kernel: '6.1.0-18-amd64',
      uptimeS: 95821.44,
      technology: { value: 'kvm', said: 'KVM' },
      cpu: { model: 'AMD EPYC 7443P 24-Core Processor', cores: 4, mhz: 2844.656, aes: true, virt: false },
      memory: { ramMib: 7940.875, swapMib: 0 },
      disk: { mib: 80120.438 },
      network: { ipv4: true, ipv6: false, isp: 'Example GmbH', asn: 'AS64503 Example GmbH', country: 'Germany' },
      fio: [
        {
          blockSize: '4k',
          readMBps: 93.229,
          writeMBps: 93.475,
          totalMBps: 186.704,
          readIops: 22761,
          writeIops: 22821,
          totalIops: 45582,
        },
        {
          blockSize: '1m',
          readMBps: 404.019,
          writeMBps: 430.927,
          totalMBps: 834.946,
          readIops: 385,
          writeIops: 410,
          totalIops: 795,
        },
      ],
      dd: { runsMBps: [], averageMBps: null },
      iperf: [
        {
          mode: 'IPv4',
          provider: 'Clouvider',
          location: 'London, UK (10G)',
          sendMbps: 866,
          receiveMbps: 1280,
          sendBusy: false,
          receiveBusy: false,
          pingMs: 13.8,
        },
        {
          mode: 'IPv4',
          provider: 'Scaleway',
          location: 'Paris, FR (10G)',
          sendMbps: null,
          receiveMbps: null,
          sendBusy: true,
          receiveBusy: true,
          pingMs: null,
        },
      ],
      speedtest: [],
      geekbench: [{ version: 6, single: 1420, multi: 4410, url: 'https://browser.geekbench.com/v6/cpu/5900001' }],
      cpuTests: {},
      steal: null,
      warnings: [],
    });
  });

  it('is read without what August 2022 did not have: units, technology, network, latency, run time', () => {
    const { ip_info, runtime, partition, ...old } = YABS_JSON;
    const { vm, ...os } = YABS_JSON.os;
    const report = read(
      JSON.stringify({
        ...old,
        version: 'v2022-08-17',
        os,
        mem: { ram: 8131456, swap: 0, disk: 82043328 },
        fio: YABS_JSON.fio.map(({ speed_units, ...row }) => row),
        iperf: YABS_JSON.iperf.map(({ latency, ...row }) => row),
      }),
    );
    expect([vm, ip_info.country, runtime.elapsed, partition]).toEqual(['KVM', 'Germany', 616, '/dev/sda1']);
    expect(report).toMatchObject({
      toolVersion: 'v2022-08-17',
      elapsedS: null,
      technology: { value: 'unknown', said: null },
      memory: { ramMib: 7940.875 },
      disk: { mib: 80120.438 },
      network: { isp: null, country: null },
      iperf: [
        { sendMbps: 866, pingMs: null },
        { sendBusy: true, pingMs: null },
      ],
    });
    expect(report.fio[0]).toMatchObject({ totalMBps: 186.704, totalIops: 45582 });
  });

  it('is read from rows without names, in the one order in which operations × block size is the speed', () => {
    const flat = {
      version: 'v2022-08-15',
      time: '20220815-120000',
      arch: 'x64',
      distro: 'Debian GNU/Linux 11 (bullseye)',
      kernel: '5.10.0-16-amd64',
      uptime: 100,
      fio: [
        ['4k', 182328, 91044, 91284, 45582, 22761, 22821],
        ['1m', 394550, 385, 420827, 410, 815377, 795],
        ['64k', 1, 2, 3, 4, 5, 6],
      ],
      iperf: [['IPv4', 'Clouvider', 'London, UK (10G)', '866 Mbits/sec', 'busy ']],
      geekbench: [[5, 1048, 4031, 'https://browser.geekbench.com/v5/cpu/16000001']],
    };
    const report = read(JSON.stringify(flat));
    expect(report).toMatchObject({ distro: 'Debian GNU/Linux 11 (bullseye)', uptimeS: 100, arch: 'x64' });
    expect(report.fio).toEqual([
      expect.objectContaining({ blockSize: '4k', readMBps: 93.229, totalMBps: 186.704, readIops: 22761, totalIops: 45582 }),
      expect.objectContaining({ blockSize: '1m', readMBps: 404.019, totalMBps: 834.946, writeIops: 410 }),
    ]);
    expect(report.warnings).toContain('A row of the disk test is damaged.');
    expect(report.iperf).toEqual([expect.objectContaining({ sendMbps: 866, receiveBusy: true, pingMs: null })]);
    expect(report.geekbench).toEqual([
      { version: 5, single: 1048, multi: 4031, url: 'https://browser.geekbench.com/v5/cpu/16000001' },
    ]);
  });

  const breaks: readonly [string, (valid: string) => string, object][] = [
    [
      'scores that the page did not give',
      (valid) => valid.replace('"single":1420,"multi":4410', '"single":,"multi":'),
      {
        geekbench: [{ version: 6, single: null, multi: null, url: 'https://browser.geekbench.com/v6/cpu/5900001' }],
        elapsedS: 616,
      },
    ],
    [
      'a Geekbench that failed, whose bracket is cut off',
      (valid) => valid.replace(/"geekbench":\[.*?\]/, '"geekbench":]'),
      { geekbench: [], elapsedS: 616 },
    ],
    [
      'no network at all, whose bracket is cut off',
      (valid) => valid.replace(/"iperf":\[.*?\]/, '"iperf":]'),
      { iperf: [], elapsedS: 616, geekbench: [{ single: 1420 }] },
    ],
    [
      'a CPU model in two lines',
      (valid) =>
        valid.replace('AMD EPYC 7443P 24-Core Processor', 'Neoverse-N1\nBIOS virt-5.2  CPU @ 2.0GHz').replace('2844.656', '???'),
      { cpu: { model: 'Neoverse-N1', cores: 4, mhz: null } },
    ],
    [
      'a quotation mark inside a value',
      (valid) => valid.replace('Example GmbH', 'Example "Fast" GmbH'),
      { network: { isp: 'Example "Fast" GmbH', asn: 'AS64503 Example GmbH', country: 'Germany' } },
    ],
    [
      'numbers that are missing',
      (valid) => valid.replace('"swap":0', '"swap":').replace('"cores":4', '"cores":'),
      { cpu: { cores: null }, memory: { swapMib: null, ramMib: 7940.875 } },
    ],
    [
      'a disk test that gave nothing',
      (valid) =>
        valid.replace(
          /"fio":\[\{[^}]*\}/,
          '"fio":[{"bs":"4k","speed_r":,"iops_r":,"speed_w":,"iops_w":,"speed_rw":0,"iops_rw":0,"speed_units":"KBps"}',
        ),
      {
        fio: [
          { blockSize: '4k', readMBps: null, totalMBps: null, totalIops: null },
          { blockSize: '1m', totalMBps: 834.946 },
        ],
      },
    ],
  ];
  it.each(breaks)('is read with %s', (_, broken, expected) => {
    const report = read(broken(text));
    expect(report).toMatchObject(expected);
    expect(report.warnings).toContain(MENDED);
  });

  it('keeps what stood before the text was cut off', () => {
    const report = read(text.slice(0, text.indexOf('"geekbench"') + 30));
    expect(report).toMatchObject({ cpu: { cores: 4 }, iperf: [{ sendMbps: 866 }, { sendBusy: true }], elapsedS: null });
    expect(report.warnings).toContain('The JSON was cut off: what is missing at its end is unknown.');
  });

  it('is found behind the text of the report, in quotation marks of a word processor, and among other words', () => {
    const curly = text.replaceAll('"', '\u201d');
    for (const around of [
      `${reportText('yabs-arm.txt')}\n\n${text}\n`,
      `Result: ${curly}`,
      `\`\`\`json\n${JSON.stringify(YABS_JSON, null, 2)}\n\`\`\``,
    ])
      expect(read(around)).toMatchObject({ format: 'yabs-json', elapsedS: 616, cpu: { cores: 4 } });
  });
});
