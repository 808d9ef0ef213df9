/** Headers that whole groups of answers share. */

import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { ApiEnv } from '../env.ts';

/** Answers are data: nothing in them is ever to run, be framed or be guessed at. */
export const dataHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginResourcePolicy: 'cross-origin',
  xFrameOptions: 'DENY',
  // Whether the service is reached by TLS is known to whoever terminates it.
  strictTransportSecurity: false,
  // Pages bring their own, in which their stylesheet applies.
  overwrite: false,
});

/** Public data may be read by pages of any origin. */
export const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  exposeHeaders: [
    'ETag',
    'Link',
    'Retry-After',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'RateLimit-Policy',
    'X-Request-Id',
  ],
  maxAge: 86_400,
});

/** Lets good answers be kept that long; they are revalidated by their ETag afterwards. Errors say themselves what they are. */
export function cachedFor(seconds: number) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set('Cache-Control', `public, max-age=${seconds}`);
  });
}
