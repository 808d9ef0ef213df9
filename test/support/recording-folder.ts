/** Recorded pages written to a temporary folder, as a person would have them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Page, pageKey } from '../../scrapers/contract.ts';

/** Writes `DIR/<source>/<time>/<role>….json` for each recording; gone when the test is over. Answers DIR. */
export async function recordingFolder(
  recordings: readonly (readonly [sourceId: string, time: string, pages: readonly Page[]])[],
): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'stealtime-recorded-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [sourceId, time, pages] of recordings) {
    const folder = join(dir, sourceId, time);
    await mkdir(folder, { recursive: true });
    for (const page of pages) await writeFile(join(folder, `${pageKey(page)}.json`), page.body);
  }
  return dir;
}
