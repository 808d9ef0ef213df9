import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { CHILD_ENVIRONMENT, CHILD_FOLDER } from './command.ts';
import { answers, type EmbeddedConnection, probe, READY_WITHIN } from './connection.ts';
import type { Layout } from './folders.ts';
import { logSince, logSize } from './log-file.ts';
import { dropForeignLocks } from './postmaster.ts';
import type { Runner } from './runner.ts';
import { DatabaseUnavailable } from './unavailable.ts';

const POLL = 20;
/** A killed server's process and shared memory may linger for a moment before another may start, in ms. */
const LINGERS = 15_000;
const LINGERING = /lock file ".*" already exists|pre-existing shared memory block/;

/** Settings of every embedded server, sized for one small machine. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '256MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Compiling pays off for long reports only; our queries are short and many.
  jit: 'off',
};

/**
 * Starts the server and waits until it answers on `connection`. Waits as well for a killed predecessor to go, and for one that
 * is just starting, recovering or stopping. Throws {@link DatabaseUnavailable} with the server's own words when it ends.
 */
export async function startServer(
  layout: Layout,
  binaries: Binaries,
  runner: Runner,
  connection: EmbeddedConnection,
  extraSettings: Readonly<Record<string, string>>,
): Promise<void> {
  const began = Date.now();
  for (;;) {
    const failure = await tryToStart(layout, binaries, runner, connection, extraSettings);
    if (failure === undefined) return;
    if (!LINGERING.test(failure) || Date.now() - began > LINGERS) {
      throw new DatabaseUnavailable(`The embedded database did not start: ${failure || 'it said nothing'} (log: ${layout.log})`);
    }
    await dropForeignLocks(layout, connection);
    await delay(POLL * 5);
    if (await answers(connection)) return;
  }
}

/** One start; the server's words when it ended instead of getting ready. */
async function tryToStart(
  layout: Layout,
  binaries: Binaries,
  runner: Runner,
  connection: EmbeddedConnection,
  extraSettings: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const settings = { ...SETTINGS, unix_socket_directories: connection.folder, ...extraSettings };
  const [command = binaries.postgres, ...rest] = [...runner.prefix, binaries.postgres];
  const args = [
    ...rest,
    '-D',
    layout.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const from = await logSize(layout.log);
  const log = await open(layout.log, 'a', 0o600);
  let ended: string | undefined;
  try {
    if (runner.owner) await log.chown(runner.owner.uid, runner.owner.gid);
    // Detached: a Ctrl-C in our terminal must not reach a server that other processes use, and it outlives us.
    const server = spawn(command, args, {
      ...runner.identity,
      env: CHILD_ENVIRONMENT,
      cwd: CHILD_FOLDER,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    server.once('error', (error) => {
      ended = error.message;
    });
    server.once('exit', (code, signal) => {
      ended ??= `exit ${code ?? signal}`;
    });
    server.unref();
  } finally {
    await log.close();
  }
  const giveUpAt = Date.now() + READY_WITHIN;
  while (ended === undefined) {
    if ((await probe(connection)) === 'up') return undefined;
    if (Date.now() > giveUpAt) return `it was not ready after ${READY_WITHIN / 60_000} minutes`;
    await delay(POLL);
  }
  return (await logSince(layout.log, from)) || ended;
}
