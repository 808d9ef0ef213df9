/** `GET /v1/offers`: the search. */
import { createRoute, z } from '@hono/zod-openapi';
import { EXPORT_FORMATS } from '../../domain/export/formats.ts';
import { answerExport } from '../answers/export.ts';
import { answerSearch } from '../answers/search.ts';
import { cachedFor } from '../http/headers.ts';
import { nextLink } from '../http/links.ts';
import { wantedForm } from '../http/negotiation.ts';
import { searchParameters } from '../http/parameters.ts';
import { invalidRequest } from '../http/problem.ts';
import { presentSearch } from '../present/search.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { searchPageSchema } from '../schemas/page.ts';

const search = createRoute({
  method: 'get',
  path: '/v1/offers',
  operationId: 'searchOffers',
  summary: 'Search offers',
  description:
    'Rows that meet every criterion. What is not known of a row does not meet a criterion: `meta.excludedUnknown` counts such rows, `includeUnknown=true` lets them pass. Lists are separated by commas; unknown and repeated parameters are errors. Asked for as CSV or NDJSON (by `Accept`, or under `/v1/offers.csv` and `/v1/offers.ndjson`) it streams all rows, without pages.',
  tags: ['offers'],
  parameters: searchParameters(),
  middleware: [cachedFor(60)] as const,
  responses: {
    200: {
      description: 'A page of rows; `Link` names the next one',
      content: {
        'application/json': { schema: searchPageSchema },
        'text/csv': { schema: z.string().describe(EXPORT_FORMATS.csv.means) },
        'application/x-ndjson': { schema: z.string().describe(EXPORT_FORMATS.ndjson.means) },
      },
    },
    400: problemResponse('A parameter is wrong'),
  },
});

export const offersRoutes = createRouter().openapi(search, async (c) => {
  const form = wantedForm(c);
  if (form !== 'json') {
    const streamed = await answerExport(c, form);
    return streamed.ok ? streamed.value : invalidRequest(c, streamed.errors);
  }
  const answered = await answerSearch(c);
  if (!answered.ok) return invalidRequest(c, answered.errors);
  const page = presentSearch(answered.value);
  if (page.page.next !== null) c.header('Link', nextLink(c, page.page.next));
  return c.json(page, 200);
});
