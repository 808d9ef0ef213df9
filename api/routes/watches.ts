/** `/v1/watches`: a subscriber's watches. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { newestDeliveries, queueDeliveries, testsSince } from '../../db/queries/watches/deliveries.ts';
import { changeWatch, type Made, type Making, makeWatch } from '../../db/queries/watches/make-watch.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { MOST_WATCHES, setWatchState, TESTS_AN_HOUR, watchesOf, watchOfSubscriber } from '../../db/queries/watches/watches.ts';
import { hoursLater } from '../../domain/utc-time.ts';
import { newWatchBody, watchPatchBody } from '../../domain/watch/watch-body.ts';
import type { ApiEnv } from '../env.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { forSubscribers, subscribersOnly } from '../http/subscriber.ts';
import { wakeDeliveries } from '../http/wake.ts';
import { alreadyJson, deliveryJson, watchJson } from '../present/watch.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { begunWatchSchema, deliverySchema, watchSchema } from '../schemas/watch.ts';

/** Deliveries shown. */
const SHOWN = 100;

const own = { tags: ['watches'], security: forSubscribers, middleware: subscribersOnly };
const watchId = z.object({ id: z.string().max(64).describe('Id of the watch') });
const nothing = z.strictObject({});
const unknownWatch = { 401: problemResponse('No token, or none that holds'), 404: problemResponse('There is no such watch') };
const oneWatch = (description: string) => ({ description, content: { 'application/json': { schema: watchSchema } } });
const begun = (description: string) => ({ description, content: { 'application/json': { schema: begunWatchSchema } } });

const making = createRoute({
  ...own,
  method: 'post',
  path: '/v1/watches',
  operationId: 'createWatch',
  summary: 'Watch a search or an offer',
  description:
    'What fires is what the search would find. A condition that is true already is told in the answer, and again only after it was otherwise. Webhooks are https only, never to private addresses.',
  request: { query: nothing, body: { required: true, content: { 'application/json': { schema: newWatchBody } } } },
  responses: {
    201: begun('It watches'),
    400: problemResponse('Something is wrong with it'),
    401: problemResponse('No token, or none that holds'),
    409: problemResponse('There are as many watches as there may be'),
  },
});

const listing = createRoute({
  ...own,
  method: 'get',
  path: '/v1/watches',
  operationId: 'listWatches',
  summary: "The subscriber's watches, newest first",
  request: { query: nothing },
  responses: {
    200: {
      description: 'Watches',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(watchSchema).readonly() }) } },
    },
    401: problemResponse('No token, or none that holds'),
  },
});

const getting = createRoute({
  ...own,
  method: 'get',
  path: '/v1/watches/{id}',
  operationId: 'getWatch',
  summary: 'One watch',
  request: { params: watchId, query: nothing },
  responses: { 200: oneWatch('The watch'), ...unknownWatch },
});

const changing = createRoute({
  ...own,
  method: 'patch',
  path: '/v1/watches/{id}',
  operationId: 'changeWatch',
  summary: 'Change a watch',
  description: 'What is not given stays. The watch begins anew: what is true by now is told in the answer.',
  request: {
    params: watchId,
    query: nothing,
    body: { required: true, content: { 'application/json': { schema: watchPatchBody } } },
  },
  responses: {
    200: begun('It watches so from now on'),
    400: problemResponse('Something is wrong with it'),
    409: problemResponse('There are too many watches'),
    ...unknownWatch,
  },
});

const ending = createRoute({
  ...own,
  method: 'delete',
  path: '/v1/watches/{id}',
  operationId: 'endWatch',
  summary: 'End a watch',
  request: { params: watchId, query: nothing },
  responses: { 204: { description: 'Ended' }, ...unknownWatch },
});

const delivered = createRoute({
  ...own,
  method: 'get',
  path: '/v1/watches/{id}/deliveries',
  operationId: 'listDeliveries',
  summary: 'What a watch has told, newest first',
  request: { params: watchId, query: nothing },
  responses: {
    200: {
      description: 'Deliveries',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(deliverySchema).readonly() }) } },
    },
    ...unknownWatch,
  },
});

