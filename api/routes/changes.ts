/** `GET /v1/changes`: what happened. */
import { createRoute } from '@hono/zod-openapi';
import { answerChanges } from '../answers/changes.ts';
import { cachedFor } from '../http/headers.ts';
import { nextLink } from '../http/links.ts';
import { changeParameters } from '../http/parameters.ts';
import { invalidRequest } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { changesPageSchema } from '../schemas/changes.ts';
import { problemResponse } from '../schemas/common.ts';

const changes = createRoute({
  method: 'get',
  path: '/v1/changes',
  operationId: 'listChanges',
  summary: 'What changed',
  description:
    'Events, newest first; what happened to one plan in several places in one reading is one event. The filter of a search applies to the row that the change is about, as it is now; sold-out and withdrawn rows are taken in, dedicated servers only where asked for. An id that was given to another machine or another name is a `spec` event, never a `price`. Events that were there on the first page are met once, whatever is published meanwhile.',
  tags: ['offers'],
  parameters: changeParameters(),
  middleware: [cachedFor(60)] as const,
  responses: {
    200: {
      description: 'A page of events; `Link` names the next one',
      content: { 'application/json': { schema: changesPageSchema } },
    },
    400: problemResponse('A parameter is wrong'),
  },
});

export const changesRoutes = createRouter().openapi(changes, async (c) => {
  const answered = await answerChanges(c);
  if (!answered.ok) return invalidRequest(c, answered.errors);
  const { data, page } = answered.value;
  if (page.next !== null) c.header('Link', nextLink(c, page.next));
  return c.json({ data, page }, 200);
});
