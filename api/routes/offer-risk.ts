/** `GET /v1/offers/{id}/risk`: the last assessment of an offer with all its reasons. */
import { createRoute, z } from '@hono/zod-openapi';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { findAssessment } from '../../db/queries/risk-assessments.ts';
import { marketWords } from '../../domain/check/check-answer.ts';
import { isId } from '../../domain/identity.ts';
import { NOT_ASSESSED } from '../../domain/risk/risk-json.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { problem } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { offerRiskSchema } from '../schemas/risk.ts';

const risk = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/risk',
  operationId: 'getOfferRisk',
  summary: 'Why it may be oversold',
  description:
    'Every reason with what was observed, compared with what, what it means as a rule and what speaks against it; what each adds, within the bounds of its family; and what would change the assessment.',
  tags: ['offers'],
  request: { params: idParams, query: z.strictObject({}) },
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'The assessment', content: { 'application/json': { schema: offerRiskSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such offer'),
  },
});

const NOTHING = {
  ...NOT_ASSESSED,
  evidence: [],
  data: [],
  families: {},
  rules: [],
  wouldChange: [],
  market: null,
  resourceModel: null,
};

export const offerRiskRoutes = createRouter().openapi(risk, (c) =>
  consistentRead(c.get('deps').database.sql, async (sql) => {
    const { id } = c.req.valid('param');
    const found = isId(id) ? await findByAnyId(sql, id) : null;
    if (!found) return problem(c, 'not-found', { detail: `There is no offer ${id}.` });
    // A row that changed since is not what was assessed.
    const assessed = found.risk === null ? null : await findAssessment(sql, found.stored.id);
    if (!assessed) return c.json({ id, ...NOTHING, assessedAt: null }, 200);
    const { risk: told, market, resourceModel } = assessed.assessment;
    return c.json(
      {
        id,
        ...told,
        families: { ...told.families },
        data: told.evidence,
        market: market && { ...market, summary: marketWords(market) },
        resourceModel,
        assessedAt: assessed.assessedAt,
      },
      200,
    );
  }),
);
