/** Assessments in the background: after publications, through them, and by what is reported. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readCostRates } from '../../db/catalog/read-catalog.ts';
import { readCpuScores } from '../../db/catalog/read-cpu-scores.ts';
import { loadPeers } from '../../db/queries/market-peers.ts';
import { addReport, reviewReport } from '../../db/queries/reports.ts';
import { findAssessment, forgetAssessments } from '../../db/queries/risk-assessments.ts';
import { assessRows } from '../../jobs/risk/assess-rows.ts';
import { testApp } from '../api/support.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, type SmallPlan, seedAcme } from '../support/publish-fixture.ts';

const database = useDatabase();
const NOW = Date.parse('2026-11-23T12:00:00.000Z');

const PLANS: readonly SmallPlan[] = [
  { key: 'cheap', sold: { fsn: '0.40 EUR' } },
  ...Array.from({ length: 14 }, (_, index) => ({ key: `p${index}`, sold: { fsn: `${(5 + index / 10).toFixed(2)} EUR` } })),
];

async function assessAll(now = NOW): Promise<number> {
  return assessRows({
    database,
    costRates: await readCostRates(),
    cpuScores: await readCpuScores(),
    now: () => now,
  });
}

async function rows(query: string): Promise<readonly { id: string; risk: { level: string; summary: string } }[]> {
  const answer = await testApp(database).app.request(`/v1/offers?${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { data: { id: string; risk: { level: string; summary: string } }[] }).data;
}

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', PLANS);
});

describe('assessing rows', () => {
  it('gives every row a level and the market its peers, once', async () => {
    expect((await rows('limit=1'))[0]?.risk).toMatchObject({ level: 'unknown', summary: 'not assessed yet' });
    expect(await assessAll()).toBe(15);
    expect(await assessAll()).toBe(0);
    expect(await loadPeers(database.sql)).toHaveLength(15);
    const found = await findAssessment(database.sql, 'acme:cheap');
    expect(found?.assessment.market).toMatchObject({ n: 14, percentile: 0 });
    expect(found?.assessment.risk).toMatchObject({ level: 'elevated' });
  });

  it('is what searches filter and sort by', async () => {
    const sorted = await rows('sort=-risk&limit=200');
    expect(sorted[0]).toMatchObject({ id: 'acme:cheap', risk: { level: 'elevated' } });
    const guarded = await rows('maxRisk=guarded&limit=200');
    expect(guarded.map(({ id }) => id)).not.toContain('acme:cheap');
    expect(guarded.every(({ risk }) => risk.level === 'guarded' || risk.level === 'low')).toBe(true);
  });

  it('outlives a publication that says the same, and not one that says something else', async () => {
    const dearer = PLANS.map((plan) => (plan.key === 'cheap' ? { ...plan, sold: { fsn: '4.00 EUR' } } : plan));
    await publishPlans(database, '2026-11-22T18:00:00.000Z', dearer);
    expect((await rows('q=cheap'))[0]?.risk).toMatchObject({ level: 'unknown' });
    expect((await rows('q=p3'))[0]?.risk.summary).not.toBe('not assessed yet');
    expect(await assessAll()).toBe(1);
    expect(await loadPeers(database.sql)).toHaveLength(15);
    expect((await rows('q=cheap'))[0]?.risk.level).not.toBe('elevated');
  });

  it('counts accepted reports only, one an author', async () => {
    for (const [reportId, author, happenedOn] of [
      ['1', 'a', '2026-10-01'],
      ['2', 'b', '2026-10-02'],
      ['3', 'c', '2026-10-03'],
      ['4', 'c', '2026-10-03'],
    ] as const) {
      const isNew = await addReport(database.sql, {
        reportId,
        about: 'experience',
        providerId: 'acme',
        offerId: null,
        field: null,
        kind: 'slowness',
        happenedOn,
        url: `https://forum.example/${reportId}`,
        author,
        said: 'slow',
        reportedAt: '2026-11-01T00:00:00.000Z',
      });
      expect(isNew).toBe(reportId !== '4');
    }
    await forgetAssessments(database.sql, 'acme');
    await assessAll();
    const before = await findAssessment(database.sql, 'acme:p3');
    expect(before?.assessment.risk.evidence.map(({ id }) => id)).not.toContain('PR-REPORTS');
    for (const reportId of ['1', '2', '3'])
      await reviewReport(database.sql, reportId, {
        state: 'accepted',
        words: 'Slow in October.',
        at: '2026-11-02T00:00:00.000Z',
      });
    await forgetAssessments(database.sql, 'acme');
    await assessAll();
    const after = await findAssessment(database.sql, 'acme:p3');
    expect(after?.assessment.risk.evidence.find(({ id }) => id === 'PR-REPORTS')).toMatchObject({
      value: 3,
      direction: 'raises',
    });
  });
});
