/** `/` says where to begin; `/problems/{code}` says what a kind of problem is. */
import { createRoute, z } from '@hono/zod-openapi';
import { baseUrl } from '../http/links.ts';
import { PROBLEMS, type ProblemCode, problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { indexSchema } from '../schemas/health.ts';

const index = createRoute({
  method: 'get',
  path: '/',
  operationId: 'getIndex',
  summary: 'Where to begin',
  tags: ['operation'],
  responses: { 200: { description: 'Pointers', content: { 'application/json': { schema: indexSchema } } } },
});

const problems = createRoute({
  method: 'get',
  path: '/problems/{code}',
  operationId: 'getProblemKind',
  summary: 'What a kind of problem is',
  tags: ['operation'],
  request: {
    params: z.object({ code: z.string().describe("The end of a problem's `type`").openapi({ example: 'invalid-request' }) }),
  },
  responses: {
    200: {
      description: 'The kind of problem',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              type: z.string().describe('Its address'),
              title: z.string().describe('What it means'),
              status: z.int().describe('The HTTP status that goes with it'),
            })
            .openapi('ProblemKind'),
        },
      },
    },
    404: problemResponse('There is no such kind'),
  },
});

const EXAMPLES = [
  '/v1/offers?technology=kvm&minMemory=2GB&maxPrice=20&currency=EUR&sort=price-per-gb-memory',
  '/v1/offers?country=DE&facets=technology,country&limit=5',
  '/v1/sources',
];

export const indexRoutes = createRouter()
  .openapi(index, (c) => {
    const base = baseUrl(c);
    const examples = EXAMPLES.map((example) => `${base}${example}`);
    return c.json({ name: 'Stealtime', version: c.get('deps').version, openapi: `${base}/openapi.json`, examples }, 200);
  })
  .openapi(problems, (c) => {
    const { code } = c.req.valid('param');
    if (!isProblemCode(code)) return problem(c, 'not-found', { detail: `There is no problem ${code}.` });
    return c.json({ type: `/problems/${code}`, ...PROBLEMS[code] }, 200);
  });

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
