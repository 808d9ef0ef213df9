import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { ApiEnv } from '../env.ts';
import type { Metrics } from './metrics.ts';

/** Probes come every few seconds and say nothing. */
const QUIET: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** Logs one line a request and counts it. */
export function observeRequests(metrics: Metrics) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const started = performance.now();
    await next();
    const { log } = c.get('deps');
    const seconds = (performance.now() - started) / 1000;
    const { method, path } = c.req;
    const { status } = c.res;
    metrics.countRequest({ method, route: routeOf(routePath(c, -1)), status, seconds });
    const facts = { requestId: c.get('requestId'), method, path, status, ms: Math.round(seconds * 1000) };
    log[QUIET.has(path) ? 'debug' : 'info'](facts, 'request');
  });
}

/** Paths that no route answers are of one kind, or anyone could fill the metrics with names. */
function routeOf(path: string): string {
  return path === '' || path.includes('*') ? 'none' : path;
}
