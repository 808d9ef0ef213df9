/** `/admin/benchmarks`: reports of owners that name no offer, and taking wrong ones away. */
import { createRoute, z } from '@hono/zod-openapi';
import { listBenchmarks, reviewBenchmark } from '../../db/queries/benchmarks.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { isId } from '../../domain/identity.ts';
import { idParams } from '../http/ids.ts';
import { forOperators } from '../http/operator.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { adminBenchmarkSchema, benchmarkReviewSchema } from '../schemas/benchmark.ts';
import { adminProblems, problemResponse } from '../schemas/common.ts';

const shared = { tags: ['admin'], security: forOperators };

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/admin/benchmarks',
  operationId: 'listBenchmarks',
  summary: 'Benchmark reports, newest first',
  request: {
    query: z.strictObject({
      state: z.enum(['waiting', 'all']).optional().describe('Those that wait for review (where none is given), or all'),
    }),
  },
  responses: {
    200: {
      description: 'The newest 200',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(adminBenchmarkSchema) }) } },
    },
    400: problemResponse('A parameter is wrong'),
    ...adminProblems,
  },
});

const review = createRoute({
  ...shared,
  method: 'post',
  path: '/admin/benchmarks/{id}/review',
  operationId: 'reviewBenchmark',
  summary: 'Attach a benchmark report to an offer, or take it away',
  description: 'What is attached is shown and counts in the risk of the offer; what is taken away does neither.',
  request: {
    params: idParams,
    body: { required: true, content: { 'application/json': { schema: benchmarkReviewSchema } } },
  },
  responses: {
    204: { description: 'Done' },
    400: problemResponse('The request is wrong'),
    404: problemResponse('There is no such report'),
    ...adminProblems,
  },
});

export const adminBenchmarksRoutes = createRouter()
  .openapi(list, async (c) => {
    const { state = 'waiting' } = c.req.valid('query');
    return c.json({ data: await listBenchmarks(c.get('deps').database.sql, state === 'waiting', 200) }, 200);
  })
  .openapi(review, async (c) => {
    const { database } = c.get('deps');
    const { id } = c.req.valid('param');
    const { offer } = c.req.valid('json');
    const found = offer !== null && isId(offer) ? await findByAnyId(database.sql, offer) : null;
    if (offer !== null && !found) return invalidRequest(c, [{ field: 'offer', message: 'is no offer that is known here' }]);
    const made = found && { planId: found.planId, providerId: found.providerId, offerId: offer?.includes('@') ? offer : null };
    const done = await database.transaction(({ sql }) => reviewBenchmark(sql, id, made));
    if (!done) return problem(c, 'not-found', { detail: `There is no report ${id}.` });
    return c.body(null, 204);
  });
