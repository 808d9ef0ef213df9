/** Runs as operators see them. */
import { z } from '@hono/zod-openapi';
import { FAILURES, type FailureCode } from '../../domain/failure.ts';
import { FINDING_CODES, REJECTION_CODES } from '../../domain/listing.ts';
import { time } from './common.ts';
import { RUN_STATES, runCounts } from './source.ts';

const finding = z
  .strictObject({
    code: z.enum(FINDING_CODES).describe('Kind of finding'),
    severity: z.enum(['info', 'soft', 'hard']).describe('soft: held until read twice; hard: held until a person releases it'),
    message: z.string().describe('What was found, with examples'),
  })
  .openapi('Finding');

const rejection = z
  .strictObject({
    code: z.enum(REJECTION_CODES).describe('Why it was not understood'),
    field: z.string().describe('Path of the field in the source, or in the listing'),
    said: z.string().describe('What it said'),
    listing: z
      .strictObject({
        planKey: z.string().nullable().describe("The provider's id of the plan"),
        name: z.string().nullable().describe('Its name'),
      })
      .describe('What is known of the plan'),
  })
  .openapi('Rejection');

const release = z
  .strictObject({
    state: z.enum(['requested', 'done', 'refused']).describe('requested: a worker will do it'),
    requestedAt: time.describe('When it was asked for'),
    finishedAt: time.nullable().describe('When it ended; null: it has not'),
    message: z.string().nullable().describe('Why it was refused'),
  })
  .openapi('Release');

const listed = {
  id: z.string().describe('Id of the run'),
  sourceId: z.string().describe('The source that was read'),
  trigger: z.enum(['schedule', 'command', 'replay', 'catalogue', 'release']).describe('Who asked for it'),
  state: z.enum(RUN_STATES).describe('How it ended, or that it runs'),
  startedAt: time.describe('When it began'),
  finishedAt: time.nullable().describe('When it ended'),
  observedAt: time.describe('When its pages were observed'),
  failure: z
    .enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]])
    .nullable()
    .describe('Why it failed, where it did'),
  message: z.string().nullable().describe('One sentence about a failure, a quarantine or a release'),
  counts: runCounts.nullable().describe('What it read and changed'),
  findings: z.array(finding).readonly().describe('What was noticed; what holds a batch is soft or hard'),
  release: release.nullable().describe('What became of the wish to publish it; null: nobody asked here'),
};

/** A page of runs, the newest first. */
export const runPageSchema = z
  .strictObject({
    data: z.array(z.strictObject(listed).openapi('ListedRun')).readonly().describe('The runs of this page'),
    page: z.strictObject({
      next: z.string().nullable().describe('Cursor of the next page; null: this is the last'),
      limit: z.int().describe('Runs on a page'),
    }),
  })
  .openapi('RunPage');

const oneSided = z.strictObject({
  planId: z.string().describe('Id of the plan'),
  name: z.string().nullable().describe('Its name'),
  places: z.int().describe('Locations that sell it'),
  prices: z.array(z.string()).readonly().describe('Its regular prices in words'),
});
const repriced = z.strictObject({
  planId: z.string().describe('Id of the plan'),
  offerIds: z.array(z.string()).readonly().describe('The offers that it moves for'),
  price: z.string().describe('Which price: "a month", "for 12 months", "to set up (a month)"'),
  before: z.string().nullable().describe('Published; null: none'),
  after: z.string().nullable().describe('Read; null: none'),
  factor: z.number().nullable().describe('Read ÷ published; null where that says nothing'),
});
const respecified = z.strictObject({
  planId: z.string().describe('Id of the plan'),
  field: z.string().describe('Path into the row'),
  before: z.unknown().describe('Published'),
  after: z.unknown().describe('Read'),
});
const some = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    count: z.int().describe('How many there are'),
    first: z.array(item).readonly().describe('The first 200'),
  });

const diff = z
  .strictObject({
    publishedAt: time.nullable().describe('Observation it is compared with; null: nothing is published'),
    added: some(oneSided).describe('Plans that are new'),
    gone: some(oneSided).describe('Plans that are not read any more'),
    repriced: some(repriced).describe('Amounts that differ, the farthest first'),
    currency: some(repriced).describe('Amounts in another currency'),
    spec: some(respecified).describe('Values of machines that differ'),
    placesAdded: some(z.string()).describe('New offers of plans that are in both'),
    placesGone: some(z.string()).describe('Offers that are missing from plans that are in both'),
  })
  .openapi('HeldDiff');

/** One run in full. */
export const runSchema = z
  .strictObject({
    ...listed,
    rejections: z.array(rejection).readonly().describe('Listings that were not understood, with what they said'),
    pages: z
      .array(
        z.strictObject({
          snapshotId: z.string().describe('Id of the stored answer'),
          role: z.string().describe('What the page is to the source'),
          place: z.string().nullable().describe('Of which place'),
          number: z.int().describe('Number within the role'),
          url: z.string().describe('Where it came from'),
          status: z.int().describe('HTTP status'),
          bytes: z.int().describe('Length of the body'),
          fetchedAt: time.describe('When it was read'),
        }),
      )
      .readonly()
      .describe('The pages that it kept'),
    diff: diff.nullable().describe("What publishing it would change, by today's reader; null: see noDiff"),
    noDiff: z.string().nullable().describe('Why there is no diff'),
  })
  .openapi('Run');

/** A release that was asked for. */
export const releaseSchema = z.strictObject({ id: z.string().describe('Id of the run'), release }).openapi('RequestedRelease');
