/** `/v1/unsubscribe`: leaving by one click (RFC 8058). What a GET shows is a page; it changes nothing. */
import { createRoute, z } from '@hono/zod-openapi';
import { leaveByToken } from '../../db/queries/watches/leave.ts';
import { invalidRequest } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';

const leaving = createRoute({
  method: 'post',
  path: '/v1/unsubscribe',
  operationId: 'unsubscribe',
  summary: 'Leave by one click',
  description:
    'Ends the watch that the mail was about; the link of a digest ends the digest. Takes any body, as mail programs send one. Doing it twice is fine.',
  tags: ['watches'],
  request: { query: z.strictObject({ token: z.string().min(1).max(200).describe("The mail's") }) },
  responses: {
    200: {
      description: 'Left',
      content: {
        'application/json': { schema: z.strictObject({ ended: z.enum(['watch', 'digest']).describe('What ended') }) },
      },
    },
    400: problemResponse('The token is none of ours'),
  },
});

export const unsubscribeRoutes = createRouter().openapi(leaving, async (c) => {
  const { database, signer } = c.get('deps');
  const left = await leaveByToken(database.sql, signer, c.req.valid('query').token);
  if (left === null) return invalidRequest(c, [{ field: 'token', message: 'is none of ours' }]);
  c.header('Cache-Control', 'no-store');
  return c.json({ ended: left }, 200);
});
