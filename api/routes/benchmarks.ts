/** `POST /v1/benchmarks`: reports of owners, as a tool or a person sends them. `GET /v1/offers/{id}/benchmarks`: those of an offer. */
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { keepBenchmark, withdrawBenchmark } from '../../db/queries/benchmarks.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { readBenchmark } from '../../domain/benchmark/read-benchmark.ts';
import { BENCHMARK_REFUSALS } from '../../domain/benchmark/report.ts';
import { isId } from '../../domain/identity.ts';
import { comparisonFor } from '../answers/benchmarks.ts';
import type { ApiEnv, RateLimit } from '../env.ts';
import { idParams } from '../http/ids.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { rateLimit } from '../http/rate-limit.ts';
import { createRouter } from '../router.ts';
import { benchmarkReceiptSchema } from '../schemas/benchmark.ts';
import { problemResponse } from '../schemas/common.ts';

/** Nobody has more servers to report on in an hour; who writes nonsense is slowed down. */
export const BENCHMARK_RATE_LIMIT: RateLimit = { points: 30, seconds: 3600 };

const KEPT =
  'Kept and shown with the offer: the figures as read above. Not kept: your address, the text as sent, and any address in it. Send with publish=false to store nothing; the withdrawKey takes it back.';
const NOT_KEPT = 'Nothing was stored.';

const bodies = Object.fromEntries(
  ['application/json', 'text/plain'].map((type) => [type, { schema: { type: 'string', maxLength: 65_536 } as const }]),
);

const sending = createRoute({
  method: 'post',
  path: '/v1/benchmarks',
  operationId: 'sendBenchmark',
  summary: 'Send a benchmark report',
  description:
    "The report as the body, whatever its content type says: YABS's JSON (its own `-s URL` upload works as it is) or text, bench.sh, nench, Bench.Monster, Geekbench, speedtest-cli and Ookla JSON, mpstat, vmstat. Sending it is the consent to keep and show its figures with the offer; `publish=false` only reads and compares. No address of the sender is kept. The same report is kept once.",
  tags: ['offers'],
  request: {
    query: z.strictObject({
      offer: z.string().optional().describe('Id of the offer or row that it was made on; without it the report waits for review'),
      publish: z.enum(['true', 'false']).optional().describe('`false`: read and compare, store nothing'),
    }),
  },
  // The reader decides what it is, also where it is no valid JSON: nothing may parse the body before it.
  requestBody: { required: true, content: bodies },
  responses: {
    200: {
      description: 'It was here already, or nothing was to be stored',
      content: { 'application/json': { schema: benchmarkReceiptSchema } },
    },
    201: { description: 'Stored', content: { 'application/json': { schema: benchmarkReceiptSchema } } },
    202: { description: 'Stored, waits for review', content: { 'application/json': { schema: benchmarkReceiptSchema } } },
    400: problemResponse('A parameter is wrong, or this is no report that can be read'),
    404: problemResponse('There is no such offer; nothing was stored'),
    413: problemResponse('No tool writes such long reports'),
    429: problemResponse('Too many reports in an hour'),
  },
});

const withdrawing = createRoute({
  method: 'delete',
  path: '/v1/benchmarks/{id}',
  operationId: 'withdrawBenchmark',
  summary: 'Take a benchmark report back',
  description: 'With the `withdrawKey` of the receipt as bearer token. It is shown and counted no more.',
  tags: ['offers'],
  request: { params: idParams, query: z.strictObject({}) },
  responses: {
    204: { description: 'It is gone' },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such report with this key'),
  },
});

/** Counts what is sent by client, in this process's memory alone. */
function limited(): MiddlewareHandler<ApiEnv> {
  const limiter = rateLimit(BENCHMARK_RATE_LIMIT);
  return (c, next) => (c.req.method === 'POST' && c.get('deps').rateLimit !== 'off' ? limiter(c, next) : next());
}

/** The routes; each app counts for itself. */
export function benchmarksRoutes() {
  const router = createRouter();
  router.use('/v1/benchmarks', limited());
  return router
    .openapi(sending, async (c) => {
      const { offer, publish } = c.req.valid('query');
      const { database, now } = c.get('deps');
      const read = readBenchmark(await c.req.text());
      if (!read.ok) return invalidRequest(c, [{ field: '', message: BENCHMARK_REFUSALS[read.refusal] }]);
      const { report } = read;
      const found = offer !== undefined && isId(offer) ? await findByAnyId(database.sql, offer) : null;
      if (offer !== undefined && !found)
        return problem(c, 'not-found', { detail: `There is no offer ${offer}; nothing was stored.` });
      const comparison = found ? (await comparisonFor(database.sql, found))(report) : [];
      const receipt = { offer: offer ?? null, report, comparison };
      if (publish === 'false')
        return c.json({ ...receipt, id: null, state: 'not-stored' as const, withdrawKey: null, notice: NOT_KEPT }, 200);
      const made = found && { planId: found.planId, providerId: found.providerId, offerId: offer?.includes('@') ? offer : null };
      const { id, isNew, key } = await database.transaction(({ sql }) =>
        keepBenchmark(sql, report, made, new Date(now()).toISOString()),
      );
      const state = isNew ? (found ? ('stored' as const) : ('waiting' as const)) : ('known' as const);
      return c.json({ ...receipt, id, state, withdrawKey: key, notice: KEPT }, isNew ? (found ? 201 : 202) : 200);
    })
    .openapi(withdrawing, async (c) => {
      const { id } = c.req.valid('param');
      const key = /^Bearer +(\S{1,100}) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
      const gone =
        key !== undefined &&
        /^[0-9a-f]{32}$/.test(id) &&
        (await c.get('deps').database.transaction(({ sql }) => withdrawBenchmark(sql, id, key)));
      if (!gone) return problem(c, 'not-found', { detail: 'There is no such report with this key.' });
      return c.body(null, 204);
    });
}
