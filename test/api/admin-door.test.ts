/** What holds for every route for operators. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../api/document.ts';
import { problemSchema } from '../../api/schemas/common.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { operator, TOKEN } from './admin-support.ts';
import { testApp } from './support.ts';

const database = useDatabase();

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
});

const ROUTES = Object.entries(openApiDocument().paths ?? {})
  .filter(([path]) => path.startsWith('/admin'))
  .flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { security?: unknown; responses: object }>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace('{id}', 'acme'),
      operation,
    })),
  );

async function refused(answer: Response, status: number) {
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json']);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  return problemSchema.parse(await answer.json());
}

describe.each([...ROUTES, { method: 'GET', path: '/admin/nothing', operation: null }])(
  '$method $path',
  ({ method, path, operation }) => {
    const ask = (authorization?: string, adminToken: string | null = TOKEN) =>
      testApp(database, { adminToken }).app.request(path, {
        method,
        headers: { Origin: 'https://elsewhere.example', ...(authorization ? { Authorization: authorization } : {}) },
      });

    it('is off without a token of the service, whatever is sent', async () => {
      const { detail } = await refused(await ask(`Bearer ${TOKEN}`, null), 403);
      expect(detail).toContain('ADMIN_TOKEN');
    });

    it('asks for a token, and takes no other', async () => {
      const none = await ask();
      expect(none.headers.get('WWW-Authenticate')).toBe('Bearer realm="operator"');
      await refused(none, 401);
      for (const wrong of [`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(0, -1)}`, `Basic ${TOKEN}`, 'Bearer', `Bearer x ${TOKEN}`]) {
        await refused(await ask(wrong), 401);
      }
      expect((await ask(`Bearer ${TOKEN}x`)).headers.get('WWW-Authenticate')).toContain('invalid_token');
    });

    it('is neither kept nor shared, and says in the document who may ask', async () => {
      const answer = await ask(`Bearer ${TOKEN}`);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(answer.headers.get('ETag')).toBeNull();
      if (!operation) return;
      expect(operation.security).toEqual([{ operator: [] }]);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '401', '403']));
    });
  },
);

describe('the door', () => {
  it('names the scheme in the document', () => {
    expect(openApiDocument().components?.securitySchemes).toMatchObject({ operator: { type: 'http', scheme: 'bearer' } });
    expect(ROUTES).toHaveLength(17);
  });

  it('is not to be tried without end', async () => {
    const { app } = testApp(database, { adminToken: TOKEN, rateLimit: { points: 1000, seconds: 60 } });
    const answers = [];
    for (let guess = 0; guess < 125; guess++) {
      answers.push((await app.request('/admin/runs', { headers: { Authorization: `Bearer guess-${guess}` } })).status);
    }
    expect([answers.filter((status) => status === 401).length, answers.at(-1)]).toEqual([120, 429]);
  });

  it('keeps the token out of the log', async () => {
    const { get, lines } = operator(database);
    expect((await get('/admin/runs')).status).toBe(200);
    expect(lines.join()).not.toContain(TOKEN);
  });

  it.each(['/admin/runs/none', '/admin/runs/%00', `/admin/runs/${'a'.repeat(2000)}`])(
    'tells what is not there: %s',
    async (path) => {
      await refused(await operator(database).get(path), 404);
    },
  );
});
