import { setTimeout as delay } from 'node:timers/promises';
import type postgres from 'postgres';
import { clientOptions, type EmbeddedConnection } from './connection.ts';
import { type EmbeddedOptions, ensureRunning } from './ensure-running.ts';
import { type Layout, prepareDataFolder } from './folders.ts';
import { withLock } from './lock.ts';
import { trimLog } from './log-file.ts';
import { stopServer } from './postmaster.ts';
import { bePresent, type Presence } from './presence.ts';
import { codeOf, messageOf } from './unavailable.ts';

/** A running embedded server, as one process has it. */
export interface EmbeddedPostgres {
  /** Options for postgres.js: spread them and add your own. */
  readonly connection: postgres.Options<Record<string, never>>;
  /** Leaves the server; the last process out stops it. Close your clients first: they count as somebody. Never rejects. */
  release(): Promise<void>;
}

const LOG_CHECK = 60 * 60_000;

/**
 * Gives the PostgreSQL of a data folder: attaches to the server that is running there, or creates and starts it. Any number of
 * processes of one machine may do so at once. While the handle is held the server is started again if it dies.
 * Rejects with `DatabaseUnavailable`, whose message is meant for people.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const layout = await prepareDataFolder(options.dataDir);
  const log = options.log ?? (() => undefined);
  let presence: Presence | undefined;
  let released = false;

  // Within the lock: a process that is about to stop the server has to see us before it looks.
  const join = (): Promise<EmbeddedConnection | undefined> =>
    withLock(layout.lock, log, async () => {
      if (released) return undefined;
      const connection = await ensureRunning(layout, options, log);
      presence = await bePresent(connection, () => void rejoin());
      return connection;
    });

  const rejoin = async (): Promise<void> => {
    await presence?.leave().catch(() => undefined);
    presence = undefined;
    for (let wait = 100; !released; wait = Math.min(wait * 2, 30_000)) {
      log('the embedded database has gone away; starting it again');
      try {
        await join();
        return;
      } catch (error) {
        log(`the embedded database could not be started again: ${messageOf(error)}`);
        await delay(wait, undefined, { ref: false });
      }
    }
  };

  const connection = await join();
  if (!connection) throw new Error('released before it was started');
  const trimming = setInterval(() => void trimLog(layout.log).catch(() => undefined), LOG_CHECK).unref();
  return {
    connection: clientOptions(connection),
    async release() {
      if (released) return;
      released = true;
      clearInterval(trimming);
      try {
        await withLock(layout.lock, log, () => leave(layout, presence));
      } catch (error) {
        await presence?.leave().catch(() => undefined);
        // Somebody removed the data folder: nothing is left to be stopped in an orderly way.
        if (codeOf(error) !== 'ENOENT') log(`the embedded database was not stopped: ${messageOf(error)}`);
      }
    },
  };
}

/** Stops the server of a data folder, if one runs there, whoever uses it. Processes that hold a handle start it again. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<void> {
  const layout = await prepareDataFolder(dataDir);
  await withLock(
    layout.lock,
    () => undefined,
    () => stopServer(layout),
  );
}

async function leave(layout: Layout, presence: Presence | undefined): Promise<void> {
  const others = (await presence?.others().catch(() => undefined)) ?? 0;
  await presence?.leave();
  if (others === 0) await stopServer(layout);
}
