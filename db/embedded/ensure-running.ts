import { rmdir } from 'node:fs/promises';
import { findBinaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { answers, connectionIn, type EmbeddedConnection } from './connection.ts';
import type { Layout } from './folders.ts';
import { trimLog } from './log-file.ts';
import { readPostmaster, stopUnreachable } from './postmaster.ts';
import { findRunner, giveTo } from './runner.ts';
import { startServer } from './server.ts';
import { prepareSocketFolder, socketFolderOf, trustSocketFolder } from './socket-folder.ts';

/** What to start, and where. */
export interface EmbeddedOptions {
  /** Folder of the database, created if need be; shared by every process that names it. */
  readonly dataDir: string;
  /** Told, in plain words, what takes time or goes wrong. */
  readonly log?: (message: string) => void;
  /** PostgreSQL settings by name, over ours; they count only for the process that starts the server. */
  readonly extraSettings?: Readonly<Record<string, string>>;
  /** For a cluster that is deleted afterwards: nothing waits for the disk, nothing survives a crash of the machine. */
  readonly throwAway?: boolean;
}

const UNSAFE_AND_QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

/** Attaches to the data folder's server or starts it. To be called with the data folder's lock held. */
export async function ensureRunning(
  layout: Layout,
  options: EmbeddedOptions,
  log: (message: string) => void,
): Promise<EmbeddedConnection> {
  await trimLog(layout.log).catch(() => undefined);
  // A server started under another TMPDIR has its socket elsewhere; it says where.
  const recorded = await readPostmaster(layout);
  if (recorded) {
    const connection = connectionIn(recorded.socketFolder);
    if ((await trustSocketFolder(recorded.socketFolder, layout)) && (await answers(connection))) return connection;
    await stopUnreachable(layout, recorded);
  }
  const connection = connectionIn(socketFolderOf(layout));
  const binaries = await findBinaries();
  const runner = await findRunner(binaries.postgres, layout);
  await createCluster(layout, binaries, runner, { sync: !options.throwAway, log });
  await giveTo(runner, layout.cluster, layout);
  await prepareSocketFolder(connection.folder, layout, runner.owner);
  const settings = { ...(options.throwAway ? UNSAFE_AND_QUICK : {}), ...options.extraSettings };
  try {
    await startServer(layout, binaries, runner, connection, settings);
  } catch (error) {
    await rmdir(connection.folder).catch(() => undefined);
    throw error;
  }
  return connection;
}
