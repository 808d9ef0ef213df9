/** `GET /v1/explain`: why a search shows an offer, or does not. */
import { createRoute } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findFacts } from '../../db/queries/facts-by-id.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { explain } from '../../domain/explain/explain.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { isId } from '../../domain/identity.ts';
import { cachedFor } from '../http/headers.ts';
import { filterParameters, type Parameter } from '../http/parameters.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { contextOf } from '../http/question.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { explanationSchema } from '../schemas/explain.ts';

const ID: Parameter = {
  name: 'id',
  in: 'query',
  description: 'Id of a row, or of an offer: then only its own place counts.',
  required: true,
  schema: { type: 'string' },
};

const explained = createRoute({
  method: 'get',
  path: '/v1/explain',
  operationId: 'explainOffer',
  summary: 'Why an offer is found, or not',
  description:
    'Takes the filter of a search and says for each criterion whether the offer meets it, what it has instead and how near that is, and whether searches leave it out by default.',
  tags: ['offers'],
  parameters: [ID, ...filterParameters()],
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'Criterion by criterion', content: { 'application/json': { schema: explanationSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

export const explainRoutes = createRouter().openapi(explained, (c) =>
  consistentRead(c.get('deps').database.sql, async (sql) => {
    const rates = await newestRates(sql);
    const params = new URL(c.req.url).searchParams;
    const filter = parseFilter(params, { rates, others: [ID.name] });
    const id = params.get(ID.name) ?? '';
    const noId = id === '' ? [{ field: ID.name, message: 'is missing: give the id of a row or an offer' }] : [];
    if (!filter.ok) return invalidRequest(c, [...filter.errors, ...noId]);
    if (noId.length > 0) return invalidRequest(c, noId);
    const known = isId(id) ? await findFacts(sql, id) : null;
    if (!known) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
    return c.json({ id, ...explain(filter.value, known.facts, contextOf(c, rates)) }, 200);
  }),
);
