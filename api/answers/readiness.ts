import { setTimeout as delay } from 'node:timers/promises';
import { catalogueVersionNumber } from '../../db/queries/catalogue-meta.ts';
import type { ApiDeps } from '../env.ts';

/** A database that takes longer answers nobody's search either. */
const PATIENCE_MS = 3000;

/** Why requests cannot be answered yet; null: they can. */
export async function notReadyBecause({ database, readiness }: Pick<ApiDeps, 'database' | 'readiness'>): Promise<string | null> {
  const version = await withPatience(catalogueVersionNumber(database.sql));
  if (version === null) return 'The database does not answer, or its schema is not there yet.';
  if (version === 0) return 'No catalogue is published yet.';
  const ready = readiness === undefined || (await withPatience(readiness()));
  return ready ? null : 'The start of the service is not finished.';
}

/** Null where it fails or takes too long. */
async function withPatience<T>(work: Promise<T>): Promise<T | null> {
  const impatience = new AbortController();
  const tooLong = delay(PATIENCE_MS, null, { signal: impatience.signal }).catch(() => null);
  try {
    return await Promise.race([work.catch(() => null), tooLong]);
  } finally {
    impatience.abort();
  }
}
