/** `GET /v1/offers/{id}/prices`: what it cost, as far as it was observed. */
import { createRoute } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { isId } from '../../domain/identity.ts';
import { priceHistory } from '../answers/prices.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { filterParameter, PRICES_AT, pricesAtParameter } from '../http/parameters.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { PRICE_PARAMETERS, readPriceQuestion, readPricesAt } from '../http/question.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { pricesSchema } from '../schemas/prices.ts';

const prices = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/prices',
  operationId: 'getOfferPrices',
  summary: 'Price history',
  description:
    'Periods in which prices were observed, changes, lowest and highest price. Periods that were found wrong, or in which another machine was sold under this id, are shown and left out of the figures. All periods are converted by the newest exchange rates.',
  tags: ['offers'],
  request: { params: idParams },
  parameters: [...PRICE_PARAMETERS.map(filterParameter), pricesAtParameter()],
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'The history', content: { 'application/json': { schema: pricesSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

export const offerPricesRoutes = createRouter().openapi(prices, async (c) => {
  const { id } = c.req.valid('param');
  return consistentRead(c.get('deps').database.sql, async (sql) => {
    const asked = readPriceQuestion(c, await newestRates(sql), [PRICES_AT.name]);
    const at = readPricesAt(c);
    if (!asked.ok || !at.ok)
      return invalidRequest(
        c,
        [asked, at].flatMap((one) => (one.ok ? [] : one.errors)),
      );
    const found = isId(id) ? await findByAnyId(sql, id) : null;
    if (!found) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
    return c.json({ id, ...(await priceHistory(sql, found, asked.value, at.value)) }, 200);
  });
});
