/** Technologies over HTTP, and offers asked by what can be done on them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();
let ask: (path: string) => Promise<{ status: number; body: never }>;

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'a', sold: { fsn: '5.00 EUR' } },
    { key: 'b', sold: { fsn: '6.00 EUR' }, technology: 'unknown' },
  ]);
  const { app } = testApp(database);
  ask = async (path) => {
    const answer = await app.request(path);
    return { status: answer.status, body: (await answer.json()) as never };
  };
});

describe('GET /v1/technologies', () => {
  it('tells every technology with the documents behind each sentence', async () => {
    const { status, body } = await ask('/v1/technologies');
    const { data, modifiers } = body as { data: { id: string; summary: { basis: object } }[]; modifiers: { id: string }[] };
    expect([status, data.length, modifiers.map(({ id }) => id)]).toEqual([200, 14, ['nat']]);
    expect(data.find(({ id }) => id === 'openvz6')?.summary.basis).toMatchObject({
      kind: 'source',
      asOf: '2026-11-22',
      sources: [{ url: 'https://github.com/firewalld/firewalld/issues/617' }, {}],
    });
  });

  it('answers needs', async () => {
    const { body } = await ask('/v1/technologies?need=docker,own-kernel');
    const ids = (list: { technology: string }[]) => list.map(({ technology }) => technology);
    const { serves, depends, cannot } = body as Record<'serves' | 'depends' | 'cannot', { technology: string; why: string }[]>;
    expect(ids(serves)).toEqual(['xen-hvm', 'kvm', 'hyper-v', 'vmware', 'bhyve']);
    expect(ids(depends)).toEqual(['xen-pv', 'xen-pvh', 'xen', 'firecracker']);
    expect(ids(cannot)).toEqual(['openvz6', 'openvz7', 'openvz', 'lxc']);
    expect(cannot[1]?.why).toContain('boot a kernel of your own');
  });

  it('refuses needs that are none', async () => {
    const { status, body } = await ask('/v1/technologies?need=docker,flying');
    expect([status, (body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([400, 'need']);
  });

  it('tells one', async () => {
    expect(await ask('/v1/technologies/lxc')).toMatchObject({ status: 200, body: { kind: 'container', sharedKernel: true } });
    expect(await ask('/v1/technologies/nat')).toMatchObject({ status: 200, body: { id: 'nat' } });
    expect((await ask('/v1/technologies/unknown')).status).toBe(404);
  });
});

describe('GET /v1/offers?can=…', () => {
  const found = async (query: string) => {
    const { body } = await ask(`/v1/offers?${query}`);
    const { data, meta } = body as {
      data: { id: string }[];
      meta: { excludedUnknown: number; excludedProviderDependent: number };
    };
    return [data.map(({ id }) => id), meta.excludedUnknown, meta.excludedProviderDependent];
  };

  it('shows what can, and counts what is not known', async () => {
    expect(await found('can=docker,own-kernel')).toEqual([['acme:a'], 1, 0]);
  });

  it('is not content with what the provider decides unless asked, and counts it', async () => {
    expect(await found('can=custom-iso')).toEqual([[], 2, 1]);
    expect(await found('can=custom-iso&includeProviderDependent=true')).toEqual([['acme:a'], 1, 0]);
    expect(await found('can=custom-iso&includeUnknown=true')).toEqual([['acme:a', 'acme:b'], 0, 0]);
  });

  it('is explained with the reason', async () => {
    const { body } = await ask('/v1/explain?id=acme:a&can=custom-iso');
    expect(body).toMatchObject({
      verdict: 'unknown',
      criteria: [{ parameter: 'can', has: expect.stringContaining('custom-iso: provider-dependent (') }],
    });
  });

  it('stands in rows, in comparisons and on its own', async () => {
    expect(await ask('/v1/offers/acme:a')).toMatchObject({
      body: { capabilities: { docker: 'yes', 'custom-iso': 'provider-dependent' } },
    });
    const { body } = await ask('/v1/compare?ids=acme:a,acme:b');
    const { attributes } = body as { attributes: { name: string; values: { value: string }[] }[] };
    expect(attributes.map(({ name }) => name)).toContain('capabilities.docker');
    const own = (await ask('/v1/offers/acme:a@fsn/capabilities')).body as {
      data: { capability: string; stated: object | null }[];
    };
    expect(own.data.find(({ capability }) => capability === 'docker')).toMatchObject({
      value: 'yes',
      stated: null,
      technology: { value: 'yes' },
    });
  });
});
