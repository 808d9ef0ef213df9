import { copyFile, open, rm, stat, truncate } from 'node:fs/promises';

/** Size in bytes from which the log is put aside. */
const LARGEST = 5 * 1024 * 1024;

/**
 * Keeps the server's log within twice {@link LARGEST}: a full one becomes `<log>.1` and starts again. It is copied and emptied
 * rather than renamed, because the running server holds it open (and appends, so it goes on at the beginning).
 */
export async function trimLog(log: string): Promise<void> {
  const found = await stat(log).catch(() => undefined);
  if (!found || found.size <= LARGEST) return;
  await rm(`${log}.1`, { force: true });
  await copyFile(log, `${log}.1`);
  await truncate(log);
}

/** Size of the log in bytes, 0 when there is none. */
export async function logSize(log: string): Promise<number> {
  return (await stat(log).catch(() => undefined))?.size ?? 0;
}

/** What the server wrote since the log had `from` bytes (at most the last 4 kB). */
export async function logSince(log: string, from: number): Promise<string> {
  const handle = await open(log, 'r').catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(Math.min(from, size), size - 4096);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4096), position: start });
    return buffer.subarray(0, bytesRead).toString('utf8').trim();
  } finally {
    await handle.close();
  }
}
