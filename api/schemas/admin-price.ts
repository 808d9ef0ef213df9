/** Voiding prices. */
import { z } from '@hono/zod-openapi';
import { time } from './common.ts';
import { voidSchema } from './prices.ts';

/** A price as history tells it: the offer of the path, and when the price was first observed. */
export const observedFrom = z.iso
  .datetime({ offset: true })
  .describe('`observedFrom` of the period in `/v1/offers/{id}/prices`')
  .openapi({ example: '2026-11-22T06:00:00.000Z' });

/** What was voided, or lifted. */
export const voidedSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    observedFrom: time.describe('When the price was first observed'),
    offerIds: z.array(z.string()).readonly().describe('The offers whose price it was'),
    voided: voidSchema.nullable().describe('The void that holds now; null: none'),
  })
  .openapi('VoidedPrice');
