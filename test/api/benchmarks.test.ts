/** Reports of owners: sent as YABS sends them, kept once, without who sent them, compared with what is sold. */
import { beforeAll, describe, expect, it } from 'vitest';
import { BENCHMARK_RATE_LIMIT } from '../../api/routes/benchmarks.ts';
import { benchmarkReceiptSchema, offerBenchmarksSchema } from '../../api/schemas/benchmark.ts';
import { problemSchema } from '../../api/schemas/common.ts';
import { storedScores } from '../../db/queries/benchmarks.ts';
import { reportText, YABS_JSON } from '../domain/benchmark/reports.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'a', memoryMib: 8192, vcpu: 4, sold: { fsn: '5.00 EUR', ams: '6.00 EUR' } },
    { key: 'b', sold: { fsn: '5.00 EUR' } },
    { key: 'c', sold: { fsn: '5.00 EUR' } },
  ]);
});

/** As `curl -s -H "Content-Type:application/json" -X POST --data` does. */
const send = (query: string, body: string, type = 'application/json') =>
  testApp(database).app.request(`/v1/benchmarks${query}`, { method: 'POST', headers: { 'Content-Type': type }, body });
const receipt = async (answer: Response) => benchmarkReceiptSchema.parse(await answer.json());
const of = async (id: string) =>
  offerBenchmarksSchema.parse(await (await testApp(database).app.request(`/v1/offers/${id}/benchmarks`)).json());
const run = (number: number, more: object = {}) =>
  JSON.stringify({
    ...YABS_JSON,
    ...more,
    geekbench: [
      { version: 6, single: 1400 + number, multi: 4410, url: `https://browser.geekbench.com/v6/cpu/${5_900_000 + number}` },
    ],
  });

