/** `GET /v1/offers/{id}/capabilities`: what can be done on an offer, by its own words and by its technology. */
import { createRoute, z } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { isId } from '../../domain/identity.ts';
import { capabilitiesOf } from '../../domain/technologies/capabilities-of.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { problem } from '../http/problem.ts';
import { presentCapability } from '../present/technology.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { offerCapabilitiesSchema } from '../schemas/technology.ts';

const capabilities = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/capabilities',
  operationId: 'getOfferCapabilities',
  summary: 'What can be done on it',
  description:
    "Each capability with the offer's own statement and what its technology says; the statement counts, both are told.",
  tags: ['offers'],
  request: { params: idParams, query: z.strictObject({}) },
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'Capabilities', content: { 'application/json': { schema: offerCapabilitiesSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

export const offerCapabilitiesRoutes = createRouter().openapi(capabilities, (c) =>
  consistentRead(c.get('deps').database.sql, async (sql) => {
    const { id } = c.req.valid('param');
    const found = isId(id) ? await findByAnyId(sql, id) : null;
    if (!found) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
    const data = capabilitiesOf(found.stored).map(presentCapability);
    return c.json({ id, technology: found.stored.technology.value, data }, 200);
  }),
);
