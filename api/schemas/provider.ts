/** Providers and locations of the contract. */
import { z } from '@hono/zod-openapi';
import { TERM_SUBJECTS } from '../../domain/provider-facts.ts';
import { CONFIDENCES } from '../../domain/technology.ts';
import { time } from './common.ts';
import { shownReportSchema } from './reports.ts';

const fact = z
  .strictObject({
    field: z.string().describe('Field of a row that it fills'),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).describe('The documented value'),
    confidence: z.enum(CONFIDENCES).nullable().describe('How sure it is, for technologies'),
    when: z
      .record(z.string(), z.array(z.string()))
      .describe("Class words of the plans it holds for; empty: all of the provider's"),
    said: z.string().describe('The quote that carries it'),
    url: z.string().describe('Where the quote stands'),
  })
  .openapi('ProviderFact');

/** A company that sells servers. */
export const providerSchema = z
  .strictObject({
    id: z.string().describe('Id of the provider'),
    name: z.string().describe('Its name'),
    country: z.string().nullable().describe('Seat of the company, ISO 3166-1 alpha-2'),
    website: z.string().describe('Its website'),
    founded: z
      .strictObject({ year: z.int().describe('Year'), url: z.string().describe('Where that is written') })
      .nullable()
      .describe('When it was founded'),
    facts: z.array(fact).describe('What it documents for all plans of a class'),
    terms: z
      .array(
        z.strictObject({
          about: z.enum(TERM_SUBJECTS).describe('What the words are about: use of the CPU'),
          said: z.string().describe('The words'),
          url: z.string().describe('Where they stand'),
          retrieved: z.string().describe('Day they were read'),
        }),
      )
      .readonly()
      .describe('Words of its terms of use that bear on what a buyer gets; empty: none are known'),
    reports: z
      .array(shownReportSchema)
      .readonly()
      .describe(
        'What people report of it, each with its link, read by an operator; newest first. Empty: nothing was reported here',
      ),
    references: z
      .array(
        z.strictObject({
          url: z.string().describe('Document'),
          retrieved: z.string().describe('Day it was read'),
          quote: z.string().describe('The words used'),
        }),
      )
      .describe('Documents behind these facts'),
    sources: z.array(z.string()).readonly().describe('Ids of the sources that list its offers'),
    counts: z
      .strictObject({ rows: z.int().describe('Rows for sale'), offers: z.int().describe('Offers that they stand for') })
      .describe('How much of it search finds'),
    observedAt: time.nullable().describe('When anything of it was last seen; null: never'),
  })
  .openapi('Provider');

/** A place where a provider sells. */
export const locationSchema = z
  .strictObject({
    id: z.string().describe('`<provider>/<its own location id>`'),
    provider: z.string().describe('Id of the provider'),
    name: z.string().nullable().describe("The provider's name of it"),
    city: z.string().nullable().describe('City'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
    region: z.string().nullable().describe('Continent, as the filter names it'),
  })
  .openapi('Location');
