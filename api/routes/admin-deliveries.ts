/** `/admin/deliveries`, `/admin/suppressions`: what could not be delivered, and addresses that get no mail. */
import { createRoute, z } from '@hono/zod-openapi';
import { suppress, unsuppress } from '../../db/queries/watches/channel-health.ts';
import { newestDeliveries, reviveDelivery } from '../../db/queries/watches/deliveries.ts';
import { readAddress } from '../../domain/watch/address.ts';
import { forOperators } from '../http/operator.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { wakeDeliveries } from '../http/wake.ts';
import { deliveryJson } from '../present/watch.ts';
import { createRouter } from '../router.ts';
import { adminProblems, problemResponse } from '../schemas/common.ts';
import { deliverySchema } from '../schemas/watch.ts';

const own = { tags: ['admin'], security: forOperators };
const SHOWN = 200;

const listing = createRoute({
  ...own,
  method: 'get',
  path: '/admin/deliveries',
  operationId: 'listAllDeliveries',
  summary: 'The newest deliveries in a state',
  request: {
    query: z.strictObject({
      state: z.enum(['queued', 'sending', 'sent', 'cancelled', 'dead']).default('dead').describe('State; dead: given up'),
    }),
  },
  responses: {
    200: {
      description: 'Deliveries',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(deliverySchema).readonly() }) } },
    },
    400: problemResponse('A parameter is wrong'),
    ...adminProblems,
  },
});

const retrying = createRoute({
  ...own,
  method: 'post',
  path: '/admin/deliveries/{id}/retry',
  operationId: 'retryDelivery',
  summary: 'Try a delivery that was given up anew',
  request: { params: z.object({ id: z.uuid().describe('Id of the delivery') }), query: z.strictObject({}) },
  responses: {
    202: {
      description: 'It is tried',
      content: { 'application/json': { schema: z.strictObject({ id: z.string().describe('Its id') }) } },
    },
    400: problemResponse('It is no id'),
    404: problemResponse('No delivery of this id was given up'),
    ...adminProblems,
  },
});

const reason = z.enum(['bounce', 'complaint', 'operator']);
const address = z.string().max(254).describe('The address');

const suppressing = createRoute({
  ...own,
  method: 'post',
  path: '/admin/suppressions',
  operationId: 'suppressAddress',
  summary: 'Send nothing more to an address',
  description: 'It bounced, or complained. What is kept is its hash.',
  request: {
    query: z.strictObject({}),
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ email: address, reason: reason.default('operator').describe('Why') }) },
      },
    },
  },
  responses: {
    200: {
      description: 'Nothing more is sent',
      content: { 'application/json': { schema: z.strictObject({ suppressed: z.literal(true).describe('Done') }) } },
    },
    400: problemResponse('It is no address'),
    ...adminProblems,
  },
});

const lifting = createRoute({
  ...own,
  method: 'post',
  path: '/admin/suppressions/lift',
  operationId: 'liftSuppression',
  summary: 'Send to an address again',
  request: {
    query: z.strictObject({}),
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ email: address }) } } },
  },
  responses: {
    200: {
      description: 'It gets mail again',
      content: { 'application/json': { schema: z.strictObject({ suppressed: z.literal(false).describe('Done') }) } },
    },
    400: problemResponse('It is no address'),
    404: problemResponse('The address gets mail already'),
    ...adminProblems,
  },
});

const noAddress = [{ field: 'email', message: 'is no mail address' }];

export const adminDeliveriesRoutes = createRouter()
  .openapi(listing, async (c) => {
    const { database } = c.get('deps');
    const found = await newestDeliveries(database.sql, { state: c.req.valid('query').state }, SHOWN);
    return c.json({ data: found.map(deliveryJson) }, 200);
  })
  .openapi(retrying, async (c) => {
    const { database, now } = c.get('deps');
    const { id } = c.req.valid('param');
    const revived = await reviveDelivery(database.sql, id, new Date(now()).toISOString());
    if (!revived) return problem(c, 'not-found', { detail: `No delivery ${id} was given up.` });
    await wakeDeliveries(c);
    return c.json({ id }, 202);
  })
  .openapi(suppressing, async (c) => {
    const { database, signer, now } = c.get('deps');
    const { email, reason } = c.req.valid('json');
    const read = readAddress(email);
    if (read === null) return invalidRequest(c, noAddress);
    await suppress(database.sql, signer.addressHash(read), reason, new Date(now()).toISOString());
    return c.json({ suppressed: true as const }, 200);
  })
  .openapi(lifting, async (c) => {
    const { database, signer } = c.get('deps');
    const read = readAddress(c.req.valid('json').email);
    if (read === null) return invalidRequest(c, noAddress);
    if (!(await unsuppress(database.sql, signer.addressHash(read)))) {
      return problem(c, 'not-found', { detail: 'This address gets mail already.' });
    }
    return c.json({ suppressed: false as const }, 200);
  });
