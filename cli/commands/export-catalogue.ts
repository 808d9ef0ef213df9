/** `stealtime export --catalogue`: what is published, in the project's own format, as the bundled catalogue is written. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/client.ts';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { loadPublished } from '../../db/queries/published-batch.ts';
import { listSources, type SourceState } from '../../db/queries/source-state.ts';
import type { PublishedEntry } from '../../domain/batch-diff.ts';
import { type Catalogue, catalogueSchema, readCatalogue, writeCatalogue } from '../../domain/catalogue-format.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { currentAvailability } from '../../domain/row.ts';
import type { Logger } from '../../log.ts';
import { adapterOf } from '../../scrapers/registry.ts';
import { loadCatalogue } from '../catalogue.ts';
import { openContext } from '../context.ts';
import { CommandFailed, say } from '../output.ts';
import { VERSION } from '../version.ts';

/**
 * Writes one file a source into the folder. A file that is there keeps its older batches and gets the published one behind
 * them. What the database knows beyond that stays there: how prices moved between, who recorded what, the snapshots.
 */
export async function exportCatalogue(config: Config, log: Logger, dir: string): Promise<number> {
  const context = await openContext(config, log, 'export');
  try {
    await loadCatalogue(context);
    await mkdir(dir, { recursive: true });
    for (const state of await listSources(context.database.sql)) {
      if (state.publishedAt === null) continue;
      const path = join(dir, `${state.sourceId}.json`);
      const known = await readKnown(path);
      const next = await withPublished(context.database, state, state.publishedAt, known);
      if (next.catalogue) await writeFile(path, `${JSON.stringify(next.catalogue)}\n`);
      say(`${state.sourceId}: ${next.said}`);
    }
    return 0;
  } finally {
    await context.close();
  }
}

async function withPublished(
  database: Database,
  { sourceId, providerId }: SourceState,
  observedAt: string,
  known: Catalogue | null,
): Promise<{ readonly catalogue: Catalogue | null; readonly said: string }> {
  const older = known ? readCatalogue(known) : [];
  const newest = older.at(-1)?.observedAt ?? '';
  if (newest >= observedAt) return { catalogue: null, said: `kept: the file has what was observed at ${newest}` };
  const entries = await consistentRead(database.sql, (sql) => loadPublished(sql, sourceId));
  const plans = entries.flatMap(planOffers);
  const unnamed = plans.filter(({ planKey }) => planKey === null).length;
  const batch = { observedAt, plans: plans.filter(({ planKey }) => planKey !== null) };
  const recordings = [...(known?.recordings ?? []), ...recordingsOf(sourceId, observedAt)];
  const left = unnamed > 0 ? `, ${unnamed} without a key of their own left out` : '';
  return {
    catalogue: writeCatalogue({ sourceId, providerId, recordings }, [...older, batch]),
    said: `${batch.plans.length} plans observed at ${observedAt}, behind ${older.length} older batches${left}`,
  };
}

/** A published plan as it is sold now. */
function planOffers({ plan, offers }: PublishedEntry): PlanOffers[] {
  const { observation: _, firstSeenAt: __, lastChangedAt: ___, ...rest } = plan;
  const places = offers
    .filter(({ withdrawn }) => !withdrawn)
    .map((offer) => ({ ...offer, availability: currentAvailability(offer) }))
    .map(({ offerId, location, availability, prices }) => ({ offerId, location, availability, prices }));
  return places.length === 0 ? [] : [{ ...rest, places }];
}

function recordingsOf(sourceId: string, observedAt: string): Catalogue['recordings'] {
  const manifest = adapterOf(sourceId)?.manifest;
  return Object.keys(manifest?.roles ?? {}).map((role) => ({
    role,
    recordedAt: observedAt,
    address: manifest?.documentation ?? '',
    recordedBy: `stealtime ${VERSION} export`,
    licence: 'not stated',
  }));
}

async function readKnown(path: string): Promise<Catalogue | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new CommandFailed(`${path} cannot be read: ${error.message}`);
  });
  if (text === null) return null;
  const read = catalogueSchema.safeParse(jsonOf(text));
  if (!read.success) throw new CommandFailed(`${path} is no catalogue file: ${z.prettifyError(read.error)}`);
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
