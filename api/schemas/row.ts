/** A row of the contract: what a search answers, and what a single offer is told as. */
import { z } from '@hono/zod-openapi';
import { AVAILABILITY_STATES, ROW_STATES } from '../../domain/offer.ts';
import { HOWS } from '../../domain/plan.ts';
import { CAPABILITY_VALUES } from '../../domain/technologies/capability.ts';
import { CONFIDENCES } from '../../domain/technology.ts';
import { amount, currency, time } from './common.ts';
import { specFields } from './spec.ts';

const country = z.string().nullable().describe('ISO 3166-1 alpha-2');

/** Stock of a row or of one location. */
export const availabilitySchema = z.strictObject({
  state: z.enum(AVAILABILITY_STATES).describe('Stock; unknown unless the source says'),
  quantity: z.number().nullable().describe('Units left, where a number is published'),
});

/** One price. */
export const priceSchema = z
  .strictObject({
    termMonths: z.number().nullable().describe('Billing term in months; null: by the hour'),
    hourly: z.boolean().describe('Whether it is billed by the hour'),
    amount: amount.describe('Price of one term, or of one hour'),
    currency: currency.describe('ISO 4217'),
    setupFee: amount.nullable().describe('Set-up fee; null: not stated'),
    phase: z.enum(['introductory', 'regular']).describe('Price of the first term, or what recurs'),
    renewal: amount.nullable().describe('Price after the introductory term, where stated'),
    taxIncluded: z.boolean().nullable().describe('Whether tax is included'),
    promoCode: z.string().nullable().describe('Code that the price takes'),
    expiresAt: time.nullable().describe('When the price ends'),
    how: z.enum(HOWS).describe('How it is known'),
  })
  .openapi('Price');

const location = z
  .strictObject({
    id: z.string().describe('`<provider>/<its own location id>`'),
    name: z.string().nullable().describe("The provider's name of it"),
    city: z.string().nullable().describe('City'),
    country,
    offerId: z.string().describe('The plan in this location; stable for ever'),
    availability: availabilitySchema.describe('Stock in this location'),
  })
  .openapi('RowLocation');

const provider = z.strictObject({
  id: z.string().describe('Id of the provider'),
  name: z.string().describe('Its name'),
  country,
  website: z.string().nullable().describe('Its website'),
});

const source = z.strictObject({
  id: z.string().describe('Id of the source'),
  kind: z.string().describe('provider-api, cart, page, feed, post or recorded'),
  url: z.string().describe('Its documentation or page'),
  snapshotId: z.string().nullable().describe('The stored answer that most fields were read from'),
});

const comparable = z.strictObject({
  currency: currency.describe('The asked currency'),
  perMonth: amount.describe('Price per month over the horizon'),
  rateDate: z.string().describe('Day of the exchange rates; empty where none was needed and none is known'),
  basis: z.string().describe('How it was computed, in one sentence'),
  horizonMonths: z.int().describe('Months over which set-up fee and introductory price are spread'),
  perGbMemory: amount.nullable().describe('Per GB of memory'),
  perVcpu: amount.nullable().describe('Per vCPU'),
  perTbDisk: amount.nullable().describe('Per TB of storage'),
});

const risk = z.strictObject({
  level: z.enum(['low', 'guarded', 'elevated', 'high', 'unknown']).describe('Level of the assessment'),
  confidence: z.enum(CONFIDENCES).describe('How sure it is'),
  summary: z.string().describe('The assessment in one sentence'),
  modelVersion: z.string().nullable().describe('Version of the rules that assessed'),
});

const origin = z
  .strictObject({
    how: z.enum(HOWS).describe('How the field is known'),
    said: z.string().nullable().describe("The page's words, or the API field with its value"),
    url: z.string().nullable().describe('Where it stands'),
    snapshotId: z.string().nullable().describe('The stored answer it was read from'),
    observedAt: time.describe('When it was observed'),
  })
  .openapi('Origin');

const rowFields = {
  id: z.string().describe('Id of the row'),
  planKey: z.string().nullable().describe("The provider's own id of the plan"),
  url: z.string().nullable().describe('Page of the plan'),
  state: z.enum(ROW_STATES).describe('live, recorded (read from a recording), stale (not seen for too long) or withdrawn'),
  observedAt: time.describe('When it was last seen like this'),
  firstSeenAt: time.describe('When it was first seen'),
  lastChangedAt: time.describe('When anything about it last changed'),
  provider: provider.describe('Who sells it'),
  source: source.describe('Where it was read'),
  name: z.string().nullable().describe('Name of the plan as sold'),
  ...specFields,
  availability: availabilitySchema.describe('Best stock among the locations'),
  locations: z.array(location).readonly().describe('Where it is sold at these prices'),
  prices: z.array(priceSchema).readonly().describe('Prices in the order of the source'),
  comparable: comparable.nullable().describe('Comparable price; null: no price, or no exchange rate'),
  capabilities: z
    .record(z.string(), z.enum(CAPABILITY_VALUES))
    .readonly()
    .describe('What can be done on it: by its own statement, else by its technology. provider-dependent: the provider decides'),
  risk: risk.describe('Signs of overselling'),
};
const provenance = z.record(z.string(), origin).readonly().describe('How each field is known, by its path ("memory.mib")');

/** A row of a search; with its provenance where `view=full` asks for it. */
export const rowSchema = z.strictObject({ ...rowFields, provenance: provenance.optional() }).openapi('Row');

/** A single offer: a row with the origin of each of its fields. */
export const offerSchema = z.strictObject({ ...rowFields, provenance }).openapi('Offer');
