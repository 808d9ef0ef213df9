/** The queue as a small port: whoever writes to the database can enqueue in the same transaction. `queue/open-queue.ts` is behind it. */
import type { JobDefinitions, JobName, Payloads } from './definitions.ts';
import type { QueueSql, QueueTx } from './queue/postgres-db.ts';

export type { QueueSql, QueueTx };

/** Where jobs report; pino's loggers are such. */
export interface JobLog {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** When and with what a job is enqueued. */
export interface EnqueueOptions {
  /** Commit or roll back with this transaction. */
  readonly tx?: QueueTx;
  /** Seconds from now, by the database's clock. */
  readonly startAfterSeconds?: number;
  /** Not again within the same period of this length (at most 12 hours), even when the job is done. */
  readonly oncePerSeconds?: number;
}

/** `already-queued`: a job of this key waits or runs, or there was one in this period. */
export type Enqueued = { readonly state: 'queued'; readonly jobId: string } | { readonly state: 'already-queued' };

/** A job that this process has to run now. */
export interface TakenJob<N extends JobName> {
  readonly jobId: string;
  readonly name: N;
  readonly payload: Payloads[N];
  /** 1 for the first try. */
  readonly attempt: number;
  /** From its start; later it counts as dead and is given to another. */
  readonly expireInSeconds: number;
}

/** What the rooms see of the job engine. */
export interface Queue {
  readonly jobs: JobDefinitions;
  /** Rejects when the queue does not exist or the payload is not the declared one. */
  enqueue<N extends JobName>(name: N, payload: Payloads[N], options?: EnqueueOptions): Promise<Enqueued>;
  /** Takes jobs that are due, at most `limit`; nobody else gets them. */
  take<N extends JobName>(name: N, limit: number): Promise<readonly TakenJob<N>[]>;
  complete(job: TakenJob<JobName>): Promise<void>;
  /** Tried again as the job's definition says. */
  fail(job: TakenJob<JobName>, reason: string): Promise<void>;
  /** Stops the housekeeping. The pool stays the caller's. */
  close(): Promise<void>;
}
