import { constants } from 'node:fs';
import { access, lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Identity } from './command.ts';
import { codeOf, DatabaseUnavailable, messageOf } from './unavailable.ts';

/** Where things are in a data folder; all absolute. */
export interface Layout {
  readonly root: string;
  /** PostgreSQL's own folder, named after the major version whose files it holds. */
  readonly cluster: string;
  readonly lock: string;
  readonly log: string;
}

/** Major version of the pinned npm packages: its files cannot be read by another major. */
const MAJOR = 18;

/** Our user id; `undefined` where the system has none (Windows). */
export function ourUid(): number | undefined {
  return process.getuid?.();
}

/** Creates the data folder if need be and checks that this user may use it. Throws {@link DatabaseUnavailable} otherwise. */
export async function prepareDataFolder(dataDir: string): Promise<Layout> {
  const wanted = resolve(dataDir);
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    const root = await realpath(wanted);
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
    const layout = { root, cluster: join(root, `pg${MAJOR}`), lock: join(root, 'start.lock'), log: join(root, 'postgres.log') };
    await checkCluster(layout);
    return layout;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    const owner = await stat(wanted).catch(() => undefined);
    const whose = owner && owner.uid !== ourUid() ? ` It belongs to user ${owner.uid}.` : '';
    throw notYours(wanted, `${whose} (${messageOf(error)})`);
  }
}

async function checkCluster(layout: Layout): Promise<void> {
  const found = await lstat(layout.cluster).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  const uid = ourUid();
  if (found && uid !== undefined && uid !== 0 && found.uid !== uid) {
    throw notYours(layout.cluster, ` It belongs to user ${found.uid}.`);
  }
  if (found) return;
  const other = (await readdir(layout.root)).find((name) => /^pg\d+$/.test(name));
  if (other) {
    throw new DatabaseUnavailable(
      `${join(layout.root, other)} was written by another version of PostgreSQL than the bundled one (${MAJOR}). Export it with the version of Stealtime that wrote it, or set DATA_DIR to a new folder.`,
    );
  }
}

function notYours(folder: string, why: string): DatabaseUnavailable {
  const me = ourUid();
  return new DatabaseUnavailable(
    `The data folder ${folder} cannot be used by this user${me === undefined ? '' : ` (${me})`}.${why} Run as the user who created it, set DATA_DIR to a folder of your own, or set DATABASE_URL.`,
  );
}

/** Owner of the database's files: the cluster's, or before there is one, the data folder's. */
export async function ownerOf(layout: Layout): Promise<Identity> {
  const found = await stat(layout.cluster).catch(() => stat(layout.root));
  return { uid: found.uid, gid: found.gid };
}
