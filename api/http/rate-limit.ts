import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiEnv, RateLimit } from '../env.ts';
import { clientOf } from './client-address.ts';
import { problem } from './problem.ts';

/**
 * Lets each client send so many requests in so many seconds, counted in this process, and says in RateLimit headers how many
 * are left.
 */
export function rateLimit(limit: RateLimit) {
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  return createMiddleware<ApiEnv>(async (c, next) => {
    const state = await limiter.consume(clientOf(c)).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    const headers = rateHeaders(limit, state);
    if (state.consumedPoints > limit.points) {
      const seconds = headers['RateLimit-Reset'];
      const detail = `More than ${limit.points} requests in ${limit.seconds} s; try again in ${seconds} s.`;
      return problem(c, 'too-many-requests', { detail, headers: { ...headers, 'Retry-After': seconds } });
    }
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  });
}

function rateHeaders({ points, seconds }: RateLimit, state: RateLimiterRes) {
  return {
    'RateLimit-Policy': `${points};w=${seconds}`,
    'RateLimit-Limit': String(points),
    'RateLimit-Remaining': String(Math.max(0, state.remainingPoints)),
    'RateLimit-Reset': String(Math.max(1, Math.ceil(state.msBeforeNext / 1000))),
  };
}
