/** What the pages are given at start, and what every request of theirs carries. */
import type { Database } from '../db/client.ts';
import type { CountFilter } from '../db/queries/remembered-counts.ts';

/** Everything that the pages work with. */
export interface WebDeps {
  readonly database: Database;
  /** Counts the matches of searches. */
  readonly count: CountFilter;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Types of a request's context: what the app that the pages are mounted in has set. */
export interface WebEnv {
  Variables: { requestId: string };
}
