/** `stealtime sources`: every source with provider, kind, cadence, last run, age of its data and state. */
import type { Config } from '../../config.ts';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { listSources, type SourceState } from '../../db/queries/source-state.ts';
import { staleAfterHours } from '../../ingest/cadence.ts';
import type { Logger } from '../../log.ts';
import type { SourceManifest } from '../../scrapers/contract.ts';
import { SOURCES } from '../../scrapers/registry.ts';
import { initiallyOff } from '../../scrapers/source-off.ts';
import { offReason, switchedOffWords } from '../context.ts';
import { data, relativeTime, table } from '../output.ts';

/** Prints the sources. */
export async function sources(config: Config, log: Logger, json: boolean): Promise<number> {
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    embedded: { dataDir: config.dataDir },
    applicationName: 'stealtime sources',
    max: 2,
    log: (message) => log.info(message),
  });
  try {
    await migrateDatabase(database.connection);
    const states = new Map((await listSources(database.sql)).map((state) => [state.sourceId, state]));
    const now = Date.now();
    const lines = SOURCES.map(({ manifest }) => describe(config, manifest, states.get(manifest.sourceId) ?? null, now));
    if (json) for (const line of lines) data(JSON.stringify(line));
    else {
      table(
        ['source', 'provider', 'kind', 'cadence', 'verified', 'data', 'last run', 'next run', 'state'],
        lines.map((line) => [
          line.source,
          line.provider,
          line.kind,
          line.cadence,
          line.verified ?? 'no',
          line.observedAt === null ? 'none' : `${line.observation} ${relativeTime(line.observedAt, now)}`,
          relativeTime(line.lastRunAt, now),
          line.nextRunAt === null ? 'not planned' : relativeTime(line.nextRunAt, now),
          line.state,
        ]),
      );
    }
    return 0;
  } finally {
    await database.close();
  }
}

function describe(config: Config, manifest: SourceManifest, state: SourceState | null, now: number) {
  const observedAt = state?.publishedAt ?? null;
  const stale =
    state?.observation === 'live' &&
    observedAt !== null &&
    now - Date.parse(observedAt) > staleAfterHours(manifest.cadence) * 3_600_000;
  return {
    source: manifest.sourceId,
    provider: manifest.providerId,
    kind: manifest.kind,
    cadence: manifest.cadence,
    observedAt,
    observation: stale ? 'stale' : (state?.observation ?? null),
    lastRunAt: state?.lastRun?.at ?? null,
    nextRunAt: state?.off || offReason(config, manifest) !== null ? null : (state?.nextRunAt ?? null),
    verified: manifest.verified,
    evidence: manifest.evidence,
    state: stateWords(config, manifest, state),
  };
}

function stateWords(config: Config, manifest: SourceManifest, state: SourceState | null): string {
  if (state?.off) return `off: ${switchedOffWords(state.off)}`;
  // A database that no process of this version has opened yet does not know the source.
  const off = (state === null ? initiallyOff(manifest) : null) ?? offReason(config, manifest);
  if (off !== null) return `off: ${off}`;
  const run = state?.lastRun;
  if (!run) return 'waiting for its first run';
  return run.failureCode
    ? `${run.state}: ${run.failureCode}: ${run.message ?? ''}`
    : run.message
      ? `${run.state}: ${run.message}`
      : run.state;
}
