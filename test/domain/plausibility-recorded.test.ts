/** The gate on recorded price lists of Linode, four of them over five years. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PagesRead } from '../../scrapers/read-pages.ts';
import { readPages } from '../../scrapers/read-pages.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { codes, judge, judgeAgain } from './plausibility-catalogues.ts';

const corpus = process.env.STEALTIME_CORPUS ?? '';
const folder = join(corpus, 'api', 'linode');
const reason = 'recorded price lists are not here: STEALTIME_CORPUS names no folder with api/linode';

function read(date: string): PagesRead {
  const body = readFileSync(join(folder, `types-${date}.json`), 'utf8');
  const url = 'https://api.linode.com/v4/linode/types';
  return readPages(linode, [{ role: 'types', place: null, number: 1, url, headers: {}, body }], null);
}

describe.skipIf(corpus === '' || !existsSync(folder))(`recorded price lists (else skipped: ${reason})`, () => {
  const over = { complete: true };

  it('publishes 2021 → 2022: four plans were added', () => {
    const { verdict, findings } = judge(read('2021-05-27').plans, read('2022-10-13').plans, over);
    expect({ verdict, findings }).toEqual({ verdict: 'publish', findings: [] });
  });

  it('holds 2018 → 2021: the high-memory plans got other ids', () => {
    const judgement = judgeAgain(read('2018-07-03').plans, read('2021-05-27').plans);
    expect(judgement.verdict).toBe('quarantine');
    expect(codes(judgement)).toEqual(['hard count-drop', 'hard identity-churn', 'info count-rise']);
    expect(judgement.findings[1]?.message).toContain('linode:g6-highmem-2 → linode:g7-highmem-2');
  });

  it('holds 2022 → 2023: 18 plans rose by a fifth while the four metal plans went', () => {
    const judgement = judge(read('2022-10-13').plans, read('2023-07-24').plans, over);
    expect(judgement.verdict).toBe('quarantine');
    const uniform = judgement.findings.find((one) => one.code === 'uniform-change');
    expect(uniform?.message).toMatch(/^18 of 28 plans moved by the same factor, ×1\.2: linode:g6-/);
    expect(codes(judgement)).toContain('hard count-drop');
  });

  it('publishes the rise of 2023 by itself when it is read twice', () => {
    const before = read('2022-10-13').plans.filter((plan) => !plan.planId.includes('g1-metal'));
    const next = read('2023-07-24').plans;
    expect(codes(judge(before, next))).toEqual(['soft uniform-change', 'soft median-move']);
    expect(judge(before, next).verdict).toBe('quarantine');
    expect(judgeAgain(before, next).verdict).toBe('publish');
    expect(judgeAgain(next, before).verdict).toBe('quarantine');
  });

  it('publishes every recording as a first batch', () => {
    for (const date of ['2018-07-03', '2021-05-27', '2022-10-13', '2023-07-24', '2026-trimmed']) {
      expect(judge([], read(date).plans, { baseline: { kind: 'none' } }).verdict).toBe('publish');
    }
  });
});
