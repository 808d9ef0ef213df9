/** Reports of readers in the contract's JSON. */
import { z } from '@hono/zod-openapi';
import { REPORT_KINDS } from '../../domain/risk/report-kinds.ts';
import { time } from './common.ts';

const link = z.url({ protocol: /^https?$/ }).max(2000);
const day = z.iso.date();
const name = z.string().min(1).max(300);

/** What a reader sends: a wrong value, or an experience. */
export const reportRequestSchema = z
  .discriminatedUnion('about', [
    z.strictObject({
      about: z.literal('value'),
      offerId: name.describe('Id of the row or offer that says it'),
      field: name.describe('Path of the field that is wrong ("memory.mib")'),
      said: z.string().trim().min(3).max(2000).describe('What is right, in a few words'),
      url: link.optional().describe('Where it can be seen'),
    }),
    z.strictObject({
      about: z.literal('experience'),
      provider: name.describe('Id of the provider'),
      offerId: name.optional().describe('Id of the row or offer, where it is about one'),
      kind: z.enum(REPORT_KINDS).describe('What it is about'),
      date: day.describe('Day on which it happened'),
      url: link.describe('Where it is told in public: without a link it can not be checked'),
      author: name.optional().describe('Who tells it there; kept as a hash only, so that one person counts once'),
      said: z.string().trim().min(3).max(2000).describe('What happened, in a few words; read by operators only'),
    }),
  ])
  .openapi('ReportRequest');

/** That a report was taken. */
export const reportTakenSchema = z
  .strictObject({
    id: z.string().describe('Id of the report'),
    state: z.literal('pending').describe('Nothing is shown or counted before an operator accepted it'),
  })
  .openapi('ReportTaken');

/** A report as operators see it. */
export const adminReportSchema = z
  .strictObject({
    id: z.string().describe('Id of the report'),
    about: z.enum(['value', 'experience']).describe('What it is about'),
    provider: z.string().describe('Id of the provider'),
    offerId: z.string().nullable().describe('Row or offer'),
    field: z.string().nullable().describe('Field that is said to be wrong'),
    kind: z.enum(REPORT_KINDS).nullable().describe('Kind of the experience'),
    date: day.nullable().describe('When it happened'),
    url: z.string().nullable().describe('Where it is told'),
    author: z.string().describe('Hash of who says so'),
    said: z.string().describe('Words of the reporter'),
    words: z.string().nullable().describe('Words of ours, shown with it'),
    state: z.enum(['pending', 'accepted', 'rejected']).describe('What was decided'),
    reportedAt: time.describe('When it came'),
    reviewedAt: time.nullable().describe('When it was decided'),
  })
  .openapi('AdminReport');

/** An operator's decision. */
export const reviewSchema = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('accepted'),
      words: z.string().trim().min(3).max(400).describe('What is shown: what was observed, never a judgement of the provider'),
    }),
    z.strictObject({ state: z.literal('rejected') }),
  ])
  .openapi('ReportReview');

/** An accepted report as everybody sees it. */
export const shownReportSchema = z
  .strictObject({
    kind: z.enum(REPORT_KINDS).describe('Kind of the experience'),
    date: day.describe('When it happened'),
    url: z.string().nullable().describe('Where it is told'),
    words: z.string().describe('What was observed'),
  })
  .openapi('ExperienceReport');
