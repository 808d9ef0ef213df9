/** From recorded pages to the events that readers are told, through the whole of it: read, judged, published, asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { changesPageSchema } from '../../api/schemas/changes.ts';
import type { RunReport } from '../../ingest/run.ts';
import type { Page } from '../../scrapers/contract.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { testApp } from '../api/support.ts';
import { LINODE_PLANS, linodePages, linodeWith, withBody } from '../ingest/support/pages.ts';
import { day, useShop } from '../ingest/support/shop.ts';
import { useDatabase } from '../support/database.ts';
import { pageOf } from '../support/source-fixtures.ts';

const corpus = process.env.STEALTIME_CORPUS;
if (!corpus) process.stderr.write('changes: recorded pairs are skipped, STEALTIME_CORPUS is not set\n');

const database = useDatabase();
const shop = useShop(database);
type Event = z.infer<typeof changesPageSchema>['data'][number];

/** Every event of a question, page by page. */
async function events(query = ''): Promise<Event[]> {
  const found: Event[] = [];
  let next: string | null = null;
  do {
    const address: string = `/v1/changes?limit=20${query}${next === null ? '' : `&cursor=${next}`}`;
    const answer = await testApp(database).app.request(address);
    expect(answer.status, address).toBe(200);
    const { data, page } = changesPageSchema.parse(await answer.json());
    found.push(...data);
    next = page.next;
  } while (next !== null);
  return found;
}

/** Publishes; what the gate holds back is released, as a person would who has looked at it. */
async function publish(pages: readonly Page[], observedAt: string): Promise<RunReport> {
  const report = await shop.replay('linode', pages, observedAt);
  if (report.state === 'quarantined') expect(await shop.release('linode', report.runId)).toMatchObject({ ok: true });
  else expect(['published', 'unchanged']).toContain(report.state);
  return report;
}

const briefly = (told: readonly Event[]) =>
  told.map(({ kind, plan, offerIds }) => `${kind} ${plan.id} ${offerIds.length}`).toSorted();
const since = (time: string) => `&since=${time}`;

describe('a shop of twelve plans in three places', () => {
  it('tells what is added, removed, repriced, moved and sold at last, each once', async () => {
    await publish(linodePages(), day(1));
    expect(briefly(await events())).toHaveLength(12);
    await publish(linodePages([...LINODE_PLANS, { id: 'g6-extra', monthly: 7 }]), day(2));
    expect(briefly(await events(since('2026-11-02')))).toEqual(['new linode:g6-extra 0']);
    await publish(linodePages(), day(3));
    expect(await events(since('2026-11-03'))).toEqual([]);
    await publish(linodePages(), day(4));
    expect(briefly(await events(since('2026-11-04')))).toEqual(['withdrawn linode:g6-extra 3']);
    await publish(linodeWith({ 'g6-standard-1': 6 }), day(5));
    const [raised, ...more] = await events(since('2026-11-05'));
    expect(more).toEqual([]);
    expect(raised).toMatchObject({ kind: 'price', price: { from: '5.00', to: '6.00', percent: 20, currency: 'USD' } });
    expect(raised?.offerIds).toHaveLength(3);
    await publish(
      linodePages(
        LINODE_PLANS.map((plan) => (plan.id === 'g6-standard-1' ? { ...plan, monthly: 6, at: { 'us-east': 4 } } : plan)),
      ),
      day(6),
    );
    const [local, ...others] = await events(since('2026-11-06'));
    expect(others).toEqual([]);
    expect(local).toMatchObject({
      kind: 'price',
      offerIds: ['linode:g6-standard-1@us-east'],
      price: { from: '6.00', to: '4.00', percent: -33.3 },
    });
  });

  it('tells a new place as new there, and nothing else', async () => {
    await publish(linodePages(LINODE_PLANS, ['us-east', 'eu-central']), day(1));
    await publish(linodePages(), day(2));
    const told = await events(since('2026-11-02'));
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['new']));
    expect(told.flatMap(({ offerIds }) => offerIds).toSorted()).toEqual(
      LINODE_PLANS.map(({ id }) => `linode:${id}@ap-south`).toSorted(),
    );
  });

  it('never tells an id that went to another plan as a price that fell', async () => {
    await publish(linodePages(), day(1));
    const reused = LINODE_PLANS.map((plan) => (plan.id === 'g6-standard-4' ? { ...plan, monthly: 2, gib: 1 } : plan));
    await publish(linodePages(reused), day(2));
    expect(briefly(await events(since('2026-11-02')))).toEqual(['spec linode:g6-standard-4 0']);
    expect((await shop.row('linode:g6-standard-4'))?.dropPpm).toBeNull();
  });

  it('never tells a rename as a price that fell, whatever it costs under the new name', async () => {
    await publish(linodePages(), day(1));
    const cheaper = linodeWith({ 'g6-standard-3': 12 });
    const [types] = cheaper;
    await publish(withBody(cheaper, 'types', (types?.body ?? '').replace('Linode 3GB', 'Shared CPU 3')), day(2));
    const told = await events(since('2026-11-02'));
    expect(told).toMatchObject([
      {
        kind: 'spec',
        plan: { name: 'Shared CPU 3' },
        before: { name: 'Linode 3GB' },
        after: { name: 'Shared CPU 3' },
        price: null,
      },
    ]);
    expect((await shop.row('linode:g6-standard-3'))?.dropPpm).toBeNull();
  });
});

