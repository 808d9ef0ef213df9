/** What holds for every route, whichever it is. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { openApiDocument } from '../../api/document.ts';
import { offerBenchmarksSchema } from '../../api/schemas/benchmark.ts';
import { changesPageSchema } from '../../api/schemas/changes.ts';
import { problemSchema } from '../../api/schemas/common.ts';
import { comparisonSchema } from '../../api/schemas/compare.ts';
import { explanationSchema } from '../../api/schemas/explain.ts';
import { jsonFeedSchema } from '../../api/schemas/feed.ts';
import { healthSchema, indexSchema } from '../../api/schemas/health.ts';
import { searchPageSchema } from '../../api/schemas/page.ts';
import { pricesSchema } from '../../api/schemas/prices.ts';
import { locationSchema, providerSchema } from '../../api/schemas/provider.ts';
import { offerRiskSchema } from '../../api/schemas/risk.ts';
import { offerSchema } from '../../api/schemas/row.ts';
import { similarSchema } from '../../api/schemas/similar.ts';
import { sourceSchema } from '../../api/schemas/source.ts';
import { needsSchema, offerCapabilitiesSchema, technologySchema } from '../../api/schemas/technology.ts';
import type { Database } from '../../db/client.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

interface Route {
  /** As the document names it. */
  readonly path: string;
  /** One that answers. */
  readonly good: string;
  readonly schema: z.ZodType | null;
  /** Of lists: the schema of one of `data`. */
  readonly item?: z.ZodType;
  /** One of something that is not there. */
  readonly missing?: string;
  /** Whether it takes no parameter that is not declared. */
  readonly strict: boolean;
  /** Whether its answers come from the database. */
  readonly stored: boolean;
}

const ROUTES: readonly Route[] = [
  { path: '/v1/offers', good: '/v1/offers?view=full&facets=technology', schema: searchPageSchema, strict: true, stored: true },
  { path: '/v1/offers.csv', good: '/v1/offers.csv?sort=newest', schema: null, strict: true, stored: true },
  { path: '/v1/offers.ndjson', good: '/v1/offers.ndjson?view=full', schema: null, strict: true, stored: true },
  { path: '/v1/feeds/offers.atom', good: '/v1/feeds/offers.atom', schema: null, strict: true, stored: true },
  { path: '/v1/feeds/offers.json', good: '/v1/feeds/offers.json?country=DE', schema: jsonFeedSchema, strict: true, stored: true },
  { path: '/v1/feeds/changes.atom', good: '/v1/feeds/changes.atom', schema: null, strict: true, stored: true },
  { path: '/v1/feeds/changes.json', good: '/v1/feeds/changes.json?kind=new', schema: jsonFeedSchema, strict: true, stored: true },
  {
    path: '/v1/offers/{id}',
    good: '/v1/offers/acme:a',
    missing: '/v1/offers/acme:none',
    schema: offerSchema,
    strict: true,
    stored: true,
  },
  {
    path: '/v1/offers/{id}/prices',
    good: '/v1/offers/acme:a@fsn/prices',
    missing: '/v1/offers/acme:a@mars/prices',
    schema: pricesSchema,
    strict: true,
    stored: true,
  },
  {
    path: '/v1/offers/{id}/similar',
    good: '/v1/offers/acme:a@fsn/similar?limit=3',
    missing: '/v1/offers/acme:a@mars/similar',
    schema: similarSchema,
    strict: true,
    stored: true,
  },
  {
    path: '/v1/offers/{id}/capabilities',
    good: '/v1/offers/acme:a@fsn/capabilities',
    missing: '/v1/offers/acme:a@mars/capabilities',
    schema: offerCapabilitiesSchema,
    strict: true,
    stored: true,
  },
  {
    path: '/v1/offers/{id}/risk',
    good: '/v1/offers/acme:a@fsn/risk',
    missing: '/v1/offers/acme:a@mars/risk',
    schema: offerRiskSchema,
    strict: true,
    stored: true,
  },
  {
    path: '/v1/offers/{id}/benchmarks',
    good: '/v1/offers/acme:a@fsn/benchmarks',
    missing: '/v1/offers/acme:a@mars/benchmarks',
    schema: offerBenchmarksSchema,
    strict: true,
    stored: true,
  },
  { path: '/v1/compare', good: '/v1/compare?ids=acme:a,acme:a@ams', schema: comparisonSchema, strict: true, stored: true },
  { path: '/v1/explain', good: '/v1/explain?id=acme:a&maxPrice=5', schema: explanationSchema, strict: true, stored: true },
  { path: '/v1/changes', good: '/v1/changes?limit=1', schema: changesPageSchema, strict: true, stored: true },
  { path: '/v1/sources', good: '/v1/sources', schema: null, item: sourceSchema, strict: true, stored: true },
  {
    path: '/v1/sources/{id}',
    good: '/v1/sources/acme',
    missing: '/v1/sources/none',
    schema: sourceSchema,
    strict: true,
    stored: true,
  },
  { path: '/v1/providers', good: '/v1/providers', schema: null, item: providerSchema, strict: true, stored: true },
  {
    path: '/v1/providers/{id}',
    good: '/v1/providers/acme',
    missing: '/v1/providers/none',
    schema: providerSchema,
    strict: true,
    stored: true,
  },
  { path: '/v1/locations', good: '/v1/locations', schema: null, item: locationSchema, strict: true, stored: true },
  { path: '/v1/technologies', good: '/v1/technologies?need=docker', schema: needsSchema, strict: true, stored: false },
  {
    path: '/v1/technologies/{id}',
    good: '/v1/technologies/kvm',
    missing: '/v1/technologies/none-such',
    schema: technologySchema,
    strict: true,
    stored: false,
  },
  { path: '/healthz', good: '/healthz', schema: healthSchema, strict: false, stored: false },
  { path: '/readyz', good: '/readyz', schema: healthSchema, strict: false, stored: false },
  { path: '/metrics', good: '/metrics', schema: null, strict: false, stored: false },
  { path: '/', good: '/', schema: indexSchema, strict: false, stored: false },
  {
    path: '/problems/{code}',
    good: '/problems/not-found',
    missing: '/problems/none',
    schema: null,
    strict: false,
    stored: false,
  },
];

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR', ams: '6.00 EUR' } }]);
});

