/** What probes are told, and the front page of the API. */
import { z } from '@hono/zod-openapi';

/** Alive, or ready. */
export const healthSchema = z.strictObject({ status: z.literal('ok').describe('All is well') }).openapi('Health');

/** Where to begin. */
export const indexSchema = z
  .strictObject({
    name: z.string().describe('This program'),
    version: z.string().describe('Its version'),
    openapi: z.string().describe('Address of the document of this API'),
    examples: z.array(z.string()).readonly().describe('Addresses to try'),
  })
  .openapi('Index');
