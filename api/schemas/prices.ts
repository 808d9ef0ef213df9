/** The history of prices of the contract. */
import { z } from '@hono/zod-openapi';
import { amount, currency, time } from './common.ts';
import { priceSchema } from './row.ts';

const observed = {
  observedFrom: time.describe('When it was first observed'),
  observedTo: time.describe('When it was last observed'),
};
const offerIds = z.array(z.string()).readonly();

/** A mark on a price that was found wrong. */
export const voidSchema = z
  .strictObject({
    at: time.describe('When it was found wrong'),
    by: z.string().describe('By whom'),
    reason: z.string().describe('Why'),
  })
  .openapi('PriceVoid');

const period = z
  .strictObject({
    ...observed,
    open: z.boolean().describe('Whether it is what was seen last'),
    prices: z.array(priceSchema).readonly().describe('The prices as sold'),
    perMonth: amount.nullable().describe('Comparable price per month; null: none'),
    offerIds: offerIds.describe('The offers that had these prices then'),
    leftOut: z
      .enum(['voided', 'other-machine', 'no-comparable-price'])
      .nullable()
      .describe('Why lowest, highest and percentile leave it out; null: they do not'),
    voided: voidSchema.nullable().describe('Who found it wrong, when and why; null: nobody did'),
  })
  .openapi('PricePeriod');

const change = z
  .strictObject({
    kind: z.enum(['new', 'price', 'restocked', 'sold-out', 'spec', 'withdrawn', 'returned']).describe('What happened'),
    observedAt: time.describe('When it was first observed'),
    offerId: z.string().nullable().describe('The offer it happened to; null: the plan'),
    before: z.record(z.string(), z.unknown()).readonly().nullable().describe('What was; of a machine only what differs, by path'),
    after: z.record(z.string(), z.unknown()).readonly().nullable().describe('What is since'),
  })
  .openapi('Change');

const then = z
  .strictObject({
    time: time.describe('The time asked for'),
    observed: z.array(period).readonly().describe('Periods in which it lies: what it cost then'),
    before: period.nullable().describe('Where nobody looked then: the last period before'),
    after: period.nullable().describe('Where nobody looked then: the first period after'),
  })
  .openapi('PricesThen');

const extreme = z.strictObject({
  perMonth: amount.describe('Comparable price per month'),
  ...observed,
  offerIds: offerIds.describe('The offers that had it then'),
});

const coverage = z.strictObject({
  firstObservedAt: time.nullable().describe('Begin of what is compared'),
  lastObservedAt: time.nullable().describe('End of what is compared'),
  days: z.int().describe('Whole days between'),
  periods: z.int().describe('Periods compared'),
  publishedRuns: z.int().describe('Readings of the source in between'),
  enough: z.boolean().describe('Whether that is enough to rank the price'),
});

/** Everything known about what a row or an offer cost. */
export const pricesSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    offerIds: offerIds.describe('The offers whose history this is'),
    currency: currency.describe('Currency of the comparable prices'),
    horizonMonths: z.int().describe('Months over which set-up fees and introductory prices are spread'),
    rateDate: z.string().nullable().describe('Day of the exchange rates, the same for all periods; null: none is known'),
    current: amount.nullable().describe('Comparable price per month now; null: withdrawn, or none'),
    lowest: extreme.nullable().describe('The lowest price observed, when it was last observed'),
    highest: extreme.nullable().describe('The highest price observed, when it was last observed'),
    percentile: z.number().nullable().describe('Percent of the observed time in which it was cheaper than now; null: see reason'),
    lowestEver: z.boolean().nullable().describe('Whether nothing lower was ever observed; null: see reason'),
    reason: z.string().nullable().describe('Why there is no percentile'),
    coverage: coverage.describe('How much was observed of the machine sold now'),
    at: then.nullable().describe('What it cost at the time asked for by `at`; null: not asked for, or never observed'),
    periods: z.array(period).readonly().describe('Prices in order of time'),
    changes: z.array(change).readonly().describe('What happened, in order of time; the newest 500'),
  })
  .openapi('PriceHistory');
