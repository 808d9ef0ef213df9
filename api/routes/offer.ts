/** `GET /v1/offers/{id}`: one row, or one offer of it. */
import { createRoute } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { isId } from '../../domain/identity.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { filterParameter } from '../http/parameters.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { contextOf, PRICE_PARAMETERS, readPriceQuestion } from '../http/question.ts';
import { presentOffer } from '../present/offer.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { offerSchema } from '../schemas/row.ts';

const one = createRoute({
  method: 'get',
  path: '/v1/offers/{id}',
  operationId: 'getOffer',
  summary: 'One offer',
  description:
    'A row by its id, or the part of it that one offer is (a plan in one location) by the offer id. Each field comes with its origin.',
  tags: ['offers'],
  request: { params: idParams },
  parameters: PRICE_PARAMETERS.map(filterParameter),
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'The offer', content: { 'application/json': { schema: offerSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

export const offerRoutes = createRouter().openapi(one, async (c) => {
  const { id } = c.req.valid('param');
  const { rates, found } = await consistentRead(c.get('deps').database.sql, async (sql) => ({
    rates: await newestRates(sql),
    found: isId(id) ? await findByAnyId(sql, id) : null,
  }));
  const asked = readPriceQuestion(c, rates);
  if (!asked.ok) return invalidRequest(c, asked.errors);
  if (!found) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
  return c.json(presentOffer(found, asked.value, contextOf(c, rates).now), 200);
});
