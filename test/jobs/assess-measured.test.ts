/** Owners' reports in the risk of an offer: sent over HTTP, assessed in the background, told with the reasons. */
import { beforeAll, describe, expect, it } from 'vitest';
import { benchmarkReceiptSchema } from '../../api/schemas/benchmark.ts';
import { checkAnswerSchema, offerRiskSchema } from '../../api/schemas/risk.ts';
import { readCostRates } from '../../db/catalog/read-catalog.ts';
import type { MeasuredScore } from '../../domain/benchmark/reference.ts';
import { assessRows } from '../../jobs/risk/assess-rows.ts';
import { NOW, testApp } from '../api/support.ts';
import { YABS_JSON } from '../domain/benchmark/reports.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';

const database = useDatabase();
const CHIP = 'AMD EPYC 7443P 24-Core Processor';
const SCORES: readonly MeasuredScore[] = [1480, 1500, 1510, 1490, 1500].map((single, at) => ({
  model: CHIP,
  version: 6,
  single,
  seller: `seller-${at}`,
  dedicatedCore: false,
  url: null,
}));

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'slow', memoryMib: 8192, vcpu: 4, sold: { fsn: '25.00 EUR', ams: '30.00 EUR' } },
    { key: 'other', memoryMib: 8192, vcpu: 4, sold: { fsn: '25.00 EUR' } },
  ]);
});

const assessAll = async () =>
  assessRows({ database, costRates: await readCostRates(), cpuScores: SCORES, now: () => Date.parse(NOW) });
const risk = async (id: string) =>
  offerRiskSchema.parse(await (await testApp(database).app.request(`/v1/offers/${id}/risk`)).json());
const evidence = async (id: string, signal: string) => (await risk(id)).evidence.find((one) => one.id === signal) ?? null;
const send = (query: string, body: string) => testApp(database).app.request(`/v1/benchmarks${query}`, { method: 'POST', body });
/** A run as YABS reports it. */
const yabs = (single: number, run: number, time = '20261101-120000') =>
  JSON.stringify({
    ...YABS_JSON,
    time,
    geekbench: [{ version: 6, single, multi: single * 3, url: `https://browser.geekbench.com/v6/cpu/${run}` }],
  });
const VMSTAT_UNDER_LOAD = [
  'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
  ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
  ...[38, 22, 45, 31].map((st) => ` 5  0      0 201024  52100 410220    0    0     0     4  310  420 ${99 - st}  1  0  0 ${st}`),
].join('\n');

describe('a report of an owner', () => {
  it('changes the risk of its offer at the next assessment, and of no other', async () => {
    await assessAll();
    const before = await risk('acme:slow');
    expect(before.level).not.toBe('high');
    expect(await assessAll()).toBe(0);

    expect((await send('?offer=acme:slow@fsn', yabs(640, 1))).status).toBe(201);
    expect((await send('?offer=acme:slow@fsn', VMSTAT_UNDER_LOAD)).status).toBe(201);
    // Until then the last assessment is told.
    expect((await risk('acme:slow')).assessedAt).toBe(NOW);
    expect(await assessAll()).toBeGreaterThan(0);
    const rows = await testApp(database).app.request('/v1/offers?q=slow');
    const [first] = ((await rows.json()) as { data: { id: string; risk: { level: string } }[] }).data;
    expect(first?.risk.level).toBe('high');
    const single = await evidence('acme:slow@fsn', 'ME-SINGLE');
    expect(single).toMatchObject({ direction: 'raises', value: 0.43, observedAt: '2026-11-01' });
    expect(single?.statement).toContain(
      'Geekbench 6 single 640. The median of AMD EPYC 7443P 24-Core Processor elsewhere is 1500',
    );
    expect(single?.source.url).toBe('https://browser.geekbench.com/v6/cpu/1');
    expect(await evidence('acme:slow@fsn', 'ME-STEAL')).toMatchObject({ direction: 'raises', value: 32.667 });
    expect((await risk('acme:other')).evidence.map(({ family }) => family)).not.toContain('measured-cpu');
  });

  it('counts where it was made: another location at another price is another row', async () => {
    expect(await evidence('acme:slow@ams', 'ME-SINGLE')).toBeNull();
  });

  it('loses weight with its age, and counts as of the day it was received where none is printed', async () => {
    expect((await send('?offer=acme:other', yabs(640, 2, '20251101-120000'))).status).toBe(201);
    await assessAll();
    const old = await evidence('acme:other', 'ME-SINGLE');
    expect(old?.observedAt).toBe('2025-11-01');
    expect(old?.weight).toBeLessThan(0.5);
    expect((await evidence('acme:slow@fsn', 'ME-STEAL'))?.observedAt).toBe(NOW.slice(0, 10));
  });

  it('is gone from the risk when it is taken back', async () => {
    const { id, withdrawKey } = benchmarkReceiptSchema.parse(await (await send('?offer=acme:other', yabs(500, 3))).json());
    await assessAll();
    expect(await evidence('acme:other', 'ME-SINGLE')).toMatchObject({ observedAt: '2026-11-01' });
    const gone = await testApp(database).app.request(`/v1/benchmarks/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${withdrawKey}` },
    });
    expect(gone.status).toBe(204);
    await assessAll();
    expect(await evidence('acme:other', 'ME-SINGLE')).toMatchObject({ observedAt: '2025-11-01' });
  });

  it('is counted by a check of the known offer too', async () => {
    const answer = await testApp(database).app.request('/v1/check', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: 'https://stealtime.example/offers/acme:slow@fsn' }),
    });
    const { risk: checked } = checkAnswerSchema.parse(await answer.json());
    expect(checked.evidence.map(({ id }) => id)).toContain('ME-STEAL');
  });
});
