import { countsBySource, newestRateDate } from '../../db/queries/catalogue-meta.ts';
import { listSources } from '../../db/queries/source-state.ts';
import type { ApiDeps } from '../env.ts';
import type { CatalogueFigures } from '../http/metrics.ts';
import { offOf, stateOf } from '../present/source.ts';

/** Figures of the catalogue; null where the database does not answer, which is for others to raise. */
export async function figuresOf({
  database,
  sources: manifests,
  hasCredential,
  now,
  log,
}: Pick<ApiDeps, 'database' | 'sources' | 'hasCredential' | 'now' | 'log'>): Promise<CatalogueFigures | null> {
  try {
    const [sources, counts, rateDate] = await Promise.all([
      listSources(database.sql),
      countsBySource(database.sql),
      newestRateDate(database.sql),
    ]);
    const sourcesByState = new Map<string, number>();
    for (const source of sources) {
      const manifest = manifests.find(({ sourceId }) => sourceId === source.sourceId) ?? null;
      const state = stateOf(source, offOf(source, manifest, hasCredential, now()));
      sourcesByState.set(state, (sourcesByState.get(state) ?? 0) + 1);
    }
    return {
      sourcesByState,
      rows: [...counts.values()].reduce((sum, { rows }) => sum + rows, 0),
      ratesAgeSeconds: rateDate === null ? null : Math.floor((now() - Date.parse(rateDate)) / 1000),
    };
  } catch (error) {
    log.warn({ err: error }, 'metrics without the catalogue');
    return null;
  }
}
