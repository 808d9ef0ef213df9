/** Sources as operators see them. */
import { z } from '@hono/zod-openapi';
import { sourceSchema } from './source.ts';

/** A source with what only operators need to know. */
export const adminSourceSchema = sourceSchema
  .extend({
    credential: z.string().nullable().describe('Name of the setting that its credential is read from; null: it needs none'),
    hosts: z.array(z.string()).readonly().describe('The only hosts that it may be fetched from'),
    retired: z.string().nullable().describe('Why it is not read live any more; null: it is'),
  })
  .openapi('AdminSource');

/** Why a source is switched. */
export const reasonSchema = z.string().trim().min(3).max(500);

/** A run that was asked for. */
export const enqueuedSchema = z
  .strictObject({
    sourceId: z.string().describe('The source'),
    state: z.enum(['queued', 'already-queued']).describe('already-queued: a run of it waits or runs'),
  })
  .openapi('EnqueuedRun');