const testing = createRoute({
  ...own,
  method: 'post',
  path: '/v1/watches/{id}/test',
  operationId: 'testWatch',
  summary: 'Send a test by the channel of a watch',
  request: { params: watchId, query: nothing },
  responses: {
    202: {
      description: 'It is on its way',
      content: { 'application/json': { schema: z.strictObject({ message: z.string().describe('What happens') }) } },
    },
    429: problemResponse('Too many tests'),
    ...unknownWatch,
  },
});

export const watchesRoutes = createRouter()
  .openapi(making, async (c) => begunAnswer(c, await makeWatch(makingOf(c), c.req.valid('json')), 201))
  .openapi(listing, async (c) => {
    const watches = await watchesOf(c.get('deps').database.sql, c.get('subscriber').subscriberId);
    return c.json({ data: watches.map(watchJson) }, 200);
  })
  .openapi(getting, async (c) => {
    const watch = await found(c);
    return watch === null ? missing(c) : c.json(watchJson(watch), 200);
  })
  .openapi(changing, async (c) => {
    const watch = await found(c);
    return watch === null ? missing(c) : begunAnswer(c, await changeWatch(makingOf(c), watch, c.req.valid('json')), 200);
  })
  .openapi(ending, async (c) => {
    const watch = await found(c);
    if (watch === null) return missing(c);
    await setWatchState(c.get('deps').database.sql, watch.watchId, 'ended');
    return c.body(null, 204);
  })
  .openapi(delivered, async (c) => {
    const watch = await found(c);
    if (watch === null) return missing(c);
    const deliveries = await newestDeliveries(c.get('deps').database.sql, { watchId: watch.watchId }, SHOWN);
    return c.json({ data: deliveries.map(deliveryJson) }, 200);
  })
  .openapi(testing, async (c) => {
    const watch = await found(c);
    if (watch === null) return missing(c);
    const { database, now } = c.get('deps');
    const at = new Date(now()).toISOString();
    const { watchId, subscriberId, channel } = watch;
    if ((await testsSince(database.sql, watchId, hoursLater(at, -1))) >= TESTS_AN_HOUR) {
      return problem(c, 'too-many-requests', { detail: `More than ${TESTS_AN_HOUR} tests of one watch in an hour.` });
    }
    const test = { subscriberId, watchId, kind: 'test', subject: watchId, channel, content: {} } as const;
    await queueDeliveries(database.sql, [{ ...test, eventKey: `test:${c.get('requestId')}` }], at);
    await wakeDeliveries(c);
    return c.json({ message: 'A test is on its way.' }, 202);
  });

function makingOf(c: Context<ApiEnv>): Making {
  const { database, addressKind, now } = c.get('deps');
  return { database, addressKind, subscriberId: c.get('subscriber').subscriberId, now: new Date(now()).toISOString() };
}

async function found(c: Context<ApiEnv>): Promise<WatchRecord | null> {
  const id = c.req.param('id') ?? '';
  if (!z.uuid().safeParse(id).success) return null;
  return watchOfSubscriber(c.get('deps').database.sql, c.get('subscriber').subscriberId, id);
}

function missing(c: Context<ApiEnv>) {
  return problem(c, 'not-found', { detail: `There is no watch ${c.req.param('id')}.` });
}

function begunAnswer<Status extends 200 | 201>(c: Context<ApiEnv>, made: Made, status: Status) {
  if (!made.ok) {
    if (made.errors !== 'too-many') return invalidRequest(c, made.errors);
    return problem(c, 'conflict', { detail: `There are ${MOST_WATCHES} watches already, which is as many as there may be.` });
  }
  const { watch, already } = made;
  const webhookSecret = watch.channel === 'webhook' ? c.get('deps').signer.webhookSecret(watch.watchId) : null;
  return c.json({ ...watchJson(watch), webhookSecret, already: alreadyJson(already) }, status);
}
