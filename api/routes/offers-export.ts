/** `GET /v1/offers.csv` and `GET /v1/offers.ndjson`: every row that a filter finds, streamed. */
import { createRoute, z } from '@hono/zod-openapi';
import { EXPORT_FORMATS } from '../../domain/export/formats.ts';
import { answerExport } from '../answers/export.ts';
import { cachedFor } from '../http/headers.ts';
import { exportParameters } from '../http/parameters.ts';
import { invalidRequest } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';

const ABOUT =
  'All rows of one state of the catalogue, in order, without pages. A connection that ends before the body does means that the rest is missing.';

/** `mediaType` is an argument so that its type is any text: the router takes a literal with "json" in it for JSON. */
function exportRoute<Format extends 'csv' | 'ndjson'>(format: Format, mediaType: string, operationId: string) {
  return createRoute({
    method: 'get',
    path: `/v1/offers.${format}`,
    operationId,
    summary: `Every matching row as ${format.toUpperCase()}`,
    description: `${ABOUT}\n\n${EXPORT_FORMATS[format].means}`,
    tags: ['offers'],
    parameters: exportParameters(format),
    middleware: [cachedFor(60)] as const,
    responses: {
      200: { description: 'The rows', content: { [mediaType]: { schema: z.string() } } },
      400: problemResponse('A parameter is wrong, or belongs to pages'),
    },
  });
}

export const offersExportRoutes = createRouter()
  .openapi(exportRoute('csv', 'text/csv', 'exportOffersCsv'), async (c) => {
    const answered = await answerExport(c, 'csv');
    return answered.ok ? answered.value : invalidRequest(c, answered.errors);
  })
  .openapi(exportRoute('ndjson', 'application/x-ndjson', 'exportOffersNdjson'), async (c) => {
    const answered = await answerExport(c, 'ndjson');
    return answered.ok ? answered.value : invalidRequest(c, answered.errors);
  });