describe('POST /v1/benchmarks', () => {
  it("keeps YABS's own upload once, for the plan in every location, and tells it beside what is sold", async () => {
    const first = await send('?offer=acme:a@fsn', run(1));
    expect(first.status).toBe(201);
    const { id, state, withdrawKey, report, comparison } = await receipt(first);
    expect([state, report.format, withdrawKey === null]).toEqual(['stored', 'yabs-json', false]);
    expect(comparison.map(({ about, verdict }) => [about, verdict])).toEqual([
      ['memory', 'as-sold'],
      ['cores', 'as-sold'],
      ['technology', 'as-sold'],
      ['port', 'more'],
      ['cpu-speed', 'not-comparable'],
    ]);
    for (const again of [run(1), JSON.stringify(JSON.parse(run(1)), null, 2)]) {
      const answer = await send('?offer=acme:a', again);
      expect(answer.status).toBe(200);
      expect(await receipt(answer)).toMatchObject({ id, state: 'known', withdrawKey: null });
    }
    for (const asked of ['acme:a', 'acme:a@ams']) {
      const { data } = await of(asked);
      expect(data).toEqual([expect.objectContaining({ id, offerId: 'acme:a@fsn', ranOn: '2024-05-02' })]);
    }
    expect((await of('acme:b')).data).toEqual([]);
  });

  it('takes the invalid JSON that YABS emits, text, and every content type', async () => {
    const broken = run(2).replace('"single":1402,"multi":4410', '"single":,"multi":');
    expect((await send('?offer=acme:b', broken)).status).toBe(201);
    expect((await send('?offer=acme:b', reportText('bench-monster.txt'), 'application/x-www-form-urlencoded')).status).toBe(201);
    expect((await send('?offer=acme:b', reportText('mpstat-all.txt'), 'text/plain')).status).toBe(201);
    const { data } = await of('acme:b');
    expect(data.map(({ report }) => report.format).toSorted()).toEqual(['bench-monster', 'mpstat', 'yabs-json']);
  });

  it('keeps a report without an offer for review; sent again with one it is attached', async () => {
    const waiting = await send('', run(3));
    expect([waiting.status, (await receipt(waiting)).state]).toEqual([202, 'waiting']);
    expect((await of('acme:c')).data).toEqual([]);
    expect((await send('?offer=acme:c', run(3))).status).toBe(200);
    expect((await of('acme:c')).data).toHaveLength(1);
  });

  it('stores nothing without consent, and nothing for an offer that does not exist', async () => {
    const answer = await send('?offer=acme:c&publish=false', run(4));
    expect([answer.status, (await receipt(answer)).id]).toEqual([200, null]);
    expect((await send('?offer=acme:none', run(5))).status).toBe(404);
    expect((await of('acme:c')).data).toHaveLength(1);
  });

  it('keeps no address: neither that of the sender nor one in the report', async () => {
    const ookla =
      '{"type":"result","timestamp":"2024-05-02T12:17:37Z","ping":{"latency":1},"download":{"bandwidth":1250000},"upload":{"bandwidth":1250000},"isp":"X","interface":{"externalIp":"198.51.100.77","macAddr":"02:00:00:00:00:01"},"server":{"name":"N","location":"P"}}';
    const { app, lines } = testApp(database, { trustProxy: true });
    const answer = await app.request('/v1/benchmarks?offer=acme:c', {
      method: 'POST',
      headers: { 'X-Forwarded-For': '203.0.113.9' },
      body: ookla,
    });
    expect(answer.status).toBe(201);
    const rows = await database.sql`select * from benchmark_reports`;
    for (const kept of [JSON.stringify(rows), lines.join('\n')])
      for (const address of ['198.51.100.77', '203.0.113.9', '02:00:00']) expect(kept).not.toContain(address);
  });

  it('is taken back by who has its key, and by nobody else', async () => {
    const { id, withdrawKey } = await receipt(await send('?offer=acme:c', run(6)));
    const take = (key: string) =>
      testApp(database).app.request(`/v1/benchmarks/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${key}` } });
    expect((await take('wrong')).status).toBe(404);
    expect((await of('acme:c')).data.map((one) => one.id)).toContain(id);
    expect((await take(withdrawKey ?? '')).status).toBe(204);
    expect((await of('acme:c')).data.map((one) => one.id)).not.toContain(id);
    expect((await take(withdrawKey ?? '')).status).toBe(404);
  });

  it.each([
    ['', 'Hello', 400],
    ['', '', 400],
    ['?colour=red', run(7), 400],
    ['?publish=perhaps', run(7), 400],
    ['', 'x'.repeat(70_000), 413],
  ])('refuses %j with a problem', async (query, body, status) => {
    const answer = await send(query, body);
    expect(answer.status).toBe(status);
    problemSchema.parse(await answer.json());
  });

  it('survives what no database keeps', async () => {
    const odd = run(8, { cpu: { ...YABS_JSON.cpu, model: 'AMD \\u0000 EPYC 7443P \\ud800' } }).replaceAll('\\\\u', '\\u');
    const answer = await send('?offer=acme:c', odd);
    expect(answer.status).toBe(201);
  });

  it('is limited by the hour', async () => {
    const { app } = testApp(database, { rateLimit: { points: 10_000, seconds: 60 } });
    const statuses: number[] = [];
    for (let at = 0; at <= BENCHMARK_RATE_LIMIT.points; at += 1)
      statuses.push((await app.request('/v1/benchmarks', { method: 'POST', body: 'nothing' })).status);
    expect(statuses.at(-2)).toBe(400);
    expect(statuses.at(-1)).toBe(429);
  });
});

it('the scores of stored reports are references for others', async () => {
  const scores = await storedScores(database.sql);
  expect(scores).toContainEqual({
    model: 'AMD EPYC 7443P 24-Core Processor',
    version: 6,
    single: 1401,
    seller: 'acme',
    dedicatedCore: false,
    url: 'https://browser.geekbench.com/v6/cpu/5900001',
  });
});
