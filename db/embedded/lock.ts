import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, DatabaseUnavailable } from './unavailable.ts';

/** A holder touches its lock this often, in ms; a lock untouched for {@link STALE_AFTER} belongs to nobody any more. */
const BEAT = 2_000;
const STALE_AFTER = 20_000;
/** A holder writes its name at once; an empty lock this old (ms) was left by a process killed in between. */
const NAMELESS_AFTER = 2_000;
const POLL = 20;
const TELL_AFTER = 5_000;
const GIVE_UP_AFTER = 10 * 60_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** Tokens of locks held by this very process: a lock with our pid and another token was left by an earlier process. */
const ours = new Set<string>();

/**
 * Runs `work` while holding the lock file, so that one process at a time starts or stops the server. Waits for other holders,
 * takes over the lock of a dead one. What runs inside must stay correct even if two ran it at once (PostgreSQL's own
 * postmaster.pid is what protects the data): a takeover can, very rarely, happen twice.
 */
export async function withLock<T>(file: string, log: (message: string) => void, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  ours.add(token);
  try {
    await acquire(file, token, log);
    const heart = setInterval(() => void touch(file), BEAT).unref();
    try {
      return await work();
    } finally {
      clearInterval(heart);
      const holder = await holderOf(file);
      if (holder?.token === token) await rm(file, { force: true });
    }
  } finally {
    ours.delete(token);
  }
}

async function acquire(file: string, token: string, log: (message: string) => void): Promise<void> {
  const began = Date.now();
  let told = false;
  for (;;) {
    if (await create(file, token)) return;
    const holder = await holderOf(file);
    if (await isLeftBehind(file, holder)) {
      const now = await holderOf(file);
      if (now?.token === holder?.token) await rm(file, { force: true });
      continue;
    }
    const waited = Date.now() - began;
    const who = holder ? `process ${holder.pid}` : 'another process';
    if (waited > GIVE_UP_AFTER) {
      throw new DatabaseUnavailable(
        `${who} has been starting or stopping the embedded database for ${GIVE_UP_AFTER / 60_000} minutes (lock: ${file}). End it and try again.`,
      );
    }
    if (waited > TELL_AFTER && !told) {
      told = true;
      log(`waiting for ${who}, which is starting or stopping the embedded database`);
    }
    await delay(POLL);
  }
}

async function create(file: string, token: string): Promise<boolean> {
  try {
    // Readable by all: root and the data's owner must be able to tell whether the other still lives.
    const handle = await open(file, 'wx', 0o644);
    const holder: Holder = { pid: process.pid, host: hostname(), token };
    await handle.writeFile(JSON.stringify(holder)).finally(() => handle.close());
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock; `undefined` when it is free or not yet (or never) signed. */
async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function isLeftBehind(file: string, holder: Holder | undefined): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return false;
  const age = Date.now() - found.mtimeMs;
  if (!holder) return age > NAMELESS_AFTER;
  // A process id means something only where it was given: containers may share the folder and number their own.
  if (holder.host === hostname()) {
    if (holder.pid === process.pid) return !ours.has(holder.token);
    if (!isAlive(holder.pid)) return true;
  }
  return age > STALE_AFTER;
}

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