async function expectProblem(answer: Response, status: number) {
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json']);
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(status);
  expect(problem.requestId).toBe(answer.headers.get('X-Request-Id'));
  return problem;
}

it('every route of the document stands in this battery, but for those of operators (admin-door.test.ts), of subscribers (test/watches), and those that take no GET', () => {
  const closed = /^\/(?:admin|v1\/(?:subscriptions|watches|unsubscribe))/;
  const paths = Object.entries(openApiDocument().paths ?? {});
  const open = paths.filter(([path, { get }]) => get && !closed.test(path)).map(([path]) => path);
  expect(ROUTES.map(({ path }) => path)).toEqual(open);
});

describe.each(ROUTES)('$path', ({ good, missing, schema, item, strict, stored }) => {
  const get = (path: string, init?: RequestInit) => testApp(database).app.request(path, init);

  it('answers what its schema says', async () => {
    const answer = await get(good);
    expect(answer.status).toBe(200);
    if (schema) schema.parse(await answer.json());
    if (item) {
      const { data } = (await answer.json()) as { data: unknown[] };
      expect(data.length).toBeGreaterThan(0);
      for (const one of data) item.parse(one);
    }
  });

  it('answers HEAD like GET without a body', async () => {
    const [full, head] = [await get(good), await get(good, { method: 'HEAD' })];
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['Content-Type', 'ETag', 'Cache-Control', 'Link'])
      expect(head.headers.get(name)).toBe(full.headers.get(name));
  });

  it('cannot run anything in a browser', async () => {
    const { headers } = await get(good);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{20,}$/);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('does not take %s', async (method) => {
    const answer = await get(good, { method });
    expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    await expectProblem(answer, 405);
  });

  if (strict)
    it('names a parameter that it does not know', async () => {
      const { errors } = await expectProblem(await get(`${good}${good.includes('?') ? '&' : '?'}colour=red`), 400);
      expect(errors.map(({ field }) => field)).toEqual(['colour']);
    });

  if (missing)
    it('says that something is not there', async () => {
      await expectProblem(await get(missing), 404);
      for (const odd of ['%00', '%F0%9F%92%A9', 'a'.repeat(2000), '%E0%A4%A']) {
        await expectProblem(await get(missing.replace(/none|acme:a@mars/, odd)), 404);
      }
    });

  if (stored)
    it('keeps the words of an unforeseen error to itself and the log', async () => {
      const { app, lines } = testApp(broken);
      const problem = await expectProblem(await app.request(good), 500);
      expect(JSON.stringify(problem)).not.toContain('secret');
      const logged = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 50);
      expect(logged).toMatchObject({ requestId: problem.requestId, err: { message: 'secret' } });
    });
});

const refuse = () => Promise.reject(new Error('secret'));
const broken = {
  sql: Object.assign(refuse, { begin: refuse, unsafe: refuse }),
} as unknown as Database;
