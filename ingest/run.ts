/** What a run of one source is asked to do, and what it reports. */

import type { RunCounts, RunTrigger } from '../db/schema/scraping.ts';
import type { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/listing.ts';

/** How a run ended, with everything a person or the scheduler needs to know. */
export interface RunReport {
  readonly runId: string;
  readonly sourceId: string;
  readonly trigger: RunTrigger;
  readonly state: 'published' | 'unchanged' | 'quarantined' | 'failed' | 'busy';
  /** Present where the state is `failed`. */
  readonly failure: Failure | null;
  readonly counts: RunCounts;
  readonly findings: readonly Finding[];
  /** ISO time of the observation. */
  readonly observedAt: string;
}
