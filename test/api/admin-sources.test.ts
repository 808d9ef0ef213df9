import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { adminSourceSchema, enqueuedSchema } from '../../api/schemas/admin-source.ts';
import { problemSchema } from '../../api/schemas/common.ts';
import { sourceSchema } from '../../api/schemas/source.ts';
import type { Queue } from '../../jobs/queue.ts';
import { useShop } from '../ingest/support/shop.ts';
import { useDatabase } from '../support/database.ts';
import { operator } from './admin-support.ts';
import { NOW, testApp } from './support.ts';

const database = useDatabase();
useShop(database);
let enqueued: unknown[] = [];
const queue: Pick<Queue, 'enqueue'> = {
  async enqueue(name, payload) {
    enqueued.push([name, payload]);
    return enqueued.length > 1 ? { state: 'already-queued' } : { state: 'queued', jobId: '1' };
  },
};
const ask = () => operator(database, { queue });

beforeEach(() => {
  enqueued = [];
});

async function source<Schema extends z.ZodType = typeof adminSourceSchema>(answer: Response, schema?: Schema) {
  expect(answer.status).toBe(200);
  return (schema ?? adminSourceSchema).parse(await answer.json()) as z.infer<Schema>;
}

async function detail(answer: Response): Promise<string> {
  return problemSchema.parse(await answer.json()).detail;
}

it('GET /admin/sources tells what operators need to know', async () => {
  const answer = await ask().get('/admin/sources');
  const { data } = (await answer.json()) as { data: unknown[] };
  const sources = data.map((one) => adminSourceSchema.parse(one));
  expect(sources.find(({ id }) => id === 'linode')).toMatchObject({ credential: null, hosts: ['api.linode.com'], off: null });
});

it('a source without its credential is off, unless a worker that has it has planned a run', async () => {
  const off = async () => (await source(await ask().get('/v1/sources/digitalocean'), sourceSchema)).off;
  expect(await off()).toEqual({ by: 'software', reason: 'needs DIGITALOCEAN_TOKEN', since: null });
  await database.sql`update sources set next_run_at = '2026-11-23T12:30:00Z' where source_id = 'digitalocean'`;
  expect(await off()).toBeNull();
  await database.sql`update sources set next_run_at = '2026-11-20T12:30:00Z' where source_id = 'digitalocean'`;
  expect(await off()).toMatchObject({ by: 'software' });
});

describe('POST /admin/sources/{id}/run', () => {
  it('leaves a run to a worker', async () => {
    const answer = await ask().post('/admin/sources/linode/run');
    expect(answer.status).toBe(202);
    expect(enqueuedSchema.parse(await answer.json())).toEqual({ sourceId: 'linode', state: 'queued' });
    expect(enqueued).toEqual([['scrape-source', { sourceId: 'linode', trigger: 'command' }]]);
    expect(await (await ask().post('/admin/sources/linode/run')).json()).toMatchObject({ state: 'already-queued' });
  });

  it('respects a source that asked to be left alone, one that is off, and one that is read no more', async () => {
    await database.sql`update sources set not_before = '2026-11-23T13:00:00Z' where source_id = 'linode'`;
    const early = await ask().post('/admin/sources/linode/run');
    expect([early.status, await detail(early)]).toEqual([409, 'linode asked to be left alone until 2026-11-23T13:00:00.000Z.']);
    await ask().post('/admin/sources/vultr/off', { reason: 'they asked us to' });
    expect(await detail(await ask().post('/admin/sources/vultr/run'))).toContain('they asked us to');
    await database.sql`insert into sources (source_id, provider_id) values ('bygone', 'linode')`;
    expect((await ask().post('/admin/sources/bygone/run')).status).toBe(409);
    expect((await ask().post('/admin/sources/none/run')).status).toBe(404);
    expect(enqueued).toEqual([]);
  });
});

describe('POST /admin/sources/{id}/off and /on', () => {
  it('switches a source off with a reason that everybody reads, and on again', async () => {
    const off = await source(await ask().post('/admin/sources/linode/off', { reason: ' they asked us to ' }));
    expect(off).toMatchObject({ state: 'off', nextRunAt: null, off: { by: 'operator', reason: 'they asked us to', since: NOW } });
    const told = await (await testApp(database).app.request('/v1/sources/linode')).json();
    expect(told).toMatchObject({ state: 'off', off: { reason: 'they asked us to' } });
    const again = await source(await ask().post('/admin/sources/linode/off', { reason: 'they asked twice' }));
    expect(again.off).toEqual({ by: 'operator', reason: 'they asked twice', since: NOW });
    const on = await source(await ask().post('/admin/sources/linode/on'));
    expect(on).toMatchObject({ state: 'never-run', off: null, nextRunAt: NOW });
  });

  it.each([undefined, {}, { reason: '' }, { reason: 'x'.repeat(501) }, { reason: 'why', more: 1 }])(
    'refuses %j',
    async (body) => {
      const answer = await ask().post('/admin/sources/linode/off', body);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
      expect((await ask().post('/admin/sources/none/off', { reason: 'no such one' })).status).toBe(404);
    },
  );
});
