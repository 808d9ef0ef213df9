import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connectionFromUrl } from '../../db/connection-options.ts';
import { isAlive } from '../../db/embedded/lock.ts';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../../db/embedded/start.ts';
import { MIGRATIONS, migrateDatabase } from '../../db/migrate.ts';
import { administer, databaseUrl, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

let undo: (() => Promise<void>)[] = [];

/**
 * Runs once, before all test files: a server (the embedded one in a temporary folder, or that of TEST_DATABASE_URL, whose user
 * must be allowed to create databases) with one migrated template database.
 */
export async function setup(project: TestProject): Promise<void> {
  try {
    const template = `stealtime_test_${process.pid}`;
    const given = process.env.TEST_DATABASE_URL;
    const url = given ?? (await startThrowAway());
    if (given) undo.push(() => dropAll(given, template));
    await administer(url, async (sql) => {
      await sql`create database ${sql(template)}`;
    });
    if (existsSync(MIGRATIONS)) await migrateDatabase(connectionFromUrl(databaseUrl(url, template)));
    // Nobody may connect from now on: a template in use cannot be copied.
    await administer(url, (sql) => sql`alter database ${sql(template)} allow_connections false`);
    project.provide('testServer', { url, template });
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** Runs once, after all test files, whatever became of them. */
export async function teardown(): Promise<void> {
  const steps = undo.reverse();
  undo = [];
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'the test database was not completely removed');
}

async function startThrowAway(): Promise<string> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), `stealtime-vitest-${process.pid}-`));
  undo.push(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ dataDir, throwAway: true });
  undo.push(async () => {
    await server.release();
    // Whoever forgot to close a connection.
    await stopEmbeddedPostgres(dataDir);
  });
  process.once('exit', () => endAtOnce(dataDir));
  const { user, database, path } = server.connection;
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(join(path ?? '', '..'))}`;
}

/** The last resort when the run is broken off by Ctrl-C, which leaves no time for {@link teardown}. */
function endAtOnce(dataDir: string): void {
  const file = join(dataDir, 'pg18', 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, , , , socketFolder] = readFileSync(file, 'utf8').split('\n');
  process.kill(Number(pid), 'SIGQUIT');
  for (const folder of [dataDir, String(socketFolder)]) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** Stops and removes the servers of test runs that were killed before they could. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^stealtime-vitest-(\d+)-/.exec(name) ?? [];
    if (!pid || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    for (const dataDir of [folder, join(folder, 'data')]) await stopEmbeddedPostgres(dataDir).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Leaves somebody else's server as it was. */
async function dropAll(url: string, template: string): Promise<void> {
  await administer(url, async (sql) => {
    const found = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${template})`;
    for (const { datname } of found) await sql`drop database ${sql(datname)} with (force)`;
  });
}
