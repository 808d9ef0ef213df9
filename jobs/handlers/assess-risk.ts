import type { Handler } from '../handler.ts';
import type { JobLog, Queue } from '../queue.ts';

/** What an assessing job works with. */
export interface AssessRiskDeps {
  /** Assesses what is due; answers how many rows that were. */
  readonly assessRows: (signal: AbortSignal) => Promise<number>;
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly log: JobLog;
}

/** Assesses the rows that publications have left unassessed, and those whose assessment is a day old; watches wait for it. */
export function assessRisk({ assessRows, queue, log }: AssessRiskDeps): Handler<'assess-risk'> {
  return async (_payload, { signal }) => {
    const rows = await assessRows(signal);
    if (rows === 0) return;
    log.info({ rows }, `${rows} rows assessed`);
    await queue.enqueue('match-watches', {});
  };
}
