import type { Handler } from '../handler.ts';
import type { JobLog, Queue } from '../queue.ts';
import type { Matched } from '../watches/match-runs.ts';

/** What the job works with. */
export interface MatchWatchesDeps {
  readonly match: () => Promise<Matched>;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly log: JobLog;
}

/** Asks watches about what was published, and has what they tell delivered. */
export function matchWatches({ match, queue, log }: MatchWatchesDeps): Handler<'match-watches'> {
  return async () => {
    const matched = await match();
    if (matched.runs > 0) log.info({ matched }, `watches were asked about ${matched.changes} changes: ${matched.alerts} told`);
    if (matched.alerts > 0) await queue.enqueue('send-deliveries', {});
  };
}
