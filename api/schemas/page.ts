/** A page of a search. */
import { z } from '@hono/zod-openapi';
import { rowSchema } from './row.ts';

const meta = z.strictObject({
  total: z.int().describe('Rows found'),
  totalOffers: z.int().describe('Offers that they stand for, one a location'),
  excludedUnknown: z.int().describe('Rows left out only because something asked for is not known of them'),
  excludedProviderDependent: z
    .int()
    .describe('Those of them that pass where what the provider decides is enough for `can` (`includeProviderDependent=true`)'),
  catalogueVersion: z.int().describe('Raised whenever anything is published'),
  rate: z
    .strictObject({
      base: z.string().describe('Currency that all rates are quoted against'),
      date: z.string().nullable().describe('Day of the rates; null: none are known'),
    })
    .describe('Exchange rates that prices were compared by'),
});

const facetCount = z.strictObject({ value: z.string().describe('Value'), count: z.int().describe('Rows that have it') });

/** The answer of a search. */
export const searchPageSchema = z
  .strictObject({
    data: z.array(rowSchema).readonly().describe('The rows of this page'),
    page: z.strictObject({
      next: z.string().nullable().describe('Cursor of the next page; null: this is the last'),
      limit: z.int().describe('Rows on a page'),
    }),
    meta,
    facets: z.record(z.string(), z.array(facetCount).readonly()).optional().describe('Values counted over all rows found'),
  })
  .openapi('SearchPage');
