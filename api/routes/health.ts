/** What probes ask: alive, ready, metrics. None of it is limited, kept or able to start any work. */
import { createRoute, z } from '@hono/zod-openapi';
import { figuresOf } from '../answers/figures.ts';
import { notReadyBecause } from '../answers/readiness.ts';
import type { Metrics } from '../http/metrics.ts';
import { problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { healthSchema } from '../schemas/health.ts';

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  summary: 'Whether the process is alive',
  tags: ['operation'],
  responses: { 200: { description: 'Alive', content: { 'application/json': { schema: healthSchema } } } },
});

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  summary: 'Whether requests can be answered',
  description: 'The database answers, its schema is there, and a first catalogue is published.',
  tags: ['operation'],
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: healthSchema } } },
    503: problemResponse('Not ready, with the reason'),
  },
});

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  summary: 'Metrics for Prometheus',
  tags: ['operation'],
  responses: { 200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } } },
});

/** Routes for probes; `collected`: where requests are counted. */
export function healthRoutes(collected: Metrics) {
  return createRouter()
    .openapi(alive, (c) => c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' }))
    .openapi(ready, async (c) => {
      const reason = await notReadyBecause(c.get('deps'));
      if (reason !== null) return problem(c, 'not-ready', { detail: reason });
      return c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(metrics, async (c) => {
      const { text, contentType } = await collected.write(await figuresOf(c.get('deps')));
      return c.text(text, 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
    });
}
