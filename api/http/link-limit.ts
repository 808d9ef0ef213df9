/** Mailed links are dear: each client may ask for few of them, by the API and by the page together. */
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { ApiEnv } from '../env.ts';
import { clientOf } from './client-address.ts';
import { problem } from './problem.ts';

/** Links that one client may ask for in an hour. */
export const LINKS_AN_HOUR = 20;

/** Counts in this process, as the other limits do. */
export function linkLimit() {
  const limiter = new RateLimiterMemory({ points: LINKS_AN_HOUR, duration: 3600 });
  return createMiddleware<ApiEnv>(async (c, next) => {
    const allowed = c.req.method !== 'POST' || (await limiter.consume(clientOf(c)).then(Boolean, () => false));
    if (!allowed) {
      const detail = `More than ${LINKS_AN_HOUR} links were asked for within an hour.`;
      return problem(c, 'too-many-requests', { detail, headers: { 'Retry-After': '3600' } });
    }
    await next();
  });
}
