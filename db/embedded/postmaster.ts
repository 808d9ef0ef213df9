import { lstat, readFile, readlink, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connectionIn, type EmbeddedConnection } from './connection.ts';
import type { Layout } from './folders.ts';
import { isAlive } from './lock.ts';
import { DatabaseUnavailable } from './unavailable.ts';

const POLL = 20;
const STOPPED_WITHIN = 60_000;
const SOCKET_WITHIN = 1_000;

/** What the running (or crashed) server wrote about itself. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

/** Reads PostgreSQL's postmaster.pid; `undefined` when no server has run or the last one ended properly. */
export async function readPostmaster(layout: Layout): Promise<Postmaster | undefined> {
  const text = await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const socketFolder = lines[4]?.trim();
  return pid > 0 && socketFolder ? { pid, socketFolder } : undefined;
}

/**
 * Removes PostgreSQL's lock files, in its own folder and beside its socket, when the process they name is another program:
 * after a crash and a restart of the machine or container it may be, and PostgreSQL would refuse to start for ever.
 */
export async function dropForeignLocks(layout: Layout, connection: EmbeddedConnection): Promise<void> {
  for (const file of [join(layout.cluster, 'postmaster.pid'), `${connection.path}.lock`]) {
    const pid = await pidIn(file);
    if (pid !== undefined && (await isServer(layout, pid)) === 'no') await rm(file, { force: true });
  }
}

async function pidIn(file: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  return pid > 0 ? pid : undefined;
}

/** Whether a process is this cluster's server: a server works in its own folder. Told by /proc, where there is one. */
async function isServer(layout: Layout, pid: number): Promise<'yes' | 'no' | 'unknown'> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder === undefined) return 'unknown';
  return folder === layout.cluster ? 'yes' : 'no';
}

/** Stops a server that nobody can reach any more, because something cleaned its socket away. */
export async function stopUnreachable(layout: Layout, recorded: Postmaster): Promise<void> {
  if ((await isServer(layout, recorded.pid)) !== 'yes') return;
  // A server that is only just starting has no socket yet.
  const began = Date.now();
  while (!(await exists(connectionIn(recorded.socketFolder).path))) {
    if (Date.now() - began > SOCKET_WITHIN) return stopServer(layout);
    if (!isAlive(recorded.pid)) return;
    await delay(POLL);
  }
}

/** Stops the server: clients are disconnected, everything is written. Returns when it has ended. */
export async function stopServer(layout: Layout): Promise<void> {
  const running = await readPostmaster(layout);
  if (!running || (await isServer(layout, running.pid)) === 'no') return;
  try {
    process.kill(running.pid, 'SIGINT');
  } catch {
    return; // Already gone.
  }
  const giveUpAt = Date.now() + STOPPED_WITHIN;
  while ((await readPostmaster(layout))?.pid === running.pid && isAlive(running.pid)) {
    if (Date.now() > giveUpAt) {
      throw new DatabaseUnavailable(`The embedded database (process ${running.pid}) does not stop. See ${layout.log}.`);
    }
    await delay(POLL);
  }
  await rmdir(running.socketFolder).catch(() => undefined);
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
