/** `/v1/subscriptions`: an address asks, confirms, sees what is kept of it, and is forgotten. */
import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { newestDeliveries } from '../../db/queries/watches/deliveries.ts';
import {
  BEARER_HOURS,
  confirmLink,
  eraseSubscriber,
  requestLink,
  subscriptionTimes,
} from '../../db/queries/watches/subscribers.ts';
import { watchesOf } from '../../db/queries/watches/watches.ts';
import { hoursLater } from '../../domain/utc-time.ts';
import { readAddress } from '../../domain/watch/address.ts';
import { tokenHash } from '../../domain/watch/signed-token.ts';
import { invalidRequest } from '../http/problem.ts';
import { forSubscribers, subscribersOnly } from '../http/subscriber.ts';
import { wakeDeliveries } from '../http/wake.ts';
import { deliveryJson, watchJson } from '../present/watch.ts';
import { createRouter } from '../router.ts';
import { problemResponse, time } from '../schemas/common.ts';
import { deliverySchema, watchSchema } from '../schemas/watch.ts';

/** Deliveries in an export. */
const EXPORTED = 1000;

const asking = createRoute({
  method: 'post',
  path: '/v1/subscriptions',
  operationId: 'subscribe',
  summary: 'Ask for mail, or for a new link to sign in',
  description:
    'A link is mailed to the address. It works once, for two days; until it is confirmed nothing else is sent. The answer is the same whatever is known of the address.',
  tags: ['watches'],
  request: {
    query: z.strictObject({}),
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ email: z.string().max(254) }) } } },
  },
  responses: {
    202: {
      description: 'If the address can get mail, a link is on its way',
      content: { 'application/json': { schema: z.strictObject({ message: z.string().describe('What to do now') }) } },
    },
    400: problemResponse('It is no mail address'),
    429: problemResponse('Too many links were asked for'),
  },
});

const confirming = createRoute({
  method: 'post',
  path: '/v1/subscriptions/confirm',
  operationId: 'confirmSubscription',
  summary: 'Confirm a link, once',
  tags: ['watches'],
  request: {
    query: z.strictObject({}),
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ token: z.string().min(1).max(200).describe("The link's") }) } },
    },
  },
  responses: {
    200: {
      description: 'Confirmed',
      content: {
        'application/json': {
          schema: z.strictObject({
            token: z.string().describe('Bearer token by which watches are managed'),
            expiresAt: time.describe('Until when'),
          }),
        },
      },
    },
    400: problemResponse('There is no such link, or it was used, or is too old'),
  },
});

const exporting = createRoute({
  method: 'get',
  path: '/v1/subscriptions',
  operationId: 'exportSubscription',
  summary: 'Everything that is kept of the subscriber',
  tags: ['watches'],
  security: forSubscribers,
  middleware: subscribersOnly,
  request: { query: z.strictObject({}) },
  responses: {
    200: {
      description: 'Everything',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              email: z.string().describe('The address'),
              createdAt: time.describe('When it asked'),
              confirmedAt: time.nullable().describe('When it confirmed'),
              watches: z.array(watchSchema).readonly().describe('Its watches'),
              deliveries: z.array(deliverySchema).readonly().describe('What was sent, the newest 1000'),
            })
            .openapi('Subscription'),
        },
      },
    },
    401: problemResponse('No token, or none that holds'),
  },
});

const erasing = createRoute({
  method: 'delete',
  path: '/v1/subscriptions',
  operationId: 'eraseSubscription',
  summary: 'Forget the subscriber',
  description: 'Address, watches, deliveries and tokens are gone at once.',
  tags: ['watches'],
  security: forSubscribers,
  middleware: subscribersOnly,
  request: { query: z.strictObject({}) },
  responses: { 204: { description: 'Forgotten' }, 401: problemResponse('No token, or none that holds') },
});

export const subscriptionsRoutes = createRouter()
  .openapi(asking, async (c) => {
    const email = readAddress(c.req.valid('json').email);
    if (email === null) return invalidRequest(c, [{ field: 'email', message: 'is no mail address' }]);
    const { database, signer, now } = c.get('deps');
    const queued = await database.transaction(({ sql }) =>
      requestLink(sql, {
        email,
        addressHash: signer.addressHash(email),
        linkHash: (deliveryId) => tokenHash(signer.token('confirm', deliveryId)),
        now: new Date(now()).toISOString(),
      }),
    );
    if (queued) await wakeDeliveries(c);
    return c.json({ message: 'If this address can get mail, a link is on its way. It works once.' }, 202);
  })
  .openapi(confirming, async (c) => {
    const { database, signer, now } = c.get('deps');
    const { token } = c.req.valid('json');
    const at = new Date(now()).toISOString();
    const bearer = randomBytes(32).toString('base64url');
    const known = signer.read(token)?.purpose === 'confirm';
    const subscriber = known
      ? await database.transaction(({ sql }) => confirmLink(sql, tokenHash(token), tokenHash(bearer), at))
      : null;
    if (subscriber === null) {
      return invalidRequest(c, [
        { field: 'token', message: 'is of no link, or of one that was used or is too old: ask for a new one' },
      ]);
    }
    c.header('Cache-Control', 'no-store');
    return c.json({ token: bearer, expiresAt: hoursLater(at, BEARER_HOURS) }, 200);
  })
  .openapi(exporting, async (c) => {
    const { database } = c.get('deps');
    const { subscriberId, email } = c.get('subscriber');
    const watches = (await watchesOf(database.sql, subscriberId)).map(watchJson);
    const deliveries = (await newestDeliveries(database.sql, { subscriberId }, EXPORTED)).map(deliveryJson);
    return c.json({ email, ...(await subscriptionTimes(database.sql, subscriberId)), watches, deliveries }, 200);
  })
  .openapi(erasing, async (c) => {
    await c.get('deps').database.transaction(({ sql }) => eraseSubscriber(sql, c.get('subscriber').subscriberId));
    return c.body(null, 204);
  });
