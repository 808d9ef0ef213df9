/** What a report means for what was sold: references, documented limits, "dedicated". */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCpuScores } from '../../../db/catalog/read-cpu-scores.ts';
import { compareReport, type SoldMachine } from '../../../domain/benchmark/compare.ts';
import { cpuKey } from '../../../domain/benchmark/cpu-key.ts';
import { ranOn } from '../../../domain/benchmark/ran-on.ts';
import { type MeasuredScore, referencesOf } from '../../../domain/benchmark/reference.ts';
import { emptyReport } from '../../../domain/benchmark/report.ts';

const SOLD: SoldMachine = { memoryMib: 4096, vcpu: 2, portMbps: 1000, technology: 'kvm', cpuModel: 'shared', baselinePct: null };
const EPYC = 'AMD EPYC 7702P 64-Core Processor';
const scores = await readCpuScores();
const referenceOf = referencesOf(scores)();
const scored = (single: number) => ({
  ...emptyReport('geekbench'),
  cpu: { ...emptyReport('geekbench').cpu, model: EPYC },
  geekbench: [{ version: 5, single, multi: null, url: null }],
});
const speedOf = (single: number, sold: Partial<SoldMachine>) =>
  compareReport(scored(single), { ...SOLD, ...sold }, referenceOf).find(({ about }) => about === 'cpu-speed')?.verdict;
const stealOf = (averagePct: number, sold: Partial<SoldMachine>, underLoad: boolean | null = true) =>
  compareReport(
    { ...emptyReport('mpstat'), steal: { averagePct, maxPct: averagePct, underLoad } },
    { ...SOLD, ...sold },
    referenceOf,
  )[0]?.verdict;

describe('the speed of a core', () => {
  it('is held against the same chip elsewhere, a documented limit and the word "dedicated"', () => {
    expect(speedOf(1030, {})).toBe('as-sold');
    expect(speedOf(209, { cpuModel: 'capped', baselinePct: 25 })).toBe('as-documented');
    expect(speedOf(491, { cpuModel: 'capped', baselinePct: 50 })).toBe('as-documented');
    expect(speedOf(209, { cpuModel: 'dedicated' })).toBe('contradicts-dedicated');
    expect(speedOf(209, {})).toBe('less');
  });

  it('has no reference for masked names, for other versions, and from its own seller', () => {
    expect(referenceOf('AMD EPYC-Milan Processor', 5)).toBeNull();
    expect(referenceOf(EPYC, 6)).toBeNull();
    expect(referencesOf(scores)('netcup')(EPYC, 5)).toBeNull();
    expect(referenceOf(EPYC, 5)).toMatchObject({ median: 1048, reports: 1, providers: 1 });
  });

  it('needs five reports of three sellers where the cores are shared', () => {
    const shared = (seller: string, single: number): MeasuredScore => ({
      model: 'Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz',
      version: 5,
      single,
      seller,
      dedicatedCore: false,
      url: null,
    });
    const five = [shared('a', 700), shared('a', 720), shared('b', 800), shared('b', 810), shared('c', 900)];
    expect(referencesOf(five)()('Intel Xeon E5-2690 v4', 5)).toMatchObject({ median: 800, reports: 5, providers: 3 });
    expect(referencesOf(five.slice(0, 4))()('Intel Xeon E5-2690 v4', 5)).toBeNull();
  });
});

describe('steal', () => {
  it('that a documented limit predicts is as documented; under load it contradicts "dedicated"; idle it says nothing', () => {
    expect(stealOf(91, { cpuModel: 'burst', baselinePct: 6.25 })).toBe('as-documented');
    expect(stealOf(12, { cpuModel: 'dedicated' })).toBe('contradicts-dedicated');
    expect(stealOf(0.2, { cpuModel: 'dedicated' })).toBe('as-sold');
    expect(stealOf(0, {}, false)).toBe('not-comparable');
    expect(stealOf(0, { technology: 'openvz7' })).toBe('not-comparable');
  });
});

it('memory, cores, technology and port are held against the promise', () => {
  const report = {
    ...emptyReport('yabs-text'),
    technology: { value: 'lxc' as const, said: 'LXC' },
    cpu: { ...emptyReport('yabs-text').cpu, cores: 1 },
    memory: { ramMib: 2048, swapMib: 0 },
    speedtest: [{ node: 'x', downloadMbps: 90, uploadMbps: null, pingMs: null }],
  };
  expect(compareReport(report, SOLD, referenceOf).map(({ about, verdict }) => `${about}: ${verdict}`)).toEqual([
    'memory: less',
    'cores: less',
    'technology: different',
    'port: less',
  ]);
  expect(
    compareReport({ ...report, technology: { value: 'openvz7', said: null } }, { ...SOLD, technology: 'openvz' }, referenceOf)[2]
      ?.verdict,
  ).toBe('as-sold');
  expect(compareReport(emptyReport('nench'), SOLD, referenceOf)).toEqual([]);
});

it('names of one chip are one, masks are none', () => {
  expect(cpuKey('Intel(R) Xeon(R) CPU           E5620  @ 2.40GHz')).toBe('xeon e5620');
  expect(cpuKey('Intel(R) Xeon(R) CPU E5-2699 v4 @ 2.20GHz')).toBe('xeon e5-2699 v4');
  expect(cpuKey('Intel(R) Xeon(R) CPU E5-2699A v4 @ 2.40GHz')).toBe('xeon e5-2699a v4');
  expect(cpuKey('AMD EPYC 7551P 32-Core Processor')).toBe('epyc 7551p');
  expect(cpuKey('AMD Ryzen 9 9900X 12-Core Processor')).toBe('ryzen 9 9900x');
  for (const mask of [
    'QEMU Virtual CPU version 2.5+',
    'Common KVM processor',
    'AMD EPYC Processor',
    'AMD EPYC-Milan Processor',
    'Intel Xeon Processor (Skylake, IBRS)',
    'DO-Regular',
    'General Purpose Processor',
    'Virtual CPU 82d9ed4018dd',
    '06/55',
    'Neoverse-N1',
    null,
  ])
    expect(cpuKey(mask)).toBeNull();
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => (cpuKey(text)?.length ?? 0) <= 60));
});

it('the day of a report is told where it is printed beyond doubt', () => {
  const days: readonly (readonly [string | null, string | null])[] = [
    ['Wed Jul  2 11:53:54 AM UTC 2025', '2025-07-02'],
    ['Thu 17 Oct 2019 09:14:02 PM UTC', '2019-10-17'],
    ['20240502-121737', '2024-05-02'],
    ['2018-08-30 17:07:24 UTC', '2018-08-30'],
    ['2025-05-27T20:49:45Z', '2025-05-27'],
    ['04/24/2026', '2026-04-24'],
    ['30.05.2019', '2019-05-30'],
    ['04/05/2026', null],
    ['2024-02-30 10:00', null],
    ['gestern', null],
    [null, null],
  ];
  for (const [printed, day] of days) expect(ranOn(printed), String(printed)).toBe(day);
});