describe.skipIf(!corpus)('recorded pairs of a provider', () => {
  const body = (file: string) => readFileSync(join(corpus ?? '', 'api', 'linode', file), 'utf8');
  const page = (role: string, text: string) => pageOf(linode, { role, place: null, number: 1, body: text });
  const pages = (types: string, regions = 'regions-2023-02-10.json') => [
    page('types', body(types)),
    page('regions', body(regions)),
  ];
  const [OF_2021, OF_2022, OF_2023] = ['types-2021-05-27.json', 'types-2022-10-13.json', 'types-2023-07-24.json'];
  const times = { 2021: '2021-05-27T00:00:00.000Z', 2022: '2022-10-13T00:00:00.000Z', 2023: '2023-07-24T00:00:00.000Z' };
  const prices = (types: string): Map<string, number> =>
    new Map(
      (JSON.parse(body(types)) as { data: { id: string; price: { monthly: number } }[] }).data.map(({ id, price }) => [
        id,
        price.monthly,
      ]),
    );

  it('added: four bare-metal plans from 2021 to 2022, and nothing else', async () => {
    await publish(pages(OF_2021), times[2021]);
    await publish(pages(OF_2022), times[2022]);
    expect(await events(since('2022-01-01'))).toEqual([]);
    const all = await events(`${since('2022-01-01')}&productType=dedicated,vps,cloud,gpu,unknown`);
    expect(briefly(all)).toEqual(['b1', 'b2', 'c1', 'c2'].map((name) => `new linode:g1-metal-${name} 0`));
  });

  it('repriced: the rise of a fifth from 2022 to 2023, once a plan; removed: after two readings', async () => {
    await publish(pages(OF_2022), times[2022]);
    const held = await publish(pages(OF_2023), times[2023]);
    expect(held.state).toBe('quarantined');
    const told = await events(`${since('2023-01-01')}&kind=price`);
    const [before, after] = [prices(OF_2022), prices(OF_2023)];
    const moved = [...after].filter(([id, price]) => before.has(id) && before.get(id) !== price).map(([id]) => `linode:${id}`);
    expect(moved.length).toBe(18);
    expect(told.map(({ plan }) => plan.id).toSorted()).toEqual(moved.toSorted());
    for (const { price, plan, offerIds } of told) {
      expect([plan.id, price?.percent, price?.currency]).toEqual([plan.id, 20, 'USD']);
      expect([price?.from, price?.to]).toEqual([before, after].map((list) => `${list.get(plan.id.slice(7))?.toFixed(2)}`));
      expect(offerIds.length).toBeGreaterThan(1);
    }
    const metal = `${since('2023-01-01')}&kind=withdrawn&productType=dedicated`;
    expect(await events(metal)).toEqual([]);
    await publish(pages(OF_2023), '2023-07-25T00:00:00.000Z');
    expect((await events(metal)).map(({ plan }) => plan.id).toSorted()).toEqual(
      ['b1', 'b2', 'c1', 'c2'].map((name) => `linode:g1-metal-${name}`),
    );
  });

  it('location only: more regions are new places, and no other change', async () => {
    await publish(pages(OF_2023), times[2023]);
    await publish(pages(OF_2023, 'regions-2024-07-19.json'), '2024-07-19T00:00:00.000Z');
    const told = await events(since('2024-01-01'));
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['new']));
    expect(told.every(({ offerIds, after }) => offerIds.length > 0 && !('location' in (after ?? {})))).toBe(true);
    expect(told.length).toBeLessThanOrEqual(prices(OF_2023).size);
  });

  it('spec at the same price: more transfer for the money is no change of the price', async () => {
    await publish(pages(OF_2022), times[2022]);
    const more = body(OF_2022).replace(/("transfer":\s*)2000/, '$13000');
    await publish([page('types', more), page('regions', body('regions-2023-02-10.json'))], '2022-10-14T00:00:00.000Z');
    const told = await events(since('2022-10-14'));
    expect(told).toMatchObject([
      { kind: 'spec', before: { 'network.transferGb': 2000 }, after: { 'network.transferGb': 3000 }, price: null },
    ]);
  });

  it('an id reused for another plan: spec, never a price drop', async () => {
    await publish(pages(OF_2022), times[2022]);
    const list = JSON.parse(body(OF_2022)) as { data: { id: string }[] };
    const nanode = list.data.find(({ id }) => id === 'g6-nanode-1');
    const data = list.data.map((type) => (type.id === 'g6-standard-2' ? { ...nanode, id: type.id } : type));
    await publish(
      [page('types', JSON.stringify({ ...list, data })), page('regions', body('regions-2023-02-10.json'))],
      '2022-10-14T00:00:00.000Z',
    );
    const told = await events(since('2022-10-14'));
    expect(briefly(told)).toEqual(['spec linode:g6-standard-2 0']);
    expect(told[0]?.before).toMatchObject({ 'memory.mib': 4096 });
    const answer = await testApp(database).app.request('/v1/offers?sort=drop&limit=200');
    const { data: rows } = (await answer.json()) as { data: { id: string }[] };
    expect(rows.map(({ id }) => id)).toContain('linode:g6-standard-2');
    expect((await shop.row('linode:g6-standard-2'))?.dropPpm).toBeNull();
  });
});
