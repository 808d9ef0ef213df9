import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { releaseSchema, runPageSchema, runSchema } from '../../api/schemas/admin-run.ts';
import { releaseRun } from '../../jobs/handlers/release-run.ts';
import { openQueue } from '../../jobs/queue/open-queue.ts';
import { linodePages, linodeWith } from '../ingest/support/pages.ts';
import { day, useShop } from '../ingest/support/shop.ts';
import { memoryLog } from '../jobs/support/jobs.ts';
import { useDatabase } from '../support/database.ts';
import { operator } from './admin-support.ts';

const database = useDatabase();
const shop = useShop(database);

async function run(id: string): Promise<z.infer<typeof runSchema>> {
  const answer = await operator(database).get(`/admin/runs/${id}`);
  expect(answer.status).toBe(200);
  return runSchema.parse(await answer.json());
}

/** A published catalogue, and a run that says one plan a hundredfold. */
async function held() {
  await shop.live('linode', linodePages(), day(1));
  const report = await shop.live('linode', linodeWith({ 'g6-standard-2': 1000, 'g6-standard-12': null }), day(2));
  expect(report.state).toBe('quarantined');
  return report.runId;
}

describe('GET /admin/runs', () => {
  async function page(query: string) {
    const answer = await operator(database).get(`/admin/runs${query}`);
    expect(answer.status).toBe(200);
    return { ...runPageSchema.parse(await answer.json()), link: answer.headers.get('Link') };
  }

  it('lists the newest first, by source and state', async () => {
    const runId = await held();
    const { data } = await page('');
    expect(data.map(({ state }) => state)).toEqual(['quarantined', 'published']);
    expect(data[0]).toMatchObject({ id: runId, sourceId: 'linode', counts: { pages: 2, plans: 11 }, release: null });
    expect((await page('?state=quarantined&source=linode')).data.map(({ id }) => id)).toEqual([runId]);
    expect((await page('?source=vultr')).data).toEqual([]);
  });

  it('goes through every run once, page by page', async () => {
    for (const on of [1, 2, 3, 4, 5]) await shop.live('linode', linodePages(), day(on));
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof page>> = await page(`?limit=2${next === null ? '' : `&cursor=${next}`}`);
      seen.push(...found.data.map(({ id }) => id));
      next = found.page.next;
      expect(found.link === null).toBe(next === null);
    } while (next !== null);
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  it.each(['?limit=0', '?limit=201', '?limit=x', '?state=odd', '?cursor=abc', '?source=%00', '?colour=red'])(
    'refuses %s',
    async (query) => {
      const answer = await operator(database).get(`/admin/runs${query}`);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
    },
  );
});

describe('GET /admin/runs/{id}', () => {
  it('tells of a held run what publishing it would change', async () => {
    const found = await run(await held());
    expect(found).toMatchObject({
      state: 'quarantined',
      noDiff: null,
      pages: [{ role: 'types', status: 200 }, { role: 'regions' }],
    });
    expect(found.findings.map(({ severity }) => severity)).toContain('hard');
    expect(found.diff).toMatchObject({
      publishedAt: day(1),
      added: { count: 0 },
      gone: {
        count: 1,
        first: [{ planId: 'linode:g6-standard-12', places: 3, prices: expect.arrayContaining(['USD 60.00 a month']) }],
      },
      currency: { count: 0 },
      spec: { count: 0 },
    });
    expect(found.diff?.repriced.first[0]).toEqual({
      planId: 'linode:g6-standard-2',
      offerIds: expect.arrayContaining(['linode:g6-standard-2@us-east']),
      price: 'a month',
      before: 'USD 10.00',
      after: 'USD 1000.00',
      factor: 100,
    });
  });

  it('tells of rejections what was said, and of others why there is no diff', async () => {
    const broken = linodePages().map((page) => ({ ...page, body: page.body.replace('"monthly":5,', '"monthly":"dear",') }));
    const { runId } = await shop.live('linode', broken, day(1));
    const found = await run(runId);
    expect(found.diff).toBeNull();
    expect(found.noDiff).toContain('only a run in quarantine');
    expect(found.rejections[0]).toMatchObject({ said: expect.stringContaining('dear'), listing: { planKey: 'g6-standard-1' } });
    const id = await held();
    const unread = await operator(database, { adapterOf: () => null }).get(`/admin/runs/${id}`);
    expect(runSchema.parse(await unread.json()).noDiff).toBe('this version does not read linode');
  });
});

describe('POST /admin/runs/{id}/release', () => {
  it('leaves it to a worker, and the run says how that ended', async () => {
    const runId = await held();
    const log = memoryLog();
    const queue = await openQueue({ sql: database.sql, log, housekeeping: false });
    try {
      await database.sql`delete from pgboss.job`;
      const { post } = operator(database, { queue });
      const answer = await post(`/admin/runs/${runId}/release`);
      expect(answer.status).toBe(202);
      expect(releaseSchema.parse(await answer.json())).toMatchObject({ id: runId, release: { state: 'requested' } });
      expect((await post(`/admin/runs/${runId}/release`)).status).toBe(202);
      expect(await run(runId)).toMatchObject({ state: 'quarantined', release: { state: 'requested', finishedAt: null } });

      const jobs = await queue.take('release-run', 10);
      expect(jobs.map(({ payload }) => payload)).toEqual([{ runId }]);
      const release = (id: string) => shop.release('linode', id);
      const handler = releaseRun({ db: database.sql, now: () => Date.parse(day(3)), log, release });
      await handler({ runId }, { attempt: 1, signal: new AbortController().signal });
      expect(await run(runId)).toMatchObject({
        state: 'published',
        release: { state: 'done', finishedAt: day(3), message: null },
      });
      expect(await shop.row('linode:g6-standard-2')).toMatchObject({ price: '1000.00' });
      expect((await post(`/admin/runs/${runId}/release`)).status).toBe(409);
    } finally {
      await queue.close();
    }
  });

  it('enqueues nothing for a run that is not held, or that nobody knows', async () => {
    const { runId } = await shop.live('linode', linodePages(), day(1));
    const { post } = operator(database);
    expect((await post(`/admin/runs/${runId}/release`)).status).toBe(409);
    expect((await post('/admin/runs/none/release')).status).toBe(404);
  });
});
