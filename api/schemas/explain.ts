/** Why a search shows a row, or does not. */
import { z } from '@hono/zod-openapi';
import { VERDICTS } from '../../domain/explain/explain.ts';

const verdict = z.enum(VERDICTS);

const miss = z.strictObject({
  percent: z.number().describe('Distance in percent of what is asked'),
  words: z.string().describe('The same in words: over or short'),
  near: z.boolean().describe('Whether it is a near miss: at most a fifth'),
});

const criterion = z
  .strictObject({
    parameter: z.string().describe('Parameter of the filter'),
    asked: z.string().describe('What it asks, as it is written'),
    has: z.string().nullable().describe('What the row has, in the same units; null: not known'),
    verdict: verdict.describe('Whether it is met'),
    miss: miss.nullable().describe('How far off it is; null: it is not, or that cannot be measured'),
    words: z.string().describe('All of it in one sentence'),
  })
  .openapi('ExplainedCriterion');

const exclusion = z.strictObject({
  parameter: z.string().describe('Parameter that switches it off when given'),
  excludes: z.string().describe('What searches leave out'),
  applies: z.boolean().describe('Whether that leaves this row out'),
});

/** The answer. */
export const explanationSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    verdict: verdict.describe('Of all criteria, those by default among them'),
    shown: z
      .boolean()
      .describe('Whether a search with this filter shows it; where a criterion is unknown, only by `includeUnknown`'),
    nearMiss: z.boolean().describe('Whether it is left out by near misses only'),
    criteria: z.array(criterion).readonly().describe('Everything that was asked'),
    exclusions: z.array(exclusion).readonly().describe('What searches leave out unless asked'),
  })
  .openapi('Explanation');
