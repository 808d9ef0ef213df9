import { beforeEach, describe, expect, test } from 'vitest';
import { listSources, setNextRun } from '../../db/queries/source-state.ts';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import type { RunReport } from '../../ingest/run.ts';
import { JOBS } from '../../jobs/definitions.ts';
import type { JobContext } from '../../jobs/handler.ts';
import { enqueueDue } from '../../jobs/handlers/enqueue-due.ts';
import { refreshRates } from '../../jobs/handlers/refresh-rates.ts';
import { scrapeSource } from '../../jobs/handlers/scrape-source.ts';
import { planFirstRuns } from '../../jobs/plan-runs.ts';
import { openQueue } from '../../jobs/queue/open-queue.ts';
import { useDatabase } from '../support/database.ts';
import { manifest, memoryLog, report } from './support/jobs.ts';

const database = useDatabase();
const NOW = Date.UTC(2026, 10, 23, 12);
const now = () => NOW;
/** The middle: cadences come out exact. */
const random = () => 0.5;
const context: JobContext = { attempt: 1, signal: new AbortController().signal };
const minutes = (count: number) => new Date(NOW + count * 60_000).toISOString();

beforeEach(async () => {
  await database.sql`truncate sources, scrape_runs`;
});

async function addSource(sourceId: string, nextRunAt: string | null): Promise<void> {
  await database.sql`insert into sources (source_id, provider_id, next_run_at) values (${sourceId}, ${sourceId}, ${nextRunAt})`;
}

async function nextRuns(): Promise<Record<string, string | null>> {
  const all = await listSources(database.sql);
  return Object.fromEntries(all.map(({ sourceId, nextRunAt }) => [sourceId, nextRunAt]));
}

describe('scrape-source', () => {
  let runs = 0;

  /** Runs the handler on a source that ends so, leaving the run on record as the ingest room does. */
  async function run(end: Pick<RunReport, 'state' | 'failure'>): Promise<string | null | undefined> {
    const handler = scrapeSource({
      db: database.sql,
      now,
      random,
      log: memoryLog(),
      manifestOf: (sourceId) => manifest(sourceId),
      async runSource(sourceId, trigger) {
        const runId = `run-${++runs}`;
        const at = new Date(NOW + runs * 1000).toISOString();
        if (end.state !== 'busy') {
          await database.sql`insert into scrape_runs (run_id, source_id, trigger, state, failure_code, started_at, observed_at)
            values (${runId}, ${sourceId}, ${trigger}, ${end.state}, ${end.failure?.code ?? null}, ${at}, ${at})`;
        }
        return report(sourceId, end, runId);
      },
    });
    await handler({ sourceId: 'a' }, context);
    return (await nextRuns()).a;
  }

  const failed = (code: FailureCode, more: Partial<Failure> = {}) =>
    ({ state: 'failed', failure: { code, message: 'words', ...more } }) as const;

  beforeEach(() => addSource('a', minutes(-1)));

  test('plans the next run by the end of this one', async () => {
    expect(await run({ state: 'published', failure: null })).toBe(minutes(60));
    expect(await run({ state: 'quarantined', failure: null })).toBe(minutes(60));
    expect(await run(failed('unreadable-page'))).toBe(minutes(60));
    expect(await run(failed('credentials-missing'))).toBeNull();
  });

  test('a source that cannot be reached is tried soon, then less and less often, and afresh after it could', async () => {
    const waits = [];
    for (let round = 0; round < 7; round++) waits.push(await run(failed('unreachable')));
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60].map(minutes));
    await run({ state: 'unchanged', failure: null });
    expect(await run(failed('timed-out'))).toBe(minutes(2));
    await run(failed('blocked'));
    expect(await run(failed('unreachable'))).toBe(minutes(2));
  });

  test('Retry-After is kept', async () => {
    expect(await run(failed('rate-limited', { notBefore: NOW + 90 * 60_000 }))).toBe(minutes(90));
    expect(await listSources(database.sql)).toMatchObject([{ notBefore: minutes(90) }]);
    expect(await run({ state: 'published', failure: null })).toBe(minutes(60));
    expect(await listSources(database.sql)).toMatchObject([{ notBefore: null }]);
  });

  test('a run that dies, or finds the source taken, leaves a next run all the same', async () => {
    expect(await run({ state: 'busy', failure: null })).toBe(minutes(60));
    await setNextRun(database.sql, 'a', { nextRunAt: minutes(-1), notBefore: null });
    const runSource = () => Promise.reject(new Error('the database went away'));
    const handler = scrapeSource({ db: database.sql, now, random, log: memoryLog(), manifestOf: manifest, runSource });
    await expect(handler({ sourceId: 'a' }, context)).rejects.toThrow('the database went away');
    expect(await nextRuns()).toEqual({ a: minutes(60) });
  });

  test('a run that throws at its last try as well stops its source, as the table says of our own errors', async () => {
    const runSource = () => Promise.reject(new Error('a bug of ours'));
    const handler = scrapeSource({ db: database.sql, now, random, log: memoryLog(), manifestOf: manifest, runSource });
    const { retryLimit } = JOBS['scrape-source'];
    await expect(handler({ sourceId: 'a' }, { ...context, attempt: retryLimit })).rejects.toThrow('a bug of ours');
    expect(await nextRuns()).toEqual({ a: minutes(60) });
    await expect(handler({ sourceId: 'a' }, { ...context, attempt: retryLimit + 1 })).rejects.toThrow('a bug of ours');
    expect(await nextRuns()).toEqual({ a: null });
  });

  test('a source that was switched off meanwhile is left alone, and one that an operator wants is run as asked', async () => {
    const asked: string[] = [];
    const runSource = async (sourceId: string, trigger: string) => {
      asked.push(trigger);
      return report(sourceId, { state: 'published', failure: null });
    };
    const handler = scrapeSource({ db: database.sql, now, random, log: memoryLog(), manifestOf: manifest, runSource });
    await handler({ sourceId: 'a', trigger: 'command' }, context);
    await handler({ sourceId: 'a' }, context);
    await database.sql`update sources set enabled = false where source_id = 'a'`;
    await handler({ sourceId: 'a' }, context);
    expect(asked).toEqual(['command', 'schedule']);
  });

  test('a source that this release does not know is left alone', async () => {
    const runSource = () => Promise.reject(new Error('not to be called'));
    const log = memoryLog();
    const handler = scrapeSource({ db: database.sql, now, random, log, manifestOf: () => undefined, runSource });
    await handler({ sourceId: 'a' }, context);
    expect(log.lines).toHaveLength(1);
  });
});

