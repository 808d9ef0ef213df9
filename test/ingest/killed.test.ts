/** Processes that are killed in the middle of a publication, or that run the same source at once. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readBundledRates } from '../../db/catalog/read-catalog.ts';
import { publishRates } from '../../ingest/refresh-rates.ts';
import { until } from '../jobs/support/jobs.ts';
import { type RunningCommand, startCommand } from '../support/command.ts';
import { useDatabase } from '../support/database.ts';
import { recordingFolder } from '../support/recording-folder.ts';
import { linodePages, linodeWith } from './support/pages.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

/** A lock that the test holds, and at which publications of other processes stop. */
const GATE = 4242;
const COMMAND = 'stealtime scrape';
const next = linodeWith({ 'g6-standard-1': 5.5, 'g6-standard-12': null });

/** Lets every process of the command stop where it writes to a table, until the answered function is called. */
async function stopAt(table: string, when = 'true'): Promise<() => Promise<void>> {
  const gate = await database.sql.reserve();
  await gate`select pg_advisory_lock(${GATE})`;
  await database.sql.unsafe(`
    create or replace function wait_at_gate() returns trigger language plpgsql as $$ begin
      if current_setting('application_name') = '${COMMAND}' then perform pg_advisory_xact_lock_shared(${GATE}); end if;
      return null;
    end $$;
    create trigger gate after insert or update on ${table} for each row when (${when}) execute function wait_at_gate()`);
  let open = false;
  const release = async () => {
    if (open) return;
    open = true;
    await gate`select pg_advisory_unlock(${GATE})`;
    gate.release();
    await database.sql.unsafe(`drop trigger gate on ${table}`);
  };
  onTestFinished(release);
  return release;
}

/** Waits until a command stands at the gate; one that ends instead says why. */
async function atGate(command: RunningCommand): Promise<void> {
  const ended = command.ended.then((end) => Promise.reject(new Error(`ended before the gate: ${JSON.stringify(end)}`)));
  await Promise.race([until(waiting, 45_000), ended]);
}

async function waiting(): Promise<boolean> {
  const found = await database.sql`select 1 from pg_locks where locktype = 'advisory' and objid = ${GATE} and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  return found.length > 0;
}

async function allGone(): Promise<boolean> {
  const left =
    await database.sql`select 1 from pg_stat_activity where application_name = ${COMMAND} and datname = current_database()`;
  return left.length === 0;
}

const started: RunningCommand[] = [];
async function scrapeNext(): Promise<RunningCommand> {
  const dir = await recordingFolder([['linode', day(2), next]]);
  const command = startCommand(['scrape', 'linode', '--replay', dir], { DATABASE_URL: database.url });
  started.push(command);
  return command;
}

beforeEach(async () => {
  await publishRates(database, await readBundledRates());
  await shop.replay('linode', linodePages(), day(1));
});
afterEach(async () => {
  for (const { process: child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

describe('kill -9 in the middle of a publication', () => {
  it.each([
    ['price_periods', 'true'],
    ['search_rows', 'true'],
    ['sources', 'true'],
    ['scrape_runs', `new.state = 'published'`],
  ])('leaves the old batch whole, and the next run the new one: while writing %s', async (table, when) => {
    const old = await shop.fingerprint();
    const open = await stopAt(table, when);
    const command = await scrapeNext();
    await atGate(command);
    command.process.kill('SIGKILL');
    expect(await command.ended).toMatchObject({ code: null });
    await open();
    await until(allGone);
    expect(await shop.fingerprint()).toBe(old);
    const states = async () =>
      (await database.sql`select state from scrape_runs order by started_at, run_id`).map(({ state }) => state);
    expect((await states()).toSorted()).toEqual(['published', 'running']);

    const report = await shop.replay('linode', next, day(2));
    expect(report).toMatchObject({ state: 'published', counts: { plans: 11, changed: 3 } });
    expect((await states()).toSorted()).toEqual(['failed', 'published', 'published']);
    expect(await shop.periods('linode:g6-standard-1@us-east')).toEqual(['01–01 5.00', '02–02 5.50 …']);
    expect(await shop.row('linode:g6-standard-1')).toMatchObject({ price: '5.50', observedAt: day(2) });
    expect(await shop.row('linode:g6-standard-2')).toMatchObject({ price: '10.00', observedAt: day(2) });
    expect(await shop.offer('linode:g6-standard-12@us-east')).toMatchObject({ missedRuns: 1 });
  });
});

describe('two processes on one source', () => {
  it('one works, the other says that it is busy, and neither waits nor publishes twice', async () => {
    const open = await stopAt('search_rows');
    const first = await scrapeNext();
    await atGate(first);
    const second = await (await scrapeNext()).ended;
    expect(second).toMatchObject({ code: 1, stdout: expect.stringMatching(/^linode \S+ busy: /) });
    await open();
    expect(await first.ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^linode \S+ published: 11 plans/) });
    const runs = await database.sql`select 1 from scrape_runs where source_id = 'linode'`;
    expect(runs).toHaveLength(2);
  });

  it('and within one process as well', async () => {
    const reports = await Promise.all([1, 2].map(() => shop.replay('linode', next, day(2))));
    expect(reports.map(({ state }) => state).toSorted()).toEqual(['busy', 'published']);
  });
});
