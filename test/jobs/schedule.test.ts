import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAILURES, type FailureCode, handlingOf } from '../../domain/failure.ts';
import { CADENCE_MS, firstRun, MAX_SOON_TRIES, planNextRun, type RunEnd } from '../../jobs/schedule.ts';

const NOW = Date.UTC(2026, 10, 23);
const cadences = fc.constantFrom('hourly', 'daily', 'weekly');
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const codes = fc.constantFrom(...(Object.keys(FAILURES) as FailureCode[]));
const anyEnd = fc.record({
  cadence: cadences,
  random: randoms,
  failuresBefore: fc.nat(20),
  code: codes,
  notBefore: fc.option(fc.integer({ min: NOW - 1e9, max: NOW + 1e9 }), { nil: undefined }),
});

type AnyEnd = typeof anyEnd extends fc.Arbitrary<infer T> ? T : never;

function failedRun({ cadence, random, failuresBefore, code, notBefore }: AnyEnd): RunEnd {
  const failure = { code, message: 'words', ...(notBefore === undefined ? {} : { notBefore }) };
  return {
    manifest: { cadence },
    report: { state: 'failed', failure, findings: [] },
    failuresBefore,
    now: NOW,
    random: () => random,
  };
}

describe('planNextRun', () => {
  test('after a run that read its source comes a cadence, give or take a tenth', () => {
    fc.assert(
      fc.property(cadences, randoms, fc.constantFrom('published', 'unchanged', 'quarantined'), (cadence, random, state) => {
        const end: RunEnd = {
          manifest: { cadence },
          report: { state, failure: null, findings: [{ code: 'count-drop', severity: 'hard', message: 'a tenth is gone' }] },
          failuresBefore: 0,
          now: NOW,
          random: () => random,
        };
        const plan = planNextRun(end);
        const share = (Date.parse(plan?.nextRunAt ?? '') - NOW) / CADENCE_MS[cadence];
        expect(share).toBeGreaterThanOrEqual(0.9);
        expect(share).toBeLessThanOrEqual(1.1);
        expect(plan?.notBefore).toBeNull();
      }),
    );
  });

  test('a batch held by soft findings alone is read again within the hour, so that a second reading can confirm it', () => {
    fc.assert(
      fc.property(cadences, randoms, (cadence, random) => {
        const findings = [{ code: 'uniform-change', severity: 'soft', message: 'all up by a fifth' }] as const;
        const report = { state: 'quarantined', failure: null, findings } as const;
        const plan = planNextRun({ manifest: { cadence }, report, failuresBefore: 0, now: NOW, random: () => random });
        const wait = Date.parse(plan?.nextRunAt ?? '') - NOW;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(CADENCE_MS.hourly);
      }),
    );
  });

  test('the failure table decides: never stops, and everything else comes again within the cadence or when the source allows', () => {
    fc.assert(
      fc.property(anyEnd, (end) => {
        const plan = planNextRun(failedRun(end));
        const { retry } = handlingOf(end.code);
        if (retry === 'never') {
          expect(plan?.nextRunAt).toBeNull();
          return;
        }
        const next = Date.parse(plan?.nextRunAt ?? '');
        const asked = Math.max(end.notBefore ?? 0, NOW);
        expect(next).toBeGreaterThan(NOW);
        expect(next).toBeGreaterThanOrEqual(asked);
        expect(next).toBeLessThanOrEqual(Math.max(NOW + CADENCE_MS[end.cadence] * 1.1, asked));
        if (retry === 'next-run') expect(next).toBeGreaterThanOrEqual(NOW + CADENCE_MS[end.cadence] * 0.9);
        expect(plan?.notBefore).toBe(asked > NOW ? new Date(asked).toISOString() : null);
      }),
    );
  });

  test('a passing failure is tried again soon, with pauses that double, a bounded number of times', () => {
    const pauses = Array.from({ length: MAX_SOON_TRIES + 2 }, (_, failuresBefore) => {
      const plan = planNextRun(
        failedRun({ cadence: 'daily', random: 0.5, failuresBefore, code: 'unreachable', notBefore: undefined }),
      );
      return (Date.parse(plan?.nextRunAt ?? '') - NOW) / 60_000;
    });
    expect(pauses).toEqual([2, 4, 8, 16, 32, 24 * 60, 24 * 60]);
  });

  test('a source that another run holds is left to that run', () => {
    const busy = { manifest: { cadence: 'hourly' }, report: { state: 'busy', failure: null, findings: [] } } as const;
    expect(planNextRun({ ...busy, failuresBefore: 0, now: NOW, random: () => 0.5 })).toBeNull();
  });
});

test('first runs are seconds away', () => {
  fc.assert(
    fc.property(randoms, (random) => {
      const wait = Date.parse(firstRun(NOW, () => random)) - NOW;
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(15_000);
    }),
  );
});
