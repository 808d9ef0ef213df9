/** The Model Context Protocol endpoint, asked by the protocol's own client. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportText } from '../domain/benchmark/reports.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();
const client = new Client({ name: 'test', version: '1' });

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'a', sold: { fsn: '5.00 EUR' } },
    { key: 'b', sold: { ams: '6.00 EUR' } },
  ]);
  const { app } = testApp(database);
  const transport = new StreamableHTTPClientTransport(new URL('http://stealtime.example/mcp'), {
    fetch: async (url, init) => app.request(String(url), init),
  });
  // The SDK's own types do not agree with exact optional properties.
  await client.connect(transport as Parameters<typeof client.connect>[0]);
});

afterAll(() => client.close());

async function call(name: string, args: Record<string, unknown>): Promise<{ isError: boolean; text: string }> {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const [first] = content as { type: string; text: string }[];
  return { isError: isError === true, text: first?.text ?? '' };
}

describe('/mcp', () => {
  it('offers read-only tools', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search_offers',
      'get_offer',
      'compare_offers',
      'check_offer',
      'technologies_for_needs',
      'explain_risk',
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  it.each([
    ['search_offers', { minMemory: '2GB', technology: 'kvm', sort: 'price', limit: 1 }, '"id":"acme:a"'],
    ['search_offers', { technology: ['kvm', 'xen'], ipv4: 0, limit: 1 }, '"id":"acme:a"'],
    ['get_offer', { id: 'acme:b' }, '"provenance"'],
    ['compare_offers', { ids: ['acme:a', 'acme:b'] }, '"cheapest"'],
    ['check_offer', { text: 'KVM VPS\n1GB RAM\n20GB SSD\n$10/year' }, '"questions"'],
    ['check_offer', { offer: { technology: 'lxc', memory: { mib: 1024 } } }, '"TE-LXC"'],
    ['check_offer', { url: 'http://stealtime.example/offers/acme:a', benchmark: reportText('mpstat-all.txt') }, '"ME-'],
    ['technologies_for_needs', { need: ['docker', 'windows'] }, '"serves"'],
    ['explain_risk', { id: 'acme:a' }, '"wouldChange"'],
  ])('%s answers', async (name, args, part) => {
    const { isError, text } = await call(name, args);
    expect(text).toContain(part);
    expect(isError).toBe(false);
  });

  it.each([
    ['search_offers', { minMemory: 'much' }],
    ['search_offers', { limit: 500 }],
    ['search_offers', { priceBelow: 5 }],
    ['get_offer', { id: 'acme:none' }],
    ['check_offer', {}],
  ])('%s with %j is told what is wrong', async (name, args) => {
    const { isError, text } = await call(name, args);
    expect(isError).toBe(true);
    expect(text.length).toBeGreaterThan(10);
  });

  it('takes POST only', async () => {
    expect((await testApp(database).app.request('/mcp')).status).toBe(405);
  });
});
