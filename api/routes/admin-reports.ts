/** `/admin/reports`: what readers report, and deciding on it. */
import { createRoute, z } from '@hono/zod-openapi';
import { listReports, reviewReport } from '../../db/queries/reports.ts';
import { forgetAssessments } from '../../db/queries/risk-assessments.ts';
import { idParams } from '../http/ids.ts';
import { forOperators } from '../http/operator.ts';
import { problem } from '../http/problem.ts';
import { presentReport } from '../present/report.ts';
import { createRouter } from '../router.ts';
import { adminProblems, problemResponse } from '../schemas/common.ts';
import { adminReportSchema, reviewSchema } from '../schemas/reports.ts';

const shared = { tags: ['admin'], security: forOperators };

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/admin/reports',
  operationId: 'listReports',
  summary: 'Reports of readers, newest first',
  request: {
    query: z.strictObject({ state: z.enum(['pending', 'accepted', 'rejected']).optional().describe('Only those in this state') }),
  },
  responses: {
    200: {
      description: 'The newest 200',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(adminReportSchema) }) } },
    },
    400: problemResponse('A parameter is wrong'),
    ...adminProblems,
  },
});

const review = createRoute({
  ...shared,
  method: 'post',
  path: '/admin/reports/{id}/review',
  operationId: 'reviewReport',
  summary: 'Accept or reject a report',
  description:
    "An accepted experience is shown with its link and counts in the provider's risk; the words shown are the operator's.",
  request: {
    params: idParams,
    body: { required: true, content: { 'application/json': { schema: reviewSchema } } },
  },
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: adminReportSchema } } },
    400: problemResponse('The request is wrong'),
    404: problemResponse('There is no such report'),
    ...adminProblems,
  },
});

export const adminReportsRoutes = createRouter()
  .openapi(list, async (c) => {
    const { state = null } = c.req.valid('query');
    const data = await listReports(c.get('deps').database.sql, state, 200);
    return c.json({ data: data.map(presentReport) }, 200);
  })
  .openapi(review, async (c) => {
    const { database, now } = c.get('deps');
    const { id } = c.req.valid('param');
    const asked = c.req.valid('json');
    const words = asked.state === 'accepted' ? asked.words : null;
    const done = await database.transaction(async ({ sql }) => {
      const report = await reviewReport(sql, id, { state: asked.state, words, at: new Date(now()).toISOString() });
      if (report?.about === 'experience') await forgetAssessments(sql, report.providerId);
      return report;
    });
    if (!done) return problem(c, 'not-found', { detail: `There is no report ${id}.` });
    return c.json(presentReport(done), 200);
  });
