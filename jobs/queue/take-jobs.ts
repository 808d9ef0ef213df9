import type PgBoss from 'pg-boss';
import type { z } from 'zod';
import type { JobName, Payloads } from '../definitions.ts';
import type { JobLog, TakenJob } from '../queue.ts';

/** What to take. */
export interface Taking<N extends JobName> {
  readonly name: N;
  readonly limit: number;
  readonly schema: z.ZodType<Payloads[N]>;
  readonly log: JobLog;
}

const UNIQUE_VIOLATION = '23505';

/** Takes due jobs. One whose payload cannot be read (another release wrote it) is failed with a word about it. */
export async function takeJobs<N extends JobName>(boss: PgBoss, db: PgBoss.Db, taking: Taking<N>): Promise<TakenJob<N>[]> {
  const { name, schema, log } = taking;
  const taken: TakenJob<N>[] = [];
  for (const job of await fetchJobs(boss, db, name, taking.limit)) {
    const payload = schema.safeParse(job.data);
    if (payload.success) {
      const { id: jobId, retryCount, expireInSeconds } = job;
      // The driver gives PostgreSQL's numeric as text.
      taken.push({ jobId, name, payload: payload.data, attempt: retryCount + 1, expireInSeconds: Number(expireInSeconds) });
    } else {
      log.error({ job: name, jobId: job.id, err: payload.error }, 'a job carries what it should not');
      await boss.fail(name, job.id, { message: payload.error.message });
    }
  }
  return taken;
}

/** pg-boss takes every error of this query for a harmless conflict; a database that is away would look like an empty queue. */
async function fetchJobs(boss: PgBoss, db: PgBoss.Db, name: JobName, limit: number): Promise<PgBoss.JobWithMetadata<unknown>[]> {
  let trouble: unknown;
  const watched: PgBoss.Db = {
    async executeSql(text, values) {
      try {
        return await db.executeSql(text, values);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) trouble = error;
        throw error;
      }
    },
  };
  const jobs = await boss.fetch<unknown>(name, { batchSize: limit, includeMetadata: true, db: watched });
  if (trouble !== undefined) throw trouble;
  return jobs;
}
