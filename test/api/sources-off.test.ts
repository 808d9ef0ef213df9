import { beforeAll, expect, it } from 'vitest';
import { sourceSchema } from '../../api/schemas/source.ts';
import { seedSources } from '../../db/queries/seed.ts';
import type { SourceManifest } from '../../scrapers/contract.ts';
import { initiallyOff } from '../../scrapers/source-off.ts';
import { useDatabase } from '../support/database.ts';
import { ACME_API, publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { NOW, testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
});

const planned = (at: string | null) => database.sql`update sources set next_run_at = ${at}`;

async function acme(more: Partial<SourceManifest>, credentials: readonly string[] = []) {
  const hasCredential = (name: string) => credentials.includes(name);
  const { app } = testApp(database, { sources: [{ ...ACME_API, ...more }], hasCredential });
  const { state, off, nextRunAt, data } = sourceSchema.parse(await (await app.request('/v1/sources/acme')).json());
  const metrics = await (await app.request('/metrics')).text();
  expect(metrics).toContain(`stealtime_sources{state="${state}"} 1`);
  return { state, off, nextRunAt, observedAt: data.observedAt };
}

it('a source without its credential is off and says which; what it published stays', async () => {
  await planned(null);
  expect(await acme({ credential: 'ACME_TOKEN' })).toEqual({
    state: 'off',
    off: { by: 'software', reason: 'needs ACME_TOKEN', since: null },
    nextRunAt: null,
    observedAt: '2026-11-22T12:00:00.000Z',
  });
  expect(await acme({ credential: 'ACME_TOKEN' }, ['ACME_TOKEN'])).toMatchObject({ state: 'published', off: null });
});

it('a worker that has the credential has planned a run', async () => {
  await planned(NOW);
  expect(await acme({ credential: 'ACME_TOKEN' })).toMatchObject({ state: 'published', off: null, nextRunAt: NOW });
  await planned('2026-11-01T12:00:00.000Z');
  expect(await acme({ credential: 'ACME_TOKEN' })).toMatchObject({ state: 'off', nextRunAt: null });
});

it('a retired source is off with its reason', async () => {
  expect(await acme({ retired: 'gone' })).toMatchObject({
    state: 'off',
    off: { by: 'software', reason: 'gone' },
    nextRunAt: null,
  });
});

it('an operator’s word comes first', async () => {
  await database.sql`update sources set enabled = false, off_reason = 'they asked us to', off_since = ${NOW}`;
  expect(await acme({ retired: 'gone' })).toMatchObject({ off: { by: 'operator', reason: 'they asked us to', since: NOW } });
});

it('an unverified source is off from the beginning by nobody’s decision, and says where its address is known from', async () => {
  const off = initiallyOff({ verified: null });
  await seedSources(database.sql, [{ sourceId: 'fresh', providerId: 'acme', off }]);
  const { app } = testApp(database, { sources: [{ ...ACME_API, sourceId: 'fresh', verified: null }] });
  expect(sourceSchema.parse(await (await app.request('/v1/sources/fresh')).json())).toMatchObject({
    state: 'off',
    off: { by: 'software', reason: off, since: null },
    verified: null,
    evidence: ACME_API.evidence,
  });
});
