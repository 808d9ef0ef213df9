/** Loads the bundled recordings of sources that have never been read, so that a new installation has something true to show. */
import type { Database } from '../db/client.ts';
import { closeRun, openRun, sourceRunState } from '../db/queries/runs.ts';
import { unpublishedSources } from '../db/queries/seed.ts';
import { type Catalogue, readCatalogue } from '../domain/catalogue-format.ts';
import { WHOLE_SOURCE } from '../domain/coverage.ts';
import { valueHash } from '../domain/identity.ts';
import type { Provider } from '../domain/provider-facts.ts';
import type { SourceManifest } from '../scrapers/contract.ts';
import { publishBatch } from './publish.ts';
import { withSourceLock } from './source-lock.ts';

/** What loading works with. */
export interface CatalogueDeps {
  readonly database: Database;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly manifests: readonly SourceManifest[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newRunId: () => string;
}

/** Publishes the recordings, oldest first; answers the sources that were loaded. */
export async function loadBundledCatalogue(deps: CatalogueDeps, catalogues: readonly Catalogue[]): Promise<string[]> {
  const waiting = await unpublishedSources(deps.database.sql);
  const loaded: string[] = [];
  for (const catalogue of catalogues) {
    const manifest = deps.manifests.find((one) => one.sourceId === catalogue.source);
    const provider = deps.providers.get(catalogue.provider);
    if (!manifest || !provider || !waiting.has(catalogue.source)) continue;
    const done = await withSourceLock(deps.database, catalogue.source, () => loadOne(deps, catalogue, manifest, provider));
    if (done) loaded.push(catalogue.source);
  }
  return loaded;
}

/** One source in one transaction: a killed process leaves nothing of it, and the next start loads it again. */
async function loadOne(
  deps: CatalogueDeps,
  catalogue: Catalogue,
  manifest: SourceManifest,
  provider: Provider,
): Promise<boolean> {
  const { sourceId } = manifest;
  if ((await sourceRunState(deps.database.sql, sourceId)).publishedAt !== null) return false;
  const iso = () => new Date(deps.now()).toISOString();
  await deps.database.transaction(async (tx) => {
    const batches = readCatalogue(catalogue);
    for (const [index, batch] of batches.entries()) {
      const runId = deps.newRunId();
      await openRun(tx.sql, { runId, sourceId, trigger: 'catalogue', startedAt: iso(), observedAt: batch.observedAt });
      const observation = { observedAt: batch.observedAt, kind: 'recorded' as const, coverage: WHOLE_SOURCE, repeated: false };
      const publication = {
        runId,
        manifest,
        provider,
        contentHash: valueHash([catalogue.source, batch.observedAt]),
        snapshots: {},
        observation,
      };
      const done = await publishBatch(tx, { ...publication, batch });
      // Years lie between recordings: what the newest one lacks is gone, not merely missed once.
      if (index === batches.length - 1 && index > 0) await publishBatch(tx, { ...publication, batch });
      await closeRun(tx.sql, sourceId, {
        runId,
        state: 'published',
        failureCode: null,
        message: null,
        finishedAt: iso(),
        contentHash: null,
        batchHash: null,
        counts: { ...done, pages: 0, rejections: 0 },
        findings: [],
        rejections: [],
      });
    }
  });
  return true;
}
