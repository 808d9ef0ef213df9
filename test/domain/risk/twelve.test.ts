/**
 * Twelve documented plans with what is known of them, and what an assessment makes of it. Figures and quotes are those of the
 * documents named; weights were chosen with these plans in view, so this shows that the rules say what they should, no more.
 */
import { describe, expect, it } from 'vitest';
import { check, EXAMPLES, type Example } from './examples.ts';
import { measured } from './support.ts';

describe.each(EXAMPLES)('$id', (example) => {
  const { answer } = check(example);

  it(`is ${example.cpu.join(' ')}`, () => {
    expect([answer.resourceModel.cpu.model, answer.resourceModel.cpu.baselinePct]).toEqual(example.cpu);
  });

  it(`is assessed as ${example.levels.join(' or ')}`, () => {
    expect(example.levels, JSON.stringify(answer.risk, null, 1)).toContain(answer.risk.level);
  });

  it('is explained in sentences that accuse nobody', () => {
    for (const { statement } of answer.risk.evidence) {
      expect(statement).toMatch(/^[A-Z0-9"].*[.…"]$/s);
      expect(statement).not.toMatch(/oversell(?:er|s)\b|scam|fraud|cheat|liar/i);
    }
  });
});

describe('measurements of limited plans', () => {
  it('that match the documented limit add nothing and say so', () => {
    const { answer } = check(EXAMPLES.find(({ id }) => id.includes('25 %')) as Example);
    const single = answer.risk.evidence.find(({ id }) => id === 'ME-SINGLE');
    expect(single).toMatchObject({
      direction: 'neutral',
      weight: 0,
      statement: expect.stringContaining('matches what was sold'),
    });
  });

  it('that contradict "dedicated" are said to', () => {
    const slow = [
      measured({ model: 'AMD EPYC 7702P', cores: 4, geekbench: [{ version: 5, single: 400, multi: 1600, url: null }] }),
    ];
    const { answer } = check({ ...(EXAMPLES.find(({ id }) => id === 'four dedicated cores') as Example), measurements: slow });
    expect(answer.risk.summary).toContain('contradicted by a measurement');
    expect(answer.risk.evidence.find(({ id }) => id === 'RM-DED-CPU')).toMatchObject({
      weight: 0,
      setAside: 'contradicted by a measurement',
    });
    expect(['elevated', 'high']).toContain(answer.risk.level);
  });

  it('explain a throttle as a limit where steal is what the quota predicts', () => {
    const throttled = [measured({ steal: { averagePct: 92, maxPct: 93, underLoad: true } })];
    const { answer } = check({ ...(EXAMPLES.find(({ id }) => id.startsWith('shared-cpu')) as Example), measurements: throttled });
    expect(answer.risk.evidence.find(({ id }) => id === 'ME-STEAL')).toMatchObject({ direction: 'neutral', weight: 0 });
    expect(['unknown', 'guarded']).toContain(answer.risk.level);
  });
});
