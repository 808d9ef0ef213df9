/** The pages of a run, from wherever they come, each kept as a snapshot before anything reads it. */
import type { Db } from '../db/bulk.ts';
import { storeSnapshot } from '../db/queries/snapshots.ts';
import type { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/listing.ts';
import { type Page, pageKey, type SourceAdapter } from '../scrapers/contract.ts';
import type { GetPage } from './pages.ts';
import { walkSource } from './walk-source.ts';

/** Where a run's pages come from. */
export type RunInput =
  | { readonly from: 'live'; readonly trigger: 'schedule' | 'command'; readonly getPage: GetPage }
  | { readonly from: 'recording'; readonly trigger: 'replay'; readonly pages: readonly Page[]; readonly observedAt: string };

/** Stored pages, with snapshot ids by page key; or why there are none. */
export type Collected =
  | {
      readonly ok: true;
      readonly pages: readonly Page[];
      readonly snapshots: Readonly<Record<string, string>>;
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly failure: Failure };

/** Collects the pages of one run. */
export async function collectPages(
  db: Db,
  adapter: SourceAdapter,
  input: RunInput,
  run: { readonly runId: string; readonly sourceId: string },
): Promise<Collected> {
  const snapshots: Record<string, string> = {};
  if (input.from === 'live') {
    const walk = await walkSource(db, adapter, input.getPage, run);
    if (!walk.ok) return walk;
    for (const { page, snapshotId } of walk.pages) snapshots[pageKey(page)] = String(snapshotId);
    return { ok: true, pages: walk.pages.map(({ page }) => page), snapshots, findings: walk.findings };
  }
  for (const page of input.pages) {
    const { snapshotId } = await storeSnapshot(db, run, { ...page, status: 200, fetchedAt: input.observedAt });
    snapshots[pageKey(page)] = String(snapshotId);
  }
  return { ok: true, pages: input.pages, snapshots, findings: [] };
}
