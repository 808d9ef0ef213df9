import { z } from '@hono/zod-openapi';

/** The id in a path. */
export const idParams = z.object({
  id: z.string().describe('Id as other answers give it').openapi({ example: 'linode:g6-nanode-1' }),
});
