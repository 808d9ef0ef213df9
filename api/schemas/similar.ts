/** Rows near another one. */
import { z } from '@hono/zod-openapi';
import { rowSchema } from './row.ts';

const similar = z
  .strictObject({
    distance: z.number().describe('0: alike, 1: nothing in common; a trait that is not known counts as half'),
    samePlan: z.boolean().describe('Whether it is the same plan at other prices'),
    why: z.array(z.string()).readonly().describe('What is alike and what is not, the weightiest first'),
    row: rowSchema,
  })
  .openapi('SimilarRow');

/** The answer. */
export const similarSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    data: z.array(similar).readonly().describe('Other plans first, the nearest first'),
    weights: z.record(z.string(), z.number()).readonly().describe('How much each trait counts'),
  })
  .openapi('SimilarRows');
