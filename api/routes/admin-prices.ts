/** `/admin/offers/{id}/prices`: voiding a price that was wrong. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { setVoid } from '../../db/queries/void-price.ts';
import { isId } from '../../domain/identity.ts';
import type { ApiEnv } from '../env.ts';
import { idParams } from '../http/ids.ts';
import { forOperators } from '../http/operator.ts';
import { problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { observedFrom, voidedSchema } from '../schemas/admin-price.ts';
import { reasonSchema } from '../schemas/admin-source.ts';
import { adminProblems, problemResponse } from '../schemas/common.ts';

const responses = {
  200: { description: 'Done', content: { 'application/json': { schema: voidedSchema } } },
  400: problemResponse('The request is wrong'),
  404: problemResponse('There is no such offer, or it had no price that was first observed then'),
  ...adminProblems,
};

const voiding = createRoute({
  method: 'post',
  path: '/admin/offers/{id}/prices/void',
  operationId: 'voidPrice',
  summary: 'Void a wrong price',
  description:
    'Lows, highs, percentile, falls and changes are told without it. Where it is the price of now, the price is not known until the source says another one. The history keeps it, with the reason. The id of a row voids it for all of its offers.',
  tags: ['admin'],
  security: forOperators,
  request: {
    params: idParams,
    query: z.strictObject({}),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ observedFrom, reason: reasonSchema.describe('Why, for everybody to read') }),
        },
      },
    },
  },
  responses: { ...responses, 409: problemResponse('It is voided already') },
});

const lifting = createRoute({
  method: 'post',
  path: '/admin/offers/{id}/prices/unvoid',
  operationId: 'unvoidPrice',
  summary: 'Lift a void',
  description: 'Everything is told again as if the price had never been voided.',
  tags: ['admin'],
  security: forOperators,
  request: {
    params: idParams,
    query: z.strictObject({}),
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ observedFrom }) } } },
  },
  responses: { ...responses, 409: problemResponse('It is not voided') },
});

export const adminPricesRoutes = createRouter()
  .openapi(voiding, (c) => {
    const { observedFrom, reason } = c.req.valid('json');
    return settle(c, c.req.valid('param').id, observedFrom, reason);
  })
  .openapi(lifting, (c) => settle(c, c.req.valid('param').id, c.req.valid('json').observedFrom, null));

/** Voids, or lifts (`reason` null). */
async function settle(c: Context<ApiEnv>, id: string, from: string, reason: string | null) {
  const { database, now, log } = c.get('deps');
  const observedFrom = new Date(from).toISOString();
  const found = isId(id) ? await findByAnyId(database.sql, id) : null;
  if (!found) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
  const mark = reason === null ? null : { by: 'operator', reason, at: new Date(now()).toISOString() };
  const done = await setVoid(database, { ...found, observedFrom }, mark);
  if (!done.ok) {
    const { code } = done;
    if (code === 'no-such-period') {
      return problem(c, 'not-found', { detail: `${id} has no price that was first observed at ${observedFrom}.` });
    }
    return problem(c, 'conflict', {
      detail: code === 'not-voided' ? 'That price is not voided.' : 'That price is voided already.',
    });
  }
  const { offerIds } = done;
  log.info(
    { requestId: c.get('requestId'), id, observedFrom, offerIds, reason },
    `operator: price ${mark ? 'voided' : 'unvoided'}`,
  );
  return c.json({ id, observedFrom, offerIds, voided: mark }, 200);
}
