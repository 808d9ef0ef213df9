import { beforeEach, expect, test } from 'vitest';
import { runRecord } from '../../db/queries/run-records.ts';
import { requestRelease } from '../../db/queries/run-releases.ts';
import type { Released } from '../../ingest/release.ts';
import { JOBS } from '../../jobs/definitions.ts';
import { releaseRun } from '../../jobs/handlers/release-run.ts';
import { useDatabase } from '../support/database.ts';
import { memoryLog } from './support/jobs.ts';

const database = useDatabase();
const NOW = '2026-11-23T12:00:00.000Z';
const { retryLimit } = JOBS['release-run'];

beforeEach(async () => {
  await database.sql`truncate scrape_runs`;
  await database.sql`insert into scrape_runs (run_id, source_id, trigger, state, started_at, observed_at)
    values ('r', 'a', 'schedule', 'quarantined', ${NOW}, ${NOW})`;
  await requestRelease(database.sql, 'r', '2026-11-23T11:00:00.000Z');
});

function run(release: () => Promise<Released>, attempt = 1) {
  const handler = releaseRun({ db: database.sql, now: () => Date.parse(NOW), log: memoryLog(), release });
  return handler({ runId: 'r' }, { attempt, signal: new AbortController().signal });
}

const noted = async () => (await runRecord(database.sql, 'r'))?.release;
const busy: Released = { ok: false, code: 'busy', message: 'a is being run now' };

test('notes how it ended', async () => {
  await run(async () => ({ ok: true, plans: 1, changed: 1 }));
  const requestedAt = '2026-11-23T11:00:00.000Z';
  expect(await noted()).toEqual({ state: 'done', requestedAt, finishedAt: NOW, message: null });
  await run(async () => ({ ok: false, code: 'older-than-published', message: 'a newer one is published' }));
  expect(await noted()).toMatchObject({ state: 'refused', message: 'a newer one is published' });
});

test('a source that is being run is tried again, and given up in the end', async () => {
  await expect(run(async () => busy, retryLimit)).rejects.toThrow('being run');
  expect(await noted()).toMatchObject({ state: 'requested' });
  await run(async () => busy, retryLimit + 1);
  expect(await noted()).toMatchObject({ state: 'refused', message: 'a is being run now' });
});

test('an error of ours is noted at the last try, without its words', async () => {
  const failing = () => Promise.reject(new Error('secret'));
  await expect(run(failing)).rejects.toThrow('secret');
  expect(await noted()).toMatchObject({ state: 'requested' });
  await expect(run(failing, retryLimit + 1)).rejects.toThrow('secret');
  const release = await noted();
  expect(release?.state).toBe('refused');
  expect(release?.message).not.toContain('secret');
});

test('a wish is taken for a held run only, once', async () => {
  expect(await requestRelease(database.sql, 'r', NOW)).toMatchObject({ requestedAt: '2026-11-23T11:00:00.000Z' });
  await database.sql`update scrape_runs set state = 'published', release = null`;
  expect(await requestRelease(database.sql, 'r', NOW)).toBeNull();
  expect(await requestRelease(database.sql, 'none', NOW)).toBeNull();
  await run(async () => ({ ok: true, plans: 1, changed: 1 }));
  expect(await noted()).toBeNull();
});
