import type { JobName, Payloads } from './definitions.ts';

/** What a handler learns besides the payload. */
export interface JobContext {
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the job's time is up or the process cannot wait any longer. */
  readonly signal: AbortSignal;
}

/** Does a job. What it throws is an error of ours or of the database, and the job is tried again as its definition says. */
export type Handler<N extends JobName> = (payload: Payloads[N], context: JobContext) => Promise<void>;

/** Handlers by job; a worker takes the jobs it has handlers for. */
export type Handlers = { readonly [N in JobName]?: Handler<N> };
