/** Risk, checks and reports over HTTP. */
import { beforeAll, describe, expect, it } from 'vitest';
import { adminReportSchema } from '../../api/schemas/reports.ts';
import { checkAnswerSchema, offerRiskSchema } from '../../api/schemas/risk.ts';
import { readCostRates } from '../../db/catalog/read-catalog.ts';
import { readCpuScores } from '../../db/catalog/read-cpu-scores.ts';
import { assessRows } from '../../jobs/risk/assess-rows.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { NOW, testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'small', sold: { fsn: '5.00 EUR', ams: '5.00 EUR' } }]);
});

async function assessAll(): Promise<void> {
  await assessRows({
    database,
    costRates: await readCostRates(),
    cpuScores: await readCpuScores(),
    now: () => Date.parse(NOW),
  });
}

const app = () => testApp(database, { adminToken: 'operator-token' }).app;
const get = async (path: string) => app().request(path);
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app().request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });

describe('GET /v1/offers/{id}/risk', () => {
  it('says that nothing was assessed yet, then the reasons', async () => {
    const before = offerRiskSchema.parse(await (await get('/v1/offers/acme:small/risk')).json());
    expect(before).toMatchObject({ level: 'unknown', assessedAt: null, evidence: [] });
    await assessAll();
    for (const id of ['acme:small', 'acme:small@ams']) {
      const after = offerRiskSchema.parse(await (await get(`/v1/offers/${id}/risk`)).json());
      expect(after).toMatchObject({
        id,
        assessedAt: NOW,
        market: { percentile: null },
        resourceModel: { cpu: { model: 'shared' } },
      });
      expect(after.data).toEqual(after.evidence);
      expect(after.wouldChange.length).toBeGreaterThan(0);
    }
    expect((await get('/v1/offers/acme:none/risk')).status).toBe(404);
  });
});

describe('POST /v1/check', () => {
  const checked = async (body: unknown) => {
    const answer = await post('/v1/check', body);
    expect(answer.status).toBe(200);
    return checkAnswerSchema.parse(await answer.json());
  };

  it('reads a text', async () => {
    const answer = await checked({ text: 'VPS-1 OpenVZ 7\n1 vCPU\n1GB RAM + 1GB vSwap\n20GB SSD\n1TB @ 1Gbps\n$12/year' });
    expect(answer.offer).toMatchObject({
      technology: { value: 'openvz7' },
      memory: { mib: 1024 },
      prices: [{ amount: '12.00' }],
    });
    expect(answer.capabilities.windows?.value).toBe('no');
    expect(answer.risk.evidence.map(({ id }) => id)).toContain('TE-OVZ');
    expect(answer.questions.join()).toContain('Docker');
  });

  it('reads words without a price, and words that say nothing', async () => {
    const some = await checked({ text: 'KVM with 4 dedicated vCPU cores, 8 GB RAM' });
    expect(some.offer).toMatchObject({ technology: { value: 'kvm' }, prices: [] });
    expect(some.resourceModel.cpu.model).toBe('dedicated');
    expect(some.risk.level).toBe('low');
    expect((await checked({ text: 'Some VPS by somebody' })).risk).toMatchObject({ level: 'unknown', evidence: [] });
  });

  it('takes an offer in JSON, and the address of a known one', async () => {
    const offered = await checked({ offer: { name: 't3.nano', cpu: { vcpu: 2 }, surprise: 1 } });
    expect(offered).toMatchObject({ resourceModel: { cpu: { model: 'burst', baselinePct: 5 } }, unread: ['surprise'] });
    expect((await checked({ url: 'https://acme.example/small' })).offer).toMatchObject({ id: 'acme:small' });
    expect((await checked({ url: 'https://stealtime.example/offers/acme:small%40ams' })).offer).toMatchObject({
      locations: [{ offerId: 'acme:small@ams' }],
    });
    expect((await post('/v1/check', { url: 'https://elsewhere.example/' })).status).toBe(404);
  });

  it.each([
    [{}],
    [{ text: 'a', url: 'b' }],
    [{ text: '' }],
    [{ offer: { memory: { mib: -1 } } }],
    [{ offer: { prices: [{ amount: '1e999', currency: 'USD', termMonths: 1 }] } }],
    [{ text: 'a', benchmark: 'no report' }],
    [{ text: 'a', unknown: 1 }],
  ])('refuses %j', async (body) => {
    expect((await post('/v1/check', body)).status).toBe(400);
  });
});

describe('reports', () => {
  const operator = { Authorization: 'Bearer operator-token' };
  const experience = {
    about: 'experience',
    provider: 'acme',
    kind: 'outage',
    date: '2026-11-01',
    url: 'https://forum.example/1',
    author: 'Somebody',
    said: 'It was down for two days.',
  };

  it('are shown and counted once an operator accepted them, without their author', async () => {
    expect((await post('/v1/reports', experience)).status).toBe(202);
    expect((await post('/v1/reports', experience)).status).toBe(202);
    const list = await app().request('/admin/reports?state=pending', { headers: operator });
    const [pending, ...others] = ((await list.json()) as { data: unknown[] }).data.map((one) => adminReportSchema.parse(one));
    expect(others).toEqual([]);
    expect(pending).toMatchObject({ provider: 'acme', kind: 'outage', words: null });
    expect(pending?.author).not.toContain('Somebody');
    const provider = async () => ((await (await get('/v1/providers/acme')).json()) as { reports: unknown[] }).reports;
    expect(await provider()).toEqual([]);
    const reviewed = await post(
      `/admin/reports/${pending?.id}/review`,
      { state: 'accepted', words: 'Down for two days.' },
      operator,
    );
    expect(reviewed.status).toBe(200);
    expect(await provider()).toEqual([
      { kind: 'outage', date: '2026-11-01', url: 'https://forum.example/1', words: 'Down for two days.' },
    ]);
    await assessAll();
    const risk = offerRiskSchema.parse(await (await get('/v1/offers/acme:small/risk')).json());
    expect(risk.evidence.find(({ id }) => id === 'PR-REPORTS')?.source).toMatchObject({ url: 'https://forum.example/1' });
  });

  it('of wrong values name an offer that exists', async () => {
    const wrong = { about: 'value', offerId: 'acme:small', field: 'memory.mib', said: 'It is 4 GB.' };
    expect((await post('/v1/reports', wrong)).status).toBe(202);
    expect((await post('/v1/reports', { ...wrong, offerId: 'acme:none' })).status).toBe(400);
  });

  it.each([
    [{ ...experience, url: 'javascript:alert(1)' }],
    [{ ...experience, date: '2027-01-01' }],
    [{ ...experience, provider: 'nobody' }],
    [{ ...experience, kind: 'rumour' }],
    [{ ...experience, url: undefined }],
  ])('are refused: %j', async (body) => {
    expect((await post('/v1/reports', body)).status).toBe(400);
  });
});
