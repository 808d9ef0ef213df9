/** The door to `/admin`: a bearer token, never kept, never for pages of other origins. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../env.ts';
import { problem } from './problem.ts';

/** Name of the security scheme in the API's document. */
export const OPERATOR_SCHEME = 'operator';

/** For the `security` of a route. */
export const forOperators = [{ [OPERATOR_SCHEME]: [] }];

const CHALLENGE = 'Bearer realm="operator"';

/** Lets operators in and nobody else. Where no token is configured, nobody at all. */
export const operatorsOnly = createMiddleware<ApiEnv>(async (c, next) => {
  const { adminToken } = c.get('deps');
  if (adminToken === null) {
    return problem(c, 'admin-off', { detail: 'No ADMIN_TOKEN is set for this service; docs/operating.md tells about it.' });
  }
  const given = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (given === undefined) {
    const detail = 'Send the token as "Authorization: Bearer …".';
    return problem(c, 'unauthorized', { detail, headers: { 'WWW-Authenticate': CHALLENGE } });
  }
  if (!isSame(given, adminToken)) {
    const headers = { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` };
    return problem(c, 'unauthorized', { detail: 'The token is not the one of this service.', headers });
  }
  await next();
});

/** Nothing of it is to be kept by anyone on the way. */
export const neverKept = createMiddleware<ApiEnv>(async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
});

/** Takes the same time whatever differs, and whatever the length: digests are compared. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
