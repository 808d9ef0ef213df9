import { readRecorded } from '../db/catalog/read-catalog.ts';
import { loadBundledCatalogue } from '../ingest/load-catalogue.ts';
import { SOURCES } from '../scrapers/registry.ts';
import type { Context } from './context.ts';

/** Loads the bundled recordings of sources that were never read, so that a new installation has something true to show. */
export async function loadCatalogue(context: Context): Promise<void> {
  const manifests = SOURCES.map(({ manifest }) => manifest);
  const loaded = await loadBundledCatalogue({ ...context, manifests }, await readRecorded());
  if (loaded.length > 0) context.log.info({ sources: loaded }, 'bundled catalogue loaded');
}
