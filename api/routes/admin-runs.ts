/** `/admin/runs`: what runs did, what the plausibility gate held, and publishing that after a look. */
import { createRoute, z } from '@hono/zod-openapi';
import { newestRuns, runRecord } from '../../db/queries/run-records.ts';
import { requestRelease } from '../../db/queries/run-releases.ts';
import { isId } from '../../domain/identity.ts';
import { answerRun } from '../answers/run.ts';
import { idParams } from '../http/ids.ts';
import { nextLink } from '../http/links.ts';
import { forOperators } from '../http/operator.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { readRunCursor, writeRunCursor } from '../http/run-cursor.ts';
import { presentListedRun } from '../present/run.ts';
import { createRouter } from '../router.ts';
import { releaseSchema, runPageSchema, runSchema } from '../schemas/admin-run.ts';
import { adminProblems, problemResponse } from '../schemas/common.ts';
import { RUN_STATES } from '../schemas/source.ts';

const list = createRoute({
  method: 'get',
  path: '/admin/runs',
  operationId: 'listRuns',
  summary: 'Runs, the newest first',
  tags: ['admin'],
  security: forOperators,
  request: {
    query: z.strictObject({
      source: z.string().optional().describe('Only runs of this source'),
      state: z.enum(RUN_STATES).optional().describe('Only runs that ended so; quarantined: those that wait for a person'),
      limit: z.coerce.number().int().min(1).max(200).default(50).describe('Runs on a page'),
      cursor: z.string().optional().describe('From `page.next`'),
    }),
  },
  responses: {
    200: { description: 'A page of runs; `Link` names the next one', content: { 'application/json': { schema: runPageSchema } } },
    400: problemResponse('A parameter is wrong'),
    ...adminProblems,
  },
});

const one = createRoute({
  method: 'get',
  path: '/admin/runs/{id}',
  operationId: 'getRun',
  summary: 'One run',
  description: 'With its findings and rejections; of a run in quarantine also what publishing it would change.',
  tags: ['admin'],
  security: forOperators,
  request: { params: idParams, query: z.strictObject({}) },
  responses: {
    200: { description: 'The run', content: { 'application/json': { schema: runSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such run'),
    ...adminProblems,
  },
});

const release = createRoute({
  method: 'post',
  path: '/admin/runs/{id}/release',
  operationId: 'releaseRun',
  summary: 'Publish a held run',
  description: 'Asks a worker to publish it as it was read. `release` of the run says how that ended.',
  tags: ['admin'],
  security: forOperators,
  request: { params: idParams, query: z.strictObject({}) },
  responses: {
    202: { description: 'A worker will do it', content: { 'application/json': { schema: releaseSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such run'),
    409: problemResponse('The run is not in quarantine'),
    ...adminProblems,
  },
});

export const adminRunsRoutes = createRouter()
  .openapi(list, async (c) => {
    const { source = null, state = null, limit, cursor } = c.req.valid('query');
    const after = cursor === undefined ? null : readRunCursor(cursor);
    if (cursor !== undefined && !after) return invalidRequest(c, [{ field: 'cursor', message: 'is no cursor of this list' }]);
    if (source !== null && !isId(source)) return invalidRequest(c, [{ field: 'source', message: 'is no id of a source' }]);
    const found = await newestRuns(c.get('deps').database.sql, { sourceId: source, state, after, limit: limit + 1 });
    const data = found.slice(0, limit);
    const last = found.length > limit ? data.at(-1) : undefined;
    const next = last ? writeRunCursor(last) : null;
    if (next !== null) c.header('Link', nextLink(c, next));
    return c.json({ data: data.map(presentListedRun), page: { next, limit } }, 200);
  })
  .openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const found = isId(id) ? await answerRun(c.get('deps'), id) : null;
    return found ? c.json(found, 200) : problem(c, 'not-found', { detail: `There is no run ${id}.` });
  })
  .openapi(release, async (c) => {
    const { id } = c.req.valid('param');
    const { database, queue, now, log } = c.get('deps');
    const run = isId(id) ? await runRecord(database.sql, id) : null;
    if (!run) return problem(c, 'not-found', { detail: `There is no run ${id}.` });
    const wish = await database.transaction(async ({ sql }) => {
      const noted = await requestRelease(sql, id, new Date(now()).toISOString());
      if (noted) await queue.enqueue('release-run', { runId: id }, { tx: sql });
      return noted;
    });
    if (!wish) return problem(c, 'conflict', { detail: `Run ${id} is ${run.state}; only a run in quarantine can be released.` });
    log.info({ requestId: c.get('requestId'), runId: id, sourceId: run.sourceId }, 'operator: release of a held run');
    return c.json({ id, release: wish }, 202);
  });
