/** What operators do with owners' reports: attach those that name no offer, take wrong ones away. */
import { beforeAll, describe, expect, it } from 'vitest';
import { adminBenchmarkSchema, benchmarkReceiptSchema } from '../../api/schemas/benchmark.ts';
import { reportText } from '../domain/benchmark/reports.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { operator } from './admin-support.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
});

const send = async (query: string, name: string) => {
  const answer = await testApp(database).app.request(`/v1/benchmarks${query}`, { method: 'POST', body: reportText(name) });
  return benchmarkReceiptSchema.parse(await answer.json()).id ?? '';
};
const listed = async (query = '') => {
  const answer = await operator(database).get(`/admin/benchmarks${query}`);
  return ((await answer.json()) as { data: unknown[] }).data.map((one) => adminBenchmarkSchema.parse(one));
};
const review = async (id: string, offer: string | null) =>
  (await operator(database).post(`/admin/benchmarks/${id}/review`, { offer })).status;
const shown = async () => {
  const answer = await testApp(database).app.request('/v1/offers/acme:a/benchmarks');
  return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
};

describe('/admin/benchmarks', () => {
  it('lists what waits, and attaches it', async () => {
    const id = await send('', 'mpstat-all.txt');
    expect((await listed()).map((one) => one.id)).toEqual([id]);
    expect(await review(id, 'acme:none')).toBe(400);
    expect(await review(id, 'acme:a@fsn')).toBe(204);
    expect(await listed()).toEqual([]);
    expect(await shown()).toEqual([id]);
  });

  it('takes a report away, also one that was attached', async () => {
    const id = await send('?offer=acme:a', 'nench-openvz6.txt');
    expect(await shown()).toContain(id);
    expect(await review(id, null)).toBe(204);
    expect(await shown()).not.toContain(id);
    expect((await listed('?state=all')).find((one) => one.id === id)).toMatchObject({ withdrawn: true, planId: 'acme:a' });
  });

  it('is for operators only, and knows what is not there', async () => {
    expect(await review('0'.repeat(32), null)).toBe(404);
    expect((await testApp(database).app.request('/admin/benchmarks')).status).toBe(403);
  });
});
