/** The queue on pg-boss. Another engine, or a newer release of this one, is a change of this folder. */
import PgBoss from 'pg-boss';
import { JOBS, type JobDefinitions, type JobName } from '../definitions.ts';
import type { Enqueued, EnqueueOptions, JobLog, Queue, QueueSql, QueueTx } from '../queue.ts';
import { ensureQueues } from './ensure-queues.ts';
import { bossInTransaction, bossOnConnection, bossOnPool } from './postgres-db.ts';
import { takeJobs } from './take-jobs.ts';

/** Any number that no other lock of this system has. */
const SETUP_LOCK = 7_162_030;

type ReservedSql = Parameters<typeof bossOnConnection>[0];

/** What a queue needs. */
export interface QueueOptions {
  readonly sql: QueueSql;
  readonly log: JobLog;
  /** Whether this process also expires and archives jobs: yes where a worker runs. */
  readonly housekeeping?: boolean;
  /** How often that is done (30): a dead worker's job is noticed so much after its expiry. */
  readonly housekeepingSeconds?: number;
  /** For tests; otherwise the declared jobs. */
  readonly jobs?: JobDefinitions;
}

/** Opens the queue; the first process on a database makes its tables and queues. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { sql, log, housekeeping = true, housekeepingSeconds = 30, jobs = JOBS } = options;
  const db = bossOnPool(sql);
  let dbNow = db;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => dbNow.executeSql(text, values) },
    supervise: housekeeping,
    maintenanceIntervalSeconds: housekeepingSeconds,
    // Its clockwork leaves promises unhandled that reject when the database is away, which ends a process. See offer-scheduled.ts.
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'housekeeping of the job queue failed'));
  await oneAtATime(sql, async (connection) => {
    dbNow = bossOnConnection(connection);
    await boss.start();
    await ensureQueues(boss, jobs);
  }).catch(async (error: unknown) => {
    await boss.stop({ graceful: false });
    throw error;
  });
  dbNow = db;

  return {
    jobs,
    async enqueue(name, payload, when = {}) {
      const { keyOf, payload: schema } = jobs[name];
      const data = schema.parse(payload);
      const job = { name, data, key: keyOf(data) };
      return when.tx ? add(boss, when.tx, job, when) : sql.begin((tx) => add(boss, tx, job, when));
    },
    take: (name, limit) => takeJobs(boss, db, { name, limit, schema: jobs[name].payload, log }),
    async complete({ name, jobId }) {
      await boss.complete(name, jobId);
    },
    async fail({ name, jobId }, reason) {
      await boss.fail(name, jobId, { message: reason });
    },
    close: () => boss.stop({ graceful: false }),
  };
}

/** Processes that make the same queues at once end in a deadlock. On the connection that has the lock, so that a pool of one is enough. */
async function oneAtATime(sql: QueueSql, work: (connection: ReservedSql) => Promise<void>): Promise<void> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${SETUP_LOCK})`;
    await work(connection);
  } finally {
    await connection`select pg_advisory_unlock(${SETUP_LOCK})`.catch(() => undefined);
    connection.release();
  }
}

interface NewJob {
  readonly name: JobName;
  readonly data: object;
  readonly key: string;
}

async function add(boss: PgBoss, tx: QueueTx, job: NewJob, when: EnqueueOptions): Promise<Enqueued> {
  if (await isPending(tx, job)) return { state: 'already-queued' };
  const jobId = await boss.send(job.name, job.data, {
    db: bossInTransaction(tx),
    singletonKey: job.key,
    ...(when.startAfterSeconds === undefined ? {} : { startAfter: when.startAfterSeconds }),
    ...(when.oncePerSeconds === undefined ? {} : { singletonSeconds: when.oncePerSeconds }),
  });
  if (jobId !== null) return { state: 'queued', jobId };
  // pg-boss answers null for a conflict, which is as it should be, and for a queue that does not exist, which is not.
  const [queue] = await tx.unsafe('select 1 from pgboss.queue where name = $1', [job.name]);
  if (!queue) throw new Error(`the queue ${job.name} does not exist`);
  return { state: 'already-queued' };
}

/**
 * Whether a job of this key waits or runs. The policy alone would let one wait behind one that runs; pg-boss then stumbles over
 * the waiting one at every fetch and the jobs behind it starve. The lock keeps two from finding none.
 */
async function isPending(tx: QueueTx, job: NewJob): Promise<boolean> {
  await tx.unsafe('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`stealtime job ${job.name} ${job.key}`]);
  const [pending] = await tx.unsafe(
    `select 1 from pgboss.job where name = $1 and singleton_key = $2 and state in ('created', 'retry', 'active') limit 1`,
    [job.name, job.key],
  );
  return pending !== undefined;
}
