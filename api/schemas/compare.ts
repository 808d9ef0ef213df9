/** Rows side by side, and what each costs over some months. */
import { z } from '@hono/zod-openapi';
import { COST_KINDS } from '../../domain/compare/cost.ts';
import { amount, currency } from './common.ts';

/** Not a component of its own: the document would lose that it can be null. */
const best = z.strictObject({
  ids: z.array(z.string()).readonly().describe('The better ones, all that tie'),
  reason: z.string().describe('What makes them better'),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly(), z.null()]);

const attribute = z
  .strictObject({
    name: z.string().describe('Path of the field in a row, or a name where it is made of several'),
    label: z.string().describe('Its name for people'),
    unit: z.string().nullable().describe('Unit of numbers and amounts'),
    values: z.record(z.string(), value).readonly().describe('By the ids asked for; null or `unknown`: nobody said'),
    same: z.boolean().describe('Whether all values are equal'),
    best: best
      .nullable()
      .describe(
        'The better ones; null: nothing is known to be worse, or it is a matter of taste. What is not known is never best',
      ),
  })
  .openapi('ComparedAttribute');

const line = z
  .strictObject({
    kind: z.enum(COST_KINDS).describe('What the bill is for'),
    label: z.string().describe('The same in words'),
    months: z.int().describe('Months that it pays for; 0: paid once'),
    amount: amount.nullable().describe('The bill; null: not known, `note` says why'),
    currency: currency.describe('Currency that it is sold in'),
    note: z.string().nullable().describe('What else there is to say'),
  })
  .openapi('CostLine');

const cost = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    months: z.int().describe('Months that are looked at'),
    termMonths: z.int().nullable().describe('Billing term that is cheapest over them; null: none is known'),
    monthsPaid: z.int().describe('Months paid for within them: whole terms'),
    lines: z.array(line).readonly().describe('The bills'),
    currency: currency.nullable().describe('Currency that it is sold in; null: no price is known'),
    total: amount.nullable().describe('Exact sum of the bills: cash paid within these months; null: a bill is not known'),
    atLeast: amount.nullable().describe('Sum of the bills that are known'),
    missing: z.array(z.string()).readonly().describe('Everything that the total lacks'),
    perMonth: amount
      .nullable()
      .describe('Comparable price per month in the asked currency: of a term that lasts longer only these months count'),
    converted: z
      .strictObject({
        currency: currency.describe('The asked currency'),
        total: amount.nullable().describe('The total'),
        atLeast: amount.describe('The sum of what is known'),
      })
      .nullable()
      .describe('Sums in the asked currency; null: no exchange rate'),
    taxIncluded: z.boolean().nullable().describe('Whether tax is included'),
  })
  .openapi('CostOverMonths');

/** The answer of a comparison. */
export const comparisonSchema = z
  .strictObject({
    ids: z.array(z.string()).readonly().describe('The ids in the order asked'),
    months: z.int().describe('Months that costs and comparable prices are over'),
    currency: currency.describe('Currency that prices are compared in'),
    rateDate: z.string().nullable().describe('Day of the exchange rates; null: none are known'),
    attributes: z.array(attribute).readonly().describe('What differs first'),
    costs: z.array(cost).readonly().describe('What each costs, in the order asked'),
    cheapest: best.nullable().describe('The lowest totals; null: nothing is known to be dearer'),
  })
  .openapi('Comparison');
