/** `GET /v1/offers/{id}/benchmarks`: what owners measured, beside what is sold. */
import { createRoute, z } from '@hono/zod-openapi';
import { benchmarksOf } from '../../db/queries/benchmarks.ts';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { isId } from '../../domain/identity.ts';
import { comparisonFor } from '../answers/benchmarks.ts';
import { idParams } from '../http/ids.ts';
import { problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { offerBenchmarksSchema } from '../schemas/benchmark.ts';
import { problemResponse } from '../schemas/common.ts';

const benchmarks = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/benchmarks',
  operationId: 'getOfferBenchmarks',
  summary: 'What owners measured',
  description:
    'Benchmark reports that owners of the plan sent, each compared with what is sold, with the documented limit and with what the same CPU reaches elsewhere in the same version of Geekbench.',
  tags: ['offers'],
  request: { params: idParams, query: z.strictObject({}) },
  responses: {
    200: { description: 'Reports', content: { 'application/json': { schema: offerBenchmarksSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

export const offerBenchmarksRoutes = createRouter().openapi(benchmarks, (c) =>
  consistentRead(c.get('deps').database.sql, async (sql) => {
    const { id } = c.req.valid('param');
    const found = isId(id) ? await findByAnyId(sql, id) : null;
    if (!found) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
    const reports = await benchmarksOf(sql, found.planId);
    const compared = reports.length === 0 ? () => [] : await comparisonFor(sql, found);
    return c.json({ id, data: reports.map((one) => ({ ...one, comparison: compared(one.report) })) }, 200);
  }),
);
