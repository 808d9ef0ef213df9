/** The door for subscribers: a bearer token from a confirmed link. */
import { createMiddleware } from 'hono/factory';
import { subscriberOfToken } from '../../db/queries/watches/subscribers.ts';
import { tokenHash } from '../../domain/watch/signed-token.ts';
import type { ApiEnv } from '../env.ts';
import { problem } from './problem.ts';

/** Name of the security scheme in the API's document. */
export const SUBSCRIBER_SCHEME = 'subscriber';

/** For the `security` of a route. */
export const forSubscribers = [{ [SUBSCRIBER_SCHEME]: [] }];

const CHALLENGE = 'Bearer realm="watches"';

/** Lets in who has a token, and keeps the answers from being kept. */
export const subscribersOnly = createMiddleware<ApiEnv>(async (c, next) => {
  const { database, now } = c.get('deps');
  const given = /^Bearer +(\S{1,200}) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  const at = new Date(now()).toISOString();
  const subscriber = given === undefined ? null : await subscriberOfToken(database.sql, tokenHash(given), at);
  if (subscriber === null) {
    const detail = 'Send the token that a confirmed link gave as "Authorization: Bearer …".';
    return problem(c, 'unauthorized', { detail, headers: { 'WWW-Authenticate': CHALLENGE } });
  }
  c.set('subscriber', subscriber);
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
});
