/** `stealtime build-catalogue`: what our own adapters read from recordings, written in the project's own format. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { RECORDED_DIR, readProviders } from '../../db/catalog/read-catalog.ts';
import { type Batch, type Catalogue, writeCatalogue } from '../../domain/catalogue-format.ts';
import { findRecordings, type Recording, recordedPages } from '../../ingest/recorded-pages.ts';
import { readPages } from '../../scrapers/read-pages.ts';
import { adapterOf } from '../../scrapers/registry.ts';
import { CommandFailed, say } from '../output.ts';

/** `recording.json` beside the pages: by role, where they were recorded and by whom. */
const attribution = z.array(
  z.object({ role: z.string(), recordedAt: z.string(), address: z.string(), recordedBy: z.string(), licence: z.string() }),
);

/** Reads every recording below a folder and writes one catalogue file a source. */
export async function buildCatalogue(dir: string): Promise<number> {
  const { recordings } = await findRecordings(dir, []);
  const providers = await readProviders();
  const bySource = groupBySource(recordings);
  await mkdir(RECORDED_DIR, { recursive: true });
  for (const [sourceId, ofSource] of bySource) {
    const adapter = adapterOf(sourceId);
    if (!adapter) throw new CommandFailed(`no such source: ${sourceId}`);
    const batches: Batch[] = [];
    const said: Catalogue['recordings'] = [];
    for (const recording of ofSource) {
      const read = readPages(
        adapter,
        await recordedPages(recording.files, adapter),
        providers.get(adapter.manifest.providerId) ?? null,
      );
      batches.push({ observedAt: recording.observedAt, plans: read.plans });
      said.push(...(await attributionOf(recording)));
      say(`${sourceId} ${recording.observedAt}: ${read.plans.length} plans, ${read.rejections.length} rejected`);
    }
    const catalogue = writeCatalogue({ sourceId, providerId: adapter.manifest.providerId, recordings: said }, batches);
    await writeFile(join(RECORDED_DIR, `${sourceId}.json`), `${JSON.stringify(catalogue)}\n`);
  }
  return 0;
}

async function attributionOf(recording: Recording): Promise<Catalogue['recordings']> {
  const path = join(dirname(recording.files[0]?.path ?? ''), 'recording.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailed(`${path} is missing: the catalogue says where each recording comes from`);
  });
  return attribution.parse(JSON.parse(text));
}

function groupBySource(recordings: readonly Recording[]): Map<string, Recording[]> {
  const groups = new Map<string, Recording[]>();
  for (const recording of recordings) groups.set(recording.sourceId, [...(groups.get(recording.sourceId) ?? []), recording]);
  return groups;
}
