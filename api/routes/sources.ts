/** `GET /v1/sources`: what is read, and how it fares. */
import { createRoute, z } from '@hono/zod-openapi';
import { allSources } from '../answers/sources.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { sourceSchema } from '../schemas/source.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/sources',
  operationId: 'listSources',
  summary: 'Sources',
  description: 'Every place that is read, with its last run, the age of its data and its next try.',
  tags: ['sources'],
  request: { query: z.strictObject({}) },
  middleware: [cachedFor(10)] as const,
  responses: {
    200: {
      description: 'All sources',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(sourceSchema) }) } },
    },
    400: problemResponse('A parameter is wrong'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/v1/sources/{id}',
  operationId: 'getSource',
  summary: 'One source',
  tags: ['sources'],
  request: { params: idParams, query: z.strictObject({}) },
  middleware: [cachedFor(10)] as const,
  responses: {
    200: { description: 'The source', content: { 'application/json': { schema: sourceSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such source'),
  },
});

export const sourcesRoutes = createRouter()
  .openapi(list, async (c) => c.json({ data: await allSources(c.get('deps')) }, 200))
  .openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const found = (await allSources(c.get('deps'))).find((source) => source.id === id);
    return found ? c.json(found, 200) : problem(c, 'not-found', { detail: `There is no source ${id}.` });
  });
