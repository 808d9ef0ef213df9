/** The key that links and webhooks are signed with, where none is set: made once, kept in the data folder. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the key of a data folder; the first process makes it. */
export async function keptSecretKey(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'secret.key');
  // Of several processes that begin at once one writes, and all read what it wrote.
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length < 16) throw new Error(`${file} holds no key: remove it to have one made`);
  return key;
}
