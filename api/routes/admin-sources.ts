/** `/admin/sources`: reading a source now, and switching it off and on. */
import { createRoute, z } from '@hono/zod-openapi';
import { switchSource } from '../../db/queries/switch-source.ts';
import { isId } from '../../domain/identity.ts';
import { adminSources, whyNotNow } from '../answers/admin-sources.ts';
import { idParams } from '../http/ids.ts';
import { forOperators } from '../http/operator.ts';
import { problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { adminSourceSchema, enqueuedSchema, reasonSchema } from '../schemas/admin-source.ts';
import { adminProblems, problemResponse } from '../schemas/common.ts';

const shared = {
  tags: ['admin'],
  security: forOperators,
};
const missing = problemResponse('There is no such source');
const switched = { description: 'The source', content: { 'application/json': { schema: adminSourceSchema } } };

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/admin/sources',
  operationId: 'listAdminSources',
  summary: 'Sources, with what operators need to know',
  request: { query: z.strictObject({}) },
  responses: {
    200: {
      description: 'All sources',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(adminSourceSchema) }) } },
    },
    400: problemResponse('A parameter is wrong'),
    ...adminProblems,
  },
});

const run = createRoute({
  ...shared,
  method: 'post',
  path: '/admin/sources/{id}/run',
  operationId: 'runSource',
  summary: 'Read a source now',
  description: 'Asks a worker to run it. What it asked for by Retry-After is kept; one that is switched off stays off.',
  request: { params: idParams, query: z.strictObject({}) },
  responses: {
    202: { description: 'A worker will do it', content: { 'application/json': { schema: enqueuedSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: missing,
    409: problemResponse('It is off, not read any more, or asked to be left alone'),
    ...adminProblems,
  },
});

const off = createRoute({
  ...shared,
  method: 'post',
  path: '/admin/sources/{id}/off',
  operationId: 'switchSourceOff',
  summary: 'Switch a source off',
  description: 'It is not read until it is switched on. Its offers stay, with their age. The reason is public.',
  request: {
    params: idParams,
    query: z.strictObject({}),
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ reason: reasonSchema.describe('Why, for everybody to read') }) },
      },
    },
  },
  responses: { 200: switched, 400: problemResponse('The request is wrong'), 404: missing, ...adminProblems },
});

const on = createRoute({
  ...shared,
  method: 'post',
  path: '/admin/sources/{id}/on',
  operationId: 'switchSourceOn',
  summary: 'Switch a source on',
  description: 'It is read at its planned time; at once where that has passed or there is none.',
  request: { params: idParams, query: z.strictObject({}) },
  responses: { 200: switched, 400: problemResponse('A parameter is wrong'), 404: missing, ...adminProblems },
});

const noSource = (id: string) => ({ detail: `There is no source ${id}.` });

export const adminSourcesRoutes = createRouter()
  .openapi(list, async (c) => c.json({ data: await adminSources(c.get('deps')) }, 200))
  .openapi(run, async (c) => {
    const { id } = c.req.valid('param');
    const { queue, now, log } = c.get('deps');
    const found = (await adminSources(c.get('deps'))).find((source) => source.id === id);
    if (!found) return problem(c, 'not-found', noSource(id));
    const reason = whyNotNow(found, now());
    if (reason !== null) return problem(c, 'conflict', { detail: reason });
    const { state } = await queue.enqueue('scrape-source', { sourceId: id, trigger: 'command' });
    log.info({ requestId: c.get('requestId'), sourceId: id, state }, 'operator: run of a source');
    return c.json({ sourceId: id, state }, 202);
  })
  .openapi(off, async (c) => {
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const { database, now, log } = c.get('deps');
    const known = isId(id) && (await switchSource(database.sql, id, { off: { reason }, now: new Date(now()).toISOString() }));
    const found = known && (await adminSources(c.get('deps'))).find((source) => source.id === id);
    if (!found) return problem(c, 'not-found', noSource(id));
    log.info({ requestId: c.get('requestId'), sourceId: id, reason }, 'operator: source switched off');
    return c.json(found, 200);
  })
  .openapi(on, async (c) => {
    const { id } = c.req.valid('param');
    const { database, now, log } = c.get('deps');
    const known = isId(id) && (await switchSource(database.sql, id, { off: null, now: new Date(now()).toISOString() }));
    const found = known && (await adminSources(c.get('deps'))).find((source) => source.id === id);
    if (!found) return problem(c, 'not-found', noSource(id));
    log.info({ requestId: c.get('requestId'), sourceId: id }, 'operator: source switched on');
    return c.json(found, 200);
  });
