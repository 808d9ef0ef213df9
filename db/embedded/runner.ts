import { chmod, chown, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Identity, type Outcome, run } from './command.ts';
import { type Layout, ourUid, ownerOf } from './folders.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/** A way to run PostgreSQL's programs, which refuse to run as root. */
export interface Runner {
  /** What stands before the program: a helper and its arguments, or nothing. */
  readonly prefix: readonly string[];
  /** The user the program is started as; `undefined` = ourselves. */
  readonly identity?: Identity;
  /** The user that owns the database's files and its socket; `undefined` = ourselves. */
  readonly owner?: Identity;
}

/** Seen by PostgreSQL in place of root inside a user namespace; any id but 0 would do. */
const MAPPED_ID = 65534;

/** Runs a program with its arguments as the runner says. */
export function runWith(runner: Runner, program: string, args: readonly string[], timeout?: number): Promise<Outcome> {
  const [command = program, ...rest] = [...runner.prefix, program];
  return run(command, [...rest, ...args], runner.identity, timeout);
}

/**
 * Finds a way that works here. An ordinary user runs PostgreSQL directly. As root: the data's owner when that is somebody else;
 * for root's own data a user namespace in which root looks like an ordinary user (files stay root's); where namespaces are
 * forbidden, as in many containers, the user `postgres` or `nobody`, who is then given the database's files.
 * Throws {@link DatabaseUnavailable} when nothing works.
 */
export async function findRunner(postgres: string, layout: Layout): Promise<Runner> {
  const ways = ourUid() === 0 ? await waysForRoot(await ownerOf(layout)) : [{ prefix: [] }];
  const refusals: string[] = [];
  for (const way of ways) {
    const started = await runWith(way, postgres, ['--version']);
    // A namespace or a lesser user may be kept out by a private folder above (a home of mode 0700).
    const reached = started.ok ? await reaches(way, layout.root) : started;
    if (reached.ok) return way;
    refusals.push(reached.output);
  }
  const root =
    ourUid() === 0
      ? 'PostgreSQL does not run as root, and nothing else was possible here. Run as an ordinary user, or set'
      : 'Set';
  throw new DatabaseUnavailable(
    `The embedded PostgreSQL does not run on this system. ${root} DATABASE_URL to a PostgreSQL server (15 or newer). Tried: ${refusals.join(' | ')}`,
  );
}

async function waysForRoot(owner: Identity): Promise<Runner[]> {
  if (owner.uid !== 0) return asUser(owner);
  const mapped: Runner = {
    prefix: ['unshare', '--user', `--map-user=${MAPPED_ID}`, `--map-group=${MAPPED_ID}`],
  };
  return [mapped, ...(await lesserUsers()).flatMap(asUser)];
}

/** As a plain user; and, for folders closed to that user, with root's right to pass them. */
function asUser(user: Identity): Runner[] {
  const passing = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override', '--bounding-set=-all,+dac_override'];
  return [
    { prefix: [], identity: user, owner: user },
    { prefix: ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...passing], owner: user },
  ];
}

/** The users `postgres` and `nobody`, as far as the system has them. */
async function lesserUsers(): Promise<Identity[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  return ['postgres', 'nobody'].flatMap((name) => {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    return uid && gid ? [{ uid: Number(uid), gid: Number(gid) }] : [];
  });
}

async function reaches(way: Runner, root: string): Promise<Outcome> {
  if (!way.owner && way.prefix.length === 0) return { ok: true, output: '' };
  return runWith(way, 'ls', ['-d', `${dirname(root)}/.`]);
}

/** Lets the runner's user pass the data folder and own `folder` in it, with all it holds. Does nothing when nobody else runs it. */
export async function giveTo(runner: Runner, folder: string, layout: Layout): Promise<void> {
  if (!runner.owner) return;
  const { uid, gid } = runner.owner;
  const root = await stat(layout.root);
  if (root.uid !== uid) await chmod(layout.root, (root.mode & 0o777) | 0o011);
  const found = await stat(folder);
  if (found.uid === uid) return;
  await chown(folder, uid, gid);
  const given = await run('chown', ['-R', `${uid}:${gid}`, folder]);
  if (!given.ok)
    throw new DatabaseUnavailable(`${folder} could not be given to user ${uid}, who runs the database: ${given.output}`);
}
