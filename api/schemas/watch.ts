/** Subscriptions, watches, deliveries. */
import { z } from '@hono/zod-openapi';
import { AVAILABILITY_STATES } from '../../domain/offer.ts';
import { CHANGE_KINDS } from '../../domain/offer-changes.ts';
import { RISK_LEVELS } from '../../domain/risk/level.ts';
import { WEEKDAYS } from '../../domain/watch/digest-time.ts';
import { WATCH_RULES } from '../../domain/watch/rules.ts';
import { DELIVERIES, WEBHOOK_TEMPLATES } from '../../domain/watch/watch-body.ts';
import { amount, currency, time } from './common.ts';

const moveSchema = z.strictObject({
  currency: currency.describe('ISO 4217'),
  from: amount.nullable().describe('Before; null: there was none'),
  to: amount.describe('Now'),
});

/** An event as it is told. */
export const toldItemSchema = z
  .strictObject({
    kind: z.enum(CHANGE_KINDS).describe('What happened'),
    planId: z.string().describe('The plan'),
    offerIds: z.array(z.string()).readonly().describe('Its offers that it happened to; empty: the plan as a whole'),
    rowId: z.string().describe('The row that it stands in'),
    name: z.string().nullable().describe('Of the plan as sold'),
    provider: z.strictObject({ id: z.string().describe('Id'), name: z.string().describe('Name') }).describe('Who sells it'),
    places: z.array(z.string()).readonly().describe('Where'),
    url: z.string().nullable().describe("The seller's page"),
    observedAt: time.describe('When it was observed'),
    observation: z.enum(['live', 'recorded']).describe('Read from the source itself, or from a recording'),
    price: z
      .strictObject({
        own: moveSchema.describe('Comparable price a month as the seller quotes it'),
        asked: moveSchema.nullable().describe("The same in the watch's currency; null: no rate"),
        percent: z.number().nullable().describe('By how much it moved'),
      })
      .nullable()
      .describe('Null: not known'),
    stock: z
      .strictObject({
        state: z.enum(AVAILABILITY_STATES).describe('Stock'),
        quantity: z.number().nullable().describe('How many; null: not known'),
      })
      .describe('Stock of now'),
    risk: z
      .strictObject({ level: z.enum([...RISK_LEVELS, 'unknown']).describe('Level'), summary: z.string().describe('Main reason') })
      .describe('Risk of overselling'),
    spec: z
      .array(
        z.strictObject({
          field: z.string().describe('Field'),
          from: z.string().describe('Before'),
          to: z.string().describe('Now'),
        }),
      )
      .readonly()
      .describe('What differs of the machine'),
    lowest: z.boolean().optional().describe('Whether it is the lowest price observed so far'),
  })
  .openapi('ToldEvent');

const digestSchema = z.strictObject({
  weekday: z.enum(WEEKDAYS).describe('Day'),
  hour: z.int().describe('On the wall clock of the time zone'),
  timeZone: z.string().describe('IANA name'),
});

/** A watch. */
export const watchSchema = z
  .strictObject({
    id: z.uuid().describe('Id'),
    title: z.string().describe('What it waits for and looks at, in words'),
    state: z.enum(['active', 'paused', 'muted', 'expired', 'ended']).describe('muted: its webhook failed for days'),
    filter: z.record(z.string(), z.string()).nullable().describe('Parameters of the search; null: it looks at an offer'),
    offerId: z.string().nullable().describe('Offer or plan; null: it looks at a search'),
    rule: z.enum(WATCH_RULES).describe('What it waits for'),
    threshold: z.string().nullable().describe('An amount a month, or per cent'),
    currency: currency.describe('Of the threshold and of amounts told'),
    channel: z.string().describe('"email", or the address of a webhook'),
    template: z.enum(WEBHOOK_TEMPLATES).nullable().describe('Form of a webhook'),
    delivery: z.enum(DELIVERIES).describe('At once, in the digest, or both'),
    digest: digestSchema.nullable().describe('When the digest is wanted'),
    nextDigestAt: time.nullable().describe('When it is due'),
    expiresAt: time.nullable().describe('When the watch ends'),
    paused: z.boolean().describe('Whether it rests'),
    again: z.string().describe('When it is told again'),
    createdAt: time.describe('When it began'),
  })
  .openapi('Watch');

/** A watch that has just begun. */
export const begunWatchSchema = watchSchema
  .extend({
    webhookSecret: z.string().nullable().describe('What its messages are signed with (Standard Webhooks); null: no webhook'),
    already: z
      .strictObject({
        count: z.int().describe('Plans that meet it now'),
        complete: z.boolean().describe('Whether all of them were looked at'),
        examples: z.array(toldItemSchema).readonly().describe('The cheapest of them'),
      })
      .describe('What is true already: it is told here, and not again until it was otherwise'),
  })
  .openapi('BegunWatch');

/** A delivery. */
export const deliverySchema = z
  .strictObject({
    id: z.uuid().describe('Id; `webhook-id` and part of Message-ID'),
    watchId: z.uuid().nullable().describe('Watch; null: a digest or the subscription'),
    kind: z.enum(['alert', 'digest', 'confirm', 'notice', 'test']).describe('What it is'),
    channel: z.enum(['email', 'webhook']).describe('Where it goes'),
    state: z.enum(['queued', 'sending', 'sent', 'cancelled', 'dead']).describe('dead: given up'),
    attempts: z.int().describe('Tries'),
    lastError: z.string().nullable().describe('Why it was not sent'),
    createdAt: time.describe('When it was queued'),
    nextTryAt: time.nullable().describe('When it is tried next'),
    sentAt: time.nullable().describe('When it was sent'),
    items: z.array(toldItemSchema).readonly().describe('What an alert tells'),
  })
  .openapi('Delivery');
