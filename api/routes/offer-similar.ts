/** `GET /v1/offers/{id}/similar`: what else is like it. */
import { createRoute } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findFacts } from '../../db/queries/facts-by-id.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { wholeNumber } from '../../domain/filter/kinds.ts';
import { isId } from '../../domain/identity.ts';
import { answerSimilar } from '../answers/similar.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { filterParameter, type Parameter } from '../http/parameters.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { contextOf, PRICE_PARAMETERS, readPriceQuestion } from '../http/question.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { similarSchema } from '../schemas/similar.ts';

const [DEFAULT_LIMIT, MOST] = [10, 50];
const limits = wholeNumber(1, MOST);

const LIMIT: Parameter = {
  name: 'limit',
  in: 'query',
  description: `Rows told: 1 to ${MOST} (${DEFAULT_LIMIT} where none is given).`,
  required: false,
  schema: { type: 'integer', minimum: 1, maximum: MOST, default: DEFAULT_LIMIT },
};

const similar = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/similar',
  operationId: 'getSimilarOffers',
  summary: 'Similar offers',
  description:
    'Rows of the same type of product that are for sale, with half to twice the memory, by how near they are in price, memory, vCPUs, technology, resource model, storage and place; `weights` says how much each counts. Other plans come first.',
  tags: ['offers'],
  request: { params: idParams },
  parameters: [LIMIT, ...PRICE_PARAMETERS.map(filterParameter)],
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'Near rows', content: { 'application/json': { schema: similarSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

export const offerSimilarRoutes = createRouter().openapi(similar, (c) =>
  consistentRead(c.get('deps').database.sql, async (sql) => {
    const rates = await newestRates(sql);
    const asked = readPriceQuestion(c, rates, [LIMIT.name]);
    const limit = limits.schema.safeParse(new URL(c.req.url).searchParams.get(LIMIT.name) ?? String(DEFAULT_LIMIT));
    const wrong = limit.success ? [] : limit.error.issues.map(({ message }) => ({ field: LIMIT.name, message }));
    if (!asked.ok || !limit.success) return invalidRequest(c, [...(asked.ok ? [] : asked.errors), ...wrong]);
    const { id } = c.req.valid('param');
    const known = isId(id) ? await findFacts(sql, id) : null;
    if (!known) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
    const answer = await answerSimilar(sql, known, asked.value, { context: contextOf(c, rates), limit: limit.data });
    return c.json({ id, ...answer }, 200);
  }),
);
