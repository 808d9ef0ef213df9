/** Every job, declared once: what it carries, how often it is tried, how long it may take, what there is only one of. */
import { z } from 'zod';

/** What each job carries. */
const PAYLOADS = {
  /** `trigger` absent: by schedule. */
  'scrape-source': z.strictObject({ sourceId: z.string().min(1), trigger: z.literal('command').optional() }),
  'release-run': z.strictObject({ runId: z.string().min(1) }),
  'refresh-rates': z.strictObject({}),
  'assess-risk': z.strictObject({}),
  'enqueue-due': z.strictObject({}),
  'match-watches': z.strictObject({}),
  'send-digests': z.strictObject({}),
  'send-deliveries': z.strictObject({}),
} as const;

/** Name of a job, and of its queue. */
export type JobName = keyof typeof PAYLOADS;

/** Payload by name of the job. */
export type Payloads = { readonly [N in JobName]: z.infer<(typeof PAYLOADS)[N]> };

/** What starts a job. */
export type Schedule<Payload> =
  /** Somebody enqueues it. */
  | { readonly kind: 'on-demand' }
  /** Once in each period of the database's clock, whatever the number of processes. */
  | { readonly kind: 'every'; readonly seconds: number; readonly spreadSeconds: number; readonly payload: Payload };

/** A job with all that the queue and the worker need to know about it. */
export interface JobDefinition<Payload> {
  readonly payload: z.ZodType<Payload>;
  /** Tries after the first, for a handler that threw or died. Expected failures are values and do not count here. */
  readonly retryLimit: number;
  /** Pause before the first retry; it doubles with each. */
  readonly retryDelaySeconds: number;
  /** A run older than this is taken for dead and tried again. */
  readonly expireInSeconds: number;
  /** At most one job of a key waits or runs, in all processes together. */
  readonly keyOf: (payload: Payload) => string;
  readonly schedule: Schedule<Payload>;
}

/** The declared jobs by name. */
export type JobDefinitions = { readonly [N in JobName]: JobDefinition<Payloads[N]> };

/** How often sources that are due are looked for, and how far ahead, so that runs begin to the second nevertheless. */
export const LOOK_SECONDS = 60;

/** Of a job that carries nothing there is one. */
const THE_ONLY_ONE = () => '';

/** The jobs of this system. Queues are created from this list and no other. */
export const JOBS: JobDefinitions = {
  'scrape-source': {
    payload: PAYLOADS['scrape-source'],
    // A source whose run kills the worker twice waits for its next regular run instead of killing it all day.
    retryLimit: 2,
    // Long enough for a restart of the service or the database to be over.
    retryDelaySeconds: 60,
    // Hundreds of pages at a polite second or two each; also how long a source rests when a worker is killed in its run.
    expireInSeconds: 15 * 60,
    keyOf: ({ sourceId }) => sourceId,
    schedule: { kind: 'on-demand' },
  },
  'release-run': {
    payload: PAYLOADS['release-run'],
    // With the delay doubling from half a minute: a quarter of an hour, as long as a run can hold the source.
    retryLimit: 5,
    retryDelaySeconds: 30,
    // Reading stored pages and one transaction.
    expireInSeconds: 5 * 60,
    keyOf: ({ runId }) => runId,
    schedule: { kind: 'on-demand' },
  },
  'refresh-rates': {
    payload: PAYLOADS['refresh-rates'],
    // With the delay doubling from two minutes: an hour and more of tries, well before the next period.
    retryLimit: 5,
    retryDelaySeconds: 120,
    // One small file.
    expireInSeconds: 5 * 60,
    keyOf: THE_ONLY_ONE,
    // Rates appear once a working day in the afternoon: six hours bring them the same day. Spread, so that not every installation asks on the hour.
    schedule: { kind: 'every', seconds: 6 * 60 * 60, spreadSeconds: 120, payload: {} },
  },
  'assess-risk': {
    payload: PAYLOADS['assess-risk'],
    // The next minute brings the next one, and finds what this one left.
    retryLimit: 0,
    retryDelaySeconds: 0,
    // A million rows at some thousands a second; a killed one holds assessments up that long.
    expireInSeconds: 15 * 60,
    keyOf: THE_ONLY_ONE,
    // Soon after a publication; where nothing is due it is one statement.
    schedule: { kind: 'every', seconds: 60, spreadSeconds: 0, payload: {} },
  },
  'enqueue-due': {
    payload: PAYLOADS['enqueue-due'],
    // The next minute brings the next one.
    retryLimit: 0,
    retryDelaySeconds: 0,
    // A few statements; as long as a killed worker can hold up every schedule.
    expireInSeconds: 60,
    keyOf: THE_ONLY_ONE,
    schedule: { kind: 'every', seconds: LOOK_SECONDS, spreadSeconds: 0, payload: {} },
  },
  'match-watches': {
    payload: PAYLOADS['match-watches'],
    // What was published stays noted until it is matched: the next minute tries again.
    retryLimit: 0,
    retryDelaySeconds: 0,
    // The first match of a process reads every search that is watched.
    expireInSeconds: 5 * 60,
    keyOf: THE_ONLY_ONE,
    schedule: { kind: 'every', seconds: LOOK_SECONDS, spreadSeconds: 0, payload: {} },
  },
  'send-digests': {
    payload: PAYLOADS['send-digests'],
    // A digest that is due stays due.
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 10 * 60,
    keyOf: THE_ONLY_ONE,
    schedule: { kind: 'every', seconds: LOOK_SECONDS, spreadSeconds: 0, payload: {} },
  },
  'send-deliveries': {
    payload: PAYLOADS['send-deliveries'],
    // Each delivery has its own tries.
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 10 * 60,
    keyOf: THE_ONLY_ONE,
    schedule: { kind: 'every', seconds: LOOK_SECONDS, spreadSeconds: 0, payload: {} },
  },
};

/** Names of all jobs, those that take a moment before those that take minutes. */
export const JOB_NAMES: readonly JobName[] = [
  'enqueue-due',
  'match-watches',
  'send-deliveries',
  'send-digests',
  'release-run',
  'refresh-rates',
  'assess-risk',
  'scrape-source',
];
