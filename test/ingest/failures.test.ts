import { describe, expect, it } from 'vitest';
import { runSource } from '../../ingest/run-source.ts';
import type { SourceAdapter } from '../../scrapers/contract.ts';
import { linode } from '../../scrapers/sources/linode.ts';
import { useDatabase } from '../support/database.ts';
import { linodePages, linodeWith, withBody } from './support/pages.ts';
import { day, pagesFrom, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

async function runRecord(runId: string) {
  const [found] = await database.sql<{ state: string; code: string | null; finished: string | null; snapshots: number }[]>`
    select state, failure_code as code, finished_at as finished,
      (select count(*)::int from snapshots s where s.run_id = r.run_id) as snapshots from scrape_runs r where run_id = ${runId}`;
  return found;
}

describe('a run that fails leaves everything published as it was', () => {
  it('when the recording is older than what is published', async () => {
    await shop.replay('linode', linodePages(), day(3));
    const before = await shop.fingerprint();
    const report = await shop.replay('linode', linodeWith({ 'g6-standard-1': 4 }), day(2));
    expect(report).toMatchObject({ state: 'failed', failure: { code: 'older-than-published' } });
    expect(await shop.fingerprint()).toBe(before);
  });

  it.each([
    ['a page of an error', '<html><body><h1>503 Service Unavailable</h1></body></html>', 'unreadable-page'],
    ['a page that was cut off', linodePages()[0]?.body.slice(0, 900) ?? '', 'unreadable-page'],
    ['an empty page', '', 'unreadable-page'],
    ['other JSON', '{"errors":[{"reason":"Too many requests"}]}', 'unreadable-page'],
    ['an empty list', '{"data":[],"page":1,"pages":1,"results":0}', 'empty'],
    ['a list of nonsense', '{"data":[null,7,{"id":"x"}],"page":1,"pages":1,"results":3}', 'empty'],
  ])('when the source answers with %s', async (_what, body, code) => {
    await shop.replay('linode', linodePages(), day(1));
    const before = await shop.fingerprint();
    const report = await shop.live('linode', withBody(linodePages(), 'types', body), day(2));
    expect(report).toMatchObject({ state: 'failed', failure: { code } });
    expect(await shop.fingerprint()).toBe(before);
    expect(await runRecord(report.runId)).toMatchObject({ state: 'failed', code, snapshots: 2 });
  });

  it('when the source cannot be reached half-way: what came is kept, nothing of it is published', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const before = await shop.fingerprint();
    const pages = pagesFrom(linodeWith({ 'g6-standard-1': 4 }));
    const report = await shop.live(
      'linode',
      async (request) =>
        request.role === 'types'
          ? pages(request)
          : { ok: false, failure: { code: 'server-error', message: 'api.linode.com answered 500' } },
      day(2),
    );
    expect(report).toMatchObject({ state: 'failed', failure: { code: 'server-error' } });
    expect(await shop.fingerprint()).toBe(before);
    expect(await runRecord(report.runId)).toMatchObject({ state: 'failed', snapshots: 1 });
  });

  it('when our own code breaks: the run is closed as a bug, and the error is seen', async () => {
    await shop.replay('linode', linodePages(), day(1));
    const before = await shop.fingerprint();
    const broken: SourceAdapter = {
      ...linode,
      extract: () => {
        throw new TypeError('no such field');
      },
    };
    const input = { from: 'recording', trigger: 'replay', pages: linodePages([]), observedAt: day(2) } as const;
    await expect(runSource(shop.depsOf('linode'), broken, input)).rejects.toThrow('no such field');
    expect(await shop.fingerprint()).toBe(before);
    const [run] =
      await database.sql`select state, failure_code as code, message from scrape_runs order by started_at desc limit 1`;
    expect(run).toEqual({ state: 'failed', code: 'bug', message: 'no such field' });
  });
});

it('a run that a dead process left open is closed by the next one', async () => {
  await database.sql`insert into scrape_runs (run_id, source_id, trigger, state, started_at, observed_at)
    values ('left', 'linode', 'schedule', 'running', ${day(1)}, ${day(1)}), ('other', 'vultr', 'schedule', 'running', ${day(1)}, ${day(1)})`;
  await shop.replay('linode', linodePages(), day(1));
  expect(await runRecord('left')).toMatchObject({ state: 'failed', code: 'bug' });
  expect((await runRecord('left'))?.finished).not.toBeNull();
  expect(await runRecord('other')).toMatchObject({ state: 'running' });
});

describe('text that no database takes', () => {
  it.each([
    ['a NUL in a name', (body: string) => body.replace('"Linode 1GB"', '"Linode\\u0000 1GB"')],
    ['half a character in a name', (body: string) => body.replace('"Linode 1GB"', '"Linode \\ud83d 1GB"')],
    ['a NUL in a key', (body: string) => body.replace('"g6-standard-1"', '"g6\\u0000-standard-1"')],
    ['a NUL in a rejected plan', (body: string) => body.replace('"memory":1024', '"memory":"\\u0000"')],
  ])('is published in its readable part: %s', async (_what, change) => {
    const pages = linodePages().map((page) => (page.role === 'types' ? { ...page, body: change(page.body) } : page));
    expect(pages[0]?.body).not.toBe(linodePages()[0]?.body);
    const report = await shop.replay('linode', pages, day(1));
    expect(report.state).toBe('published');
    expect(report.counts.plans + report.counts.rejections).toBe(12);
    expect(await shop.replay('linode', pages, day(2))).toMatchObject({ state: 'unchanged', counts: { added: 0, changed: 0 } });
    expect(await shop.replay('linode', [...pages.slice(0, 1), ...linodePages().slice(1)], day(3))).toMatchObject({
      counts: { changed: 0 },
    });
  });

  it('a garbage page is a failure, not a crash, wherever its quotation is cut', async () => {
    for (const lead of [117, 118, 119, 120]) {
      const report = await shop.live(
        'linode',
        withBody(linodePages(), 'types', `${'x'.repeat(lead)}😀\u0000${'y'.repeat(99)}`),
        day(1),
      );
      expect(report).toMatchObject({ state: 'failed', failure: { code: 'unreadable-page' } });
    }
  });
});
