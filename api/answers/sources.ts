import { countsBySource } from '../../db/queries/catalogue-meta.ts';
import { listSources } from '../../db/queries/source-state.ts';
import type { ApiDeps } from '../env.ts';
import { presentSource } from '../present/source.ts';

/** Every source that the database knows, as the API tells them. */
export async function allSources({
  database,
  sources,
  hasCredential,
  now,
}: Pick<ApiDeps, 'database' | 'sources' | 'hasCredential' | 'now'>) {
  const [states, counts] = await Promise.all([listSources(database.sql), countsBySource(database.sql)]);
  return states.map((state) =>
    presentSource({
      state,
      manifest: sources.find(({ sourceId }) => sourceId === state.sourceId) ?? null,
      counts: counts.get(state.sourceId) ?? { rows: 0, offers: 0 },
      hasCredential,
      now: now(),
    }),
  );
}
