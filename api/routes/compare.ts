/** `GET /v1/compare`: rows side by side. */
import { createRoute } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { answerComparison, findCompared } from '../answers/compare.ts';
import { compareParameters, readComparison } from '../http/compare-question.ts';
import { cachedFor } from '../http/headers.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { contextOf } from '../http/question.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { comparisonSchema } from '../schemas/compare.ts';

const compare = createRoute({
  method: 'get',
  path: '/v1/compare',
  operationId: 'compareOffers',
  summary: 'Compare offers',
  description:
    'Two to eight rows or offers, attribute by attribute, what differs first. What is better is marked with its reason where better is defined; what is not known is never best. Costs are itemised in the currency of the sale: whole billing terms are bought, so a term of 36 months is paid at once; `perMonth` is comparable all the same.',
  tags: ['offers'],
  parameters: compareParameters(),
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'The comparison', content: { 'application/json': { schema: comparisonSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('Some of the ids stand for nothing; the errors name them'),
  },
});

export const compareRoutes = createRouter().openapi(compare, (c) =>
  consistentRead(c.get('deps').database.sql, async (sql) => {
    const rates = await newestRates(sql);
    const asked = readComparison(new URL(c.req.url).searchParams, rates);
    if (!asked.ok) return invalidRequest(c, asked.errors);
    const { found, missing } = await findCompared(sql, asked.value.ids);
    if (missing.length > 0) {
      const errors = missing.map((id) => ({ field: 'ids', message: `there is no offer ${id}` }));
      return problem(c, 'not-found', { detail: `There is no offer ${missing.join(', ')}.`, errors });
    }
    return c.json(answerComparison(found, asked.value, contextOf(c, rates)), 200);
  }),
);
