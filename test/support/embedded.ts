import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach } from 'vitest';
import type { Identity } from '../../db/embedded/command.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres, stopEmbeddedPostgres } from '../../db/embedded/start.ts';

/** What a child process found: when its server started and by which socket, or why it has none. */
export interface Answer {
  readonly since?: string;
  readonly path?: string;
  readonly error?: string;
}

/** A process that uses an embedded database. */
export interface Child {
  readonly process: ChildProcess;
  readonly answer: Answer;
  /** Lets it release the database and end. */
  leave(): Promise<void>;
  /** Ends it without a chance to clean up. */
  kill(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('../db/embedded-child.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** The command line of a child, for callers that start it themselves. */
export function childCommand(dataDir: string): [string, ...string[]] {
  return [process.execPath, '--import', TSX, SCRIPT, dataDir];
}

/** Starts a process on the data folder, as another user if one is given, and waits for its answer. */
export async function startChild(dataDir: string, user: Partial<Identity> = {}): Promise<Child> {
  const [command, ...args] = childCommand(dataDir);
  return answerOf(spawn(command, args, { ...user, env: {}, stdio: ['pipe', 'pipe', 'inherit'] }));
}

/** Waits for the answer of a started child. */
export async function answerOf(child: ChildProcess): Promise<Child> {
  const ended = once(child, 'exit');
  if (!child.stdout) throw new Error('the child needs a pipe for its stdout');
  let answer: Answer = { error: 'the child said nothing' };
  for await (const line of createInterface(child.stdout)) {
    answer = JSON.parse(line) as Answer;
    break;
  }
  return {
    process: child,
    answer,
    async leave() {
      child.stdin?.end();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Data folders and servers that end with each test of the calling file. */
export interface EmbeddedTests {
  /** The path of a data folder that does not exist yet, in a folder of its own. */
  emptyFolder(): Promise<string>;
  /** The path of a data folder with a stopped cluster, the same for every test of the file: creating one takes a second. */
  usedFolder(): Promise<string>;
  /** A handle on it as in production, but without waiting for the disk. */
  start(dataDir: string, extraSettings?: Readonly<Record<string, string>>): Promise<EmbeddedPostgres>;
}

/** Call once at the top of a test file. */
export function useEmbedded(): EmbeddedTests {
  let handles: EmbeddedPostgres[] = [];
  let folders: string[] = [];
  let used: Promise<string> | undefined;

  afterEach(async () => {
    const ending = { handles, folders };
    handles = [];
    folders = [];
    for (const handle of ending.handles) await handle.release();
    if (used) await stopEmbeddedPostgres(await used);
    await Promise.all(ending.folders.map(remove));
  });
  afterAll(async () => {
    if (used) await remove(await used);
    used = undefined;
  });
  return {
    async emptyFolder() {
      const dataDir = await newFolder();
      folders.push(dataDir);
      return dataDir;
    },
    usedFolder() {
      used ??= makeCluster();
      return used;
    },
    async start(dataDir, extraSettings) {
      const handle = await startEmbeddedPostgres({ dataDir, throwAway: true, ...(extraSettings && { extraSettings }) });
      handles.push(handle);
      return handle;
    },
  };
}

async function newFolder(): Promise<string> {
  // Named so that the next run removes what a broken off one left (see global-setup.ts).
  return join(await mkdtemp(join(tmpdir(), `stealtime-vitest-${process.pid}-`)), 'data');
}

async function makeCluster(): Promise<string> {
  const dataDir = await newFolder();
  const server = await startEmbeddedPostgres({ dataDir, throwAway: true });
  await server.release();
  return dataDir;
}

async function remove(dataDir: string): Promise<void> {
  // Some tests make folders that no server could have been started in.
  await stopEmbeddedPostgres(dataDir).catch(() => undefined);
  await rm(dirname(dataDir), { recursive: true, force: true });
}

/** The process id of the server of a data folder, `undefined` when none runs. */
export async function serverPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'pg18', 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}
