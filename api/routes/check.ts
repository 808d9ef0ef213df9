/** `POST /v1/check`: what to make of an offer that somebody hands in. */
import { createRoute } from '@hono/zod-openapi';
import { ranOn } from '../../domain/benchmark/ran-on.ts';
import { readBenchmark } from '../../domain/benchmark/read-benchmark.ts';
import { BENCHMARK_REFUSALS } from '../../domain/benchmark/report.ts';
import { type Measured, measuredOn } from '../../domain/risk/measured.ts';
import { checkKnown } from '../check/known-offer.ts';
import { checkOffered, checkText } from '../check/offer-check.ts';
import { checkSurroundings } from '../check/surroundings.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { checkAnswerSchema, checkRequestSchema } from '../schemas/risk.ts';

const check = createRoute({
  method: 'post',
  path: '/v1/check',
  operationId: 'checkOffer',
  summary: 'Check an offer',
  description:
    'Takes the text of an offer, an offer in JSON, or the address of a known one, and says what was read, where the price stands, what the technology allows, whose the resources are, how likely less comes than is promised and why, and what to ask the seller. Nothing is stored and nothing fetched.',
  tags: ['offers'],
  request: { body: { required: true, content: { 'application/json': { schema: checkRequestSchema } } } },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: checkAnswerSchema } } },
    400: problemResponse('The request is wrong'),
    404: problemResponse('No offer of this address is known'),
    413: problemResponse('The text is too long'),
  },
});

export const checkRoutes = createRouter().openapi(check, async (c) => {
  const { text, offer, url, benchmark } = c.req.valid('json');
  if ([text, offer, url].filter((one) => one !== undefined).length !== 1)
    return invalidRequest(c, [{ field: '', message: 'give one of text, offer and url' }]);
  const read = benchmark === undefined ? null : readBenchmark(benchmark);
  if (read && !read.ok) return invalidRequest(c, [{ field: 'benchmark', message: BENCHMARK_REFUSALS[read.refusal] }]);
  const measurements: readonly Measured[] = read ? [measuredOn(read.report, ranOn(read.report.ranAt))] : [];
  const { database, now } = c.get('deps');
  const around = await checkSurroundings(database, now(), measurements);
  if (text !== undefined) return c.json(answered(checkText(text, around)), 200);
  if (offer !== undefined) return c.json(answered(checkOffered(offer, around)), 200);
  const known = await checkKnown(database, url ?? '', around);
  if (!known) return problem(c, 'not-found', { detail: 'No offer of this address is known here; paste its text instead.' });
  return c.json(answered(known), 200);
});

function answered({ answer }: ReturnType<typeof checkText>) {
  const { offer, risk, capabilities, ...rest } = answer;
  return {
    ...rest,
    offer: { ...(offer as object) },
    risk: { ...risk, families: { ...risk.families } },
    capabilities: { ...capabilities },
  };
}
