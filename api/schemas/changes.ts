/** Changes as a stream of events. */
import { z } from '@hono/zod-openapi';
import { CHANGE_KINDS } from '../../domain/offer-changes.ts';
import { amount, currency, time } from './common.ts';

const fields = z.record(z.string(), z.unknown()).readonly().nullable();

const event = z
  .strictObject({
    id: z.string().describe('Id of the event'),
    kind: z.enum(CHANGE_KINDS).describe('What happened; another machine or name under an id is `spec`, never `price`'),
    observedAt: time.describe('When it was first observed'),
    provider: z.strictObject({ id: z.string().describe('Id'), name: z.string().describe('Name') }).describe('Who sells it'),
    source: z.string().describe('Id of the source where it was observed'),
    plan: z
      .strictObject({ id: z.string().describe('Id, also of its row'), name: z.string().nullable().describe('Its name now') })
      .describe('What it happened to'),
    offerIds: z
      .array(z.string())
      .readonly()
      .describe('The offers it happened to, all in one reading; empty: the plan as a whole'),
    before: fields.describe('What was; of a machine only what differs, by path'),
    after: fields.describe('What is since'),
    price: z
      .strictObject({
        currency: currency.describe('Currency that it is sold in'),
        from: amount.describe('Price per month before, set-up and introductory price spread over twelve months'),
        to: amount.describe('The same since'),
        percent: z.number().nullable().describe('Change in percent; null: from nothing'),
      })
      .nullable()
      .describe('Of price changes, what they come to; null: no other kind has one, and none without a common currency'),
  })
  .openapi('ChangeEvent');

/** A page of events. */
export const changesPageSchema = z
  .strictObject({
    data: z.array(event).readonly().describe('The events of this page, newest first'),
    page: z.strictObject({
      next: z.string().nullable().describe('Cursor of the next page; null: this is the last'),
      limit: z.int().describe('Events on a page'),
    }),
  })
  .openapi('ChangesPage');
