import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Layout } from './folders.ts';
import { isAlive } from './lock.ts';
import { giveTo, type Runner, runWith } from './runner.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/** It takes a second; on a slow and busy disk, minutes (here in ms). */
const CREATED_WITHIN = 10 * 60_000;

/** Creates the cluster where there is none. `sync: false` leaves out the waiting for the disk (throw-away clusters). */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  runner: Runner,
  { sync, log }: { readonly sync: boolean; readonly log: (message: string) => void },
): Promise<void> {
  const name = 'cluster.new-';
  for (const left of (await readdir(layout.root)).filter((entry) => entry.startsWith(name))) {
    if (!isAlive(Number(left.slice(name.length)))) await rm(join(layout.root, left), { recursive: true, force: true });
  }
  if (await lstat(layout.cluster).catch(() => undefined)) return;
  log(`creating the embedded database in ${layout.cluster}`);
  // Made aside and renamed, so that a half made cluster is never taken for a whole one.
  const made = join(layout.root, `${name}${process.pid}`);
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { mode: 0o700 });
  await giveTo(runner, made, layout);
  const args = ['-D', made, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions'];
  const outcome = await runWith(runner, binaries.initdb, sync ? args : [...args, '--no-sync'], CREATED_WITHIN);
  if (!outcome.ok) {
    await rm(made, { recursive: true, force: true });
    throw new DatabaseUnavailable(`The database could not be created in ${layout.root}: ${outcome.output}`);
  }
  await rename(made, layout.cluster);
}
