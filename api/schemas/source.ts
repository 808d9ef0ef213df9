/** A source of the contract, with its health. */
import { z } from '@hono/zod-openapi';
import { FAILURES, type FailureCode } from '../../domain/failure.ts';
import { time } from './common.ts';

/** How runs end, and that they wait or run. */
export const RUN_STATES = ['queued', 'running', 'published', 'unchanged', 'quarantined', 'failed'] as const;

const failure = z.strictObject({
  code: z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]).describe('Kind of failure'),
  means: z.string().describe('What this kind of failure means'),
  message: z.string().nullable().describe('Particulars'),
  retry: z.enum(['soon', 'next-run', 'never']).describe('When it is tried again; never: after a person acted'),
});

/** What a run read and changed. */
export const runCounts = z.strictObject({
  pages: z.int().describe('Pages read'),
  plans: z.int().describe('Plans read'),
  offers: z.int().describe('Offers read: plans times locations'),
  rejections: z.int().describe('Listings that were not understood'),
  added: z.int().describe('Plans and offers that are new'),
  changed: z.int().describe('Changes told'),
  withdrawn: z.int().describe('Offers withdrawn'),
});

const run = z.strictObject({
  id: z.string().describe('Id of the run'),
  state: z.enum(RUN_STATES).describe('How it ended'),
  at: time.nullable().describe('When it ended'),
  message: z.string().nullable().describe('One sentence about a failure or a quarantine'),
  failure: failure.nullable().describe('Why it failed, where it did'),
  counts: runCounts.nullable().describe('What it read and changed'),
});

/** One place that is read. */
export const sourceSchema = z
  .strictObject({
    id: z.string().describe('Id of the source'),
    title: z.string().nullable().describe('One line for people; null where this version does not read it any more'),
    provider: z.string().describe('Id of the provider whose offers it lists'),
    kind: z.enum(['provider-api', 'cart', 'page', 'feed', 'post']).nullable().describe('What kind of place it is'),
    cadence: z.enum(['hourly', 'daily', 'weekly']).nullable().describe('How often it is read'),
    documentation: z.string().nullable().describe('Page for people about it'),
    evidence: z
      .strictObject({
        url: z.string().describe('Public page or file that names its address, or holds a recording of what it answered'),
        said: z.string().describe('What stands there'),
        seen: z.iso.date().describe('When it was read there'),
      })
      .nullable()
      .describe('Where its address is known from'),
    verified: z.iso
      .date()
      .nullable()
      .describe(
        'Date of the newest recording of it that could be read; null: unverified, and off until an operator switches it on',
      ),
    needsCredential: z.boolean().nullable().describe('Whether it can be read only with a credential'),
    state: z.enum([...RUN_STATES, 'off', 'never-run']).describe('How its last run ended, off, or never-run'),
    off: z
      .strictObject({
        by: z
          .enum(['operator', 'software'])
          .describe('operator: switched off; software: it is unverified, lacks a credential, or is read from recordings only'),
        reason: z.string().nullable().describe('Why'),
        since: time.nullable().describe('Since when an operator has it off'),
      })
      .nullable()
      .describe('Why it is not read; null: it is read'),
    data: z
      .strictObject({
        observation: z.enum(['live', 'recorded']).nullable().describe('Whether its offers were read live or from a recording'),
        observedAt: time.nullable().describe('When its offers were observed; null: nothing is published'),
        ageSeconds: z.int().nullable().describe('How long ago that was'),
      })
      .describe('The offers published from it'),
    counts: z
      .strictObject({ rows: z.int().describe('Rows for sale'), offers: z.int().describe('Offers that they stand for') })
      .describe('How much of it search finds'),
    lastRun: run.nullable().describe('Its last run; null: never run'),
    nextRunAt: time.nullable().describe('When it is read next; null: not before a person acts'),
    notBefore: time.nullable().describe('When the source asked to be asked again'),
  })
  .openapi('Source');