describe('enqueue-due', () => {
  async function withQueue(work: (look: () => Promise<void>) => Promise<void>): Promise<void> {
    const queue = await openQueue({ sql: database.sql, log: memoryLog(), housekeeping: false });
    await database.sql`delete from pgboss.job`;
    const sourceIds = ['due', 'soon', 'later', 'off', 'asked-to-wait', 'stopped'];
    const handler = enqueueDue({ transaction: database.transaction, queue, sourceIds, now });
    await work(() => handler({}, context)).finally(() => queue.close());
  }

  const enqueued = () => database.sql<{ source: string; wait: number }[]>`
    select data->>'sourceId' as source, round(extract(epoch from start_after - created_on))::int as wait from pgboss.job order by 1`;

  test('enqueues what is due until the next look, to start at its time', () =>
    withQueue(async (look) => {
      for (const [sourceId, at] of Object.entries({ due: -5, soon: 0.5, later: 2, off: -5, 'asked-to-wait': -5, unknown: -5 })) {
        await addSource(sourceId, minutes(at));
      }
      await addSource('stopped', null);
      await database.sql`update sources set enabled = false where source_id = 'off'`;
      await database.sql`update sources set not_before = ${minutes(5)} where source_id = 'asked-to-wait'`;
      await look();
      expect(await enqueued()).toEqual([
        { source: 'due', wait: 0 },
        { source: 'soon', wait: 30 },
      ]);
    }));

  test('looks at once or one after the other enqueue a source once', () =>
    withQueue(async (look) => {
      await addSource('due', minutes(-5));
      await Promise.all([look(), look(), look()]);
      await look();
      expect(await enqueued()).toHaveLength(1);
    }));
});

describe('refresh-rates', () => {
  const run = (failure: Failure | null) =>
    refreshRates({ refreshRates: async () => ({ failure }), log: memoryLog() })({}, context);

  test('leaves only passing failures to the queue to try again', async () => {
    await run(null);
    await run({ code: 'unreadable-page', message: 'words' });
    await expect(run({ code: 'unreachable', message: 'no route' })).rejects.toThrow('no route');
  });
});

describe('first runs', () => {
  const plan = () =>
    planFirstRuns({ db: database.sql, now, random }, [
      manifest('new'),
      manifest('recorded'),
      manifest('planned'),
      manifest('stopped'),
    ]);

  test('are planned for sources that have none, those that a failure stopped among them', async () => {
    await addSource('recorded', null);
    await addSource('planned', minutes(30));
    await addSource('stopped', null);
    const expected = { new: minutes(0.125), planned: minutes(30), recorded: minutes(0.125), stopped: minutes(0.125) };
    await plan();
    expect(await nextRuns()).toEqual(expected);
    await plan();
    expect(await nextRuns()).toEqual(expected);
  });

  test('several processes may plan them at once', async () => {
    await Promise.all([plan(), plan(), plan()]);
    expect(Object.keys(await nextRuns())).toHaveLength(4);
  });
});

test('sources are listed with their last run', async () => {
  await addSource('a', minutes(1));
  await addSource('never-run', null);
  const counts = { pages: 1, plans: 2, offers: 3, rejections: 0, added: 0, changed: 0, withdrawn: 0 };
  await database.sql`insert into scrape_runs (run_id, source_id, trigger, state, failure_code, message, started_at, observed_at, counts)
    values ('r', 'a', 'schedule', 'failed', 'unreachable', 'no route to host', ${minutes(0)}, ${minutes(0)}, ${database.sql.json(counts)})`;
  await database.sql`update sources set last_run_id = 'r', last_state = 'failed', last_run_at = ${minutes(0)} where source_id = 'a'`;
  expect(await listSources(database.sql)).toEqual([
    {
      sourceId: 'a',
      providerId: 'a',
      enabled: true,
      off: null,
      publishedAt: null,
      observation: null,
      notBefore: null,
      nextRunAt: minutes(1),
      lastRun: { runId: 'r', state: 'failed', at: minutes(0), failureCode: 'unreachable', message: 'no route to host', counts },
    },
    expect.objectContaining({ sourceId: 'never-run', lastRun: null, nextRunAt: null }),
  ]);
});
