/** What must hold of every assessment, whatever is known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarketPosition } from '../../../domain/market/position.ts';
import { assess } from '../../../domain/risk/assess.ts';
import type { ExperienceReport, RiskInput } from '../../../domain/risk/assess-input.ts';
import { FAMILIES, type Family, MEASURED } from '../../../domain/risk/evidence.ts';
import { levelOf, RISK_LEVELS, scoreOf } from '../../../domain/risk/level.ts';
import { countedReports } from '../../../domain/risk/provider-signals.ts';
import { measured } from './support.ts';

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const NOW = '2026-11-26T00:00:00.000Z';

const market: fc.Arbitrary<MarketPosition> = fc
  .record({ z: maybe(fc.double({ min: -5, max: 5, noNaN: true })), percentile: fc.double({ min: 0, max: 100, noNaN: true }) })
  .map(({ z, percentile }) => ({
    n: 40,
    percentile,
    z,
    zPerGbMemory: z,
    zPerVcpu: null,
    zPerTb: null,
    perGbMemoryUsd: 1,
    perVcpuUsd: null,
    perTbUsd: null,
    group: { family: 'kvm', dedicated: false, regions: null, memoryFactor: 2, from: '2025-11-26', to: '2026-11-26', widened: [] },
    reason: null,
  }));

const report: fc.Arbitrary<ExperienceReport> = fc.record({
  kind: oneOf<ExperienceReport['kind']>('outage', 'slowness', 'praise'),
  date: oneOf('2026-11-01', '2025-01-01', '2020-01-01'),
  author: oneOf('a', 'b', 'c', 'd'),
  url: fc.constant(null),
  words: fc.constant('It was slow.'),
});

const input = (measurements: RiskInput['measurements'] = []): fc.Arbitrary<RiskInput> =>
  fc
    .record({
      technology: oneOf<RiskInput['technology']['value']>('openvz6', 'openvz7', 'lxc', 'kvm', 'xen', 'unknown'),
      model: oneOf<RiskInput['resources']['cpu']['model']>('dedicated', 'shared', 'burst', 'capped', 'unknown'),
      baselinePct: maybe(oneOf(5, 25, 50)),
      burstMib: maybe(oneOf(2048, 8192)),
      vcpu: maybe(oneOf(0.5, 1, 8)),
      memoryMib: maybe(oneOf(512, 2048)),
      unmetered: maybe(fc.boolean()),
      portMbps: maybe(oneOf(100, 1000, 10_000)),
      perMonthUsd: maybe(fc.double({ min: 0.1, max: 90, noNaN: true })),
      floorUsd: maybe(fc.double({ min: 0.1, max: 20, noNaN: true })),
      market: maybe(market),
      words: fc.subarray(['lifetime deal', 'up to 4 cores', 'CPU fair use', '20% of node CPU over 90 seconds']),
      ageYears: maybe(oneOf(0, 3, 9)),
      reports: fc.array(report, { maxLength: 6 }),
      shortestTermMonths: maybe(oneOf(1, 36)),
    })
    .map((made) => ({
      technology: { value: made.technology, said: null, url: null },
      natIpv4: null,
      resources: {
        cpu: {
          model: made.model,
          how: 'stated',
          said: null,
          url: null,
          rule: null,
          baselinePct: made.model === 'dedicated' ? null : made.baselinePct,
        },
        memory: {
          model: made.burstMib === null ? 'unknown' : 'burst',
          how: 'stated',
          said: null,
          url: null,
          rule: null,
          guaranteedMib: null,
          burstMib: made.burstMib,
          vswapMib: null,
        },
      },
      vcpu: made.vcpu,
      memoryMib: made.memoryMib,
      storageGb: 500,
      storageType: 'nvme',
      storagePlan: false,
      unmetered: made.unmetered,
      portMbps: made.portMbps,
      shortestTermMonths: made.shortestTermMonths,
      perMonthUsd: made.perMonthUsd,
      market: made.market,
      floor: made.floorUsd === null ? null : { usd: made.floorUsd, basis: 'memory', ratesOf: 'since 2026-01-01' },
      words: made.words.map((text) => ({ text, url: null })),
      terms: [],
      provider: { ageYears: made.ageYears, ageSource: null, openness: null, offers: null },
      reports: made.reports,
      measurements,
      referenceOf: () => ({ median: 1000, reports: 9, providers: 4, of: 'the chip', source: 'fixture' }),
      observedAt: null,
      now: NOW,
    }));

const slow = measured({ model: 'chip', geekbench: [{ version: 6, single: 300, multi: 300, url: null }] });

describe('every assessment', () => {
  it('keeps each family within its bounds, and its level is that of the sum unless a rule is named', () => {
    fc.assert(
      fc.property(oneOf([], [slow]).chain(input), (asked) => {
        const { families, level, rules, evidence } = assess(asked);
        for (const [family, sum] of Object.entries(families) as [Family, number][]) {
          expect(sum).toBeGreaterThanOrEqual(FAMILIES[family].least);
          expect(sum).toBeLessThanOrEqual(FAMILIES[family].most);
          const own = evidence.filter((one) => one.family === family).reduce((total, { counts }) => total + counts, 0);
          const bounded = Math.min(FAMILIES[family].most, Math.max(FAMILIES[family].least, own));
          expect(sum).toBeCloseTo(bounded, 3);
        }
        const logOdds = Object.values(families).reduce((total, sum) => total + sum, -0.6);
        if (rules.length === 0) expect(level).toBe(levelOf(logOdds));
      }),
    );
  });

  it('is never high without a measurement or three independent reports', () => {
    fc.assert(
      fc.property(input(), (asked) => {
        if (countedReports(asked.reports, NOW).length < 3) expect(assess(asked).level).not.toBe('high');
      }),
      { numRuns: 500 },
    );
  });

  it('is never above guarded where the CPU is documented as dedicated and nothing was measured against it', () => {
    fc.assert(
      fc.property(input(), (asked) => {
        if (asked.resources.cpu.model === 'dedicated') expect(['low', 'guarded', 'unknown']).toContain(assess(asked).level);
      }),
      { numRuns: 500 },
    );
  });

  it('is never low by silence', () => {
    fc.assert(
      fc.property(input(), (asked) => {
        if (asked.resources.cpu.model !== 'dedicated') expect(assess(asked).level).not.toBe('low');
      }),
      { numRuns: 500 },
    );
  });

  it('is unknown of a name alone', () => {
    const [bare] = fc.sample(input(), { numRuns: 1, seed: 1 });
    if (!bare) throw new Error('no sample');
    const nothing: RiskInput = {
      ...bare,
      technology: { value: 'unknown', said: null, url: null },
      resources: {
        cpu: { model: 'unknown', how: 'unknown', said: null, url: null, rule: null, baselinePct: null },
        memory: {
          model: 'unknown',
          how: 'unknown',
          said: null,
          url: null,
          rule: null,
          guaranteedMib: null,
          burstMib: null,
          vswapMib: null,
        },
      },
      vcpu: 8,
      memoryMib: null,
      storageGb: null,
      unmetered: null,
      portMbps: null,
      shortestTermMonths: null,
      perMonthUsd: null,
      market: null,
      floor: null,
      words: [],
      provider: { ageYears: null, ageSource: null, openness: null, offers: null },
      reports: [],
      measurements: [],
    };
    expect(assess(nothing)).toMatchObject({ level: 'unknown', confidence: 'none', score: null, evidence: [] });
  });

  it('is the same without the families that add nothing, and never measured where nothing was', () => {
    fc.assert(
      fc.property(input(), (asked) => {
        expect(assess(asked, { without: [...MEASURED] })).toEqual(assess(asked));
      }),
    );
  });

  it('is high where a measurement contradicts the promise and other reasons agree', () => {
    fc.assert(
      fc.property(input([slow]), (asked) => {
        const { level, evidence, rules } = assess(asked);
        if (asked.resources.cpu.model !== 'dedicated') return;
        expect(evidence.find(({ id }) => id === 'RM-DED-CPU')?.counts).toBe(0);
        expect(rules.join()).toContain('contradicted');
        expect(['elevated', 'high', 'guarded']).toContain(level);
      }),
    );
  });
});

describe('levels', () => {
  it('and scores sort alike', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        oneOf(...RISK_LEVELS),
        oneOf(...RISK_LEVELS),
        (a, b, one, other) => {
          if (RISK_LEVELS.indexOf(one) < RISK_LEVELS.indexOf(other)) expect(scoreOf(a, one)).toBeLessThan(scoreOf(b, other));
        },
      ),
    );
  });
});

describe('reports', () => {
  it('count once an author, for two years, without praise', () => {
    const one = { kind: 'outage', date: '2026-11-01', author: 'a', url: null, words: '' } as const;
    const all = [
      one,
      { ...one, date: '2026-10-01' },
      { ...one, author: 'b', date: '2020-01-01' },
      { ...one, author: 'c', kind: 'praise' as const },
    ];
    expect(countedReports(all, NOW)).toEqual([one]);
  });
});
