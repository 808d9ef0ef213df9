import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from './command.ts';
import { type Layout, ourUid, ownerOf } from './folders.ts';
import { codeOf, DatabaseUnavailable, messageOf } from './unavailable.ts';

/** Linux allows 107 bytes for a socket's path, macOS 103, of which PostgreSQL's file name takes 14 and its lock's 19. */
const LONGEST_SOCKET_FOLDER = 80;

/** The folder a server of this data folder puts its socket in: the same for every process, so that lost clients find it again. */
export function socketFolderOf(layout: Layout): string {
  const name = `stealtime-${createHash('sha256').update(layout.root).digest('hex').slice(0, 12)}`;
  const folder = join(tmpdir(), name);
  return folder.length > LONGEST_SOCKET_FOLDER ? join('/tmp', name) : folder;
}

/** Creates the socket folder for the server's user, or checks the one that is there. */
export async function prepareSocketFolder(folder: string, layout: Layout, identity: Identity | undefined): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw new DatabaseUnavailable(`The folder ${folder} for the database's socket cannot be made. (${messageOf(error)})`);
    }
    await trustSocketFolder(folder, layout);
  }
  if (ourUid() === 0) await chown(folder, identity?.uid ?? 0, identity?.gid ?? 0);
}

/**
 * The server lets in whoever reaches its socket, and so do we trust whoever answers there: in a temporary folder open to all,
 * that must be nobody but us or the owner of the data. Returns false when the folder does not exist; throws
 * {@link DatabaseUnavailable} when it is not ours.
 */
export async function trustSocketFolder(folder: string, layout: Layout): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return false;
  const uid = ourUid();
  if (uid === undefined) return true;
  const owners = [uid, (await ownerOf(layout)).uid];
  if (found.isDirectory() && owners.includes(found.uid) && (found.mode & 0o077) === 0) return true;
  throw new DatabaseUnavailable(
    `${folder}, where the database's socket belongs, is not a private folder of this user and is not trusted. Remove it (or have its owner, user ${found.uid}, remove it) and try again.`,
  );
}
