/** What commands work with: settings, logger, database, network. Opened once, closed once. */
import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { readBundledRates, readProviders } from '../db/catalog/read-catalog.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { heldRun } from '../db/queries/runs.ts';
import { seedProviders, seedSources } from '../db/queries/seed.ts';
import type { SourceState } from '../db/queries/source-state.ts';
import { switchedOff } from '../db/queries/switch-source.ts';
import type { Failure } from '../domain/failure.ts';
import type { Provider } from '../domain/provider-facts.ts';
import { livePages } from '../ingest/live-pages.ts';
import { publishRates, refreshRates } from '../ingest/refresh-rates.ts';
import { type Released, releaseRun } from '../ingest/release.ts';
import type { RunReport } from '../ingest/run.ts';
import { type RunDeps, runSource } from '../ingest/run-source.ts';
import type { Logger } from '../log.ts';
import { createNet, type Net } from '../net/net.ts';
import type { SourceAdapter, SourceManifest } from '../scrapers/contract.ts';
import { adapterOf, SOURCES } from '../scrapers/registry.ts';
import { initiallyOff, sourceOff } from '../scrapers/source-off.ts';
import { VERSION } from './version.ts';

/** An open context. */
export interface Context {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly net: Net;
  readonly now: () => number;
  readonly newRunId: () => string;
  close(): Promise<void>;
}

/** Opens the database (starting the embedded one where none is configured), brings it to the newest schema and reference data. */
export async function openContext(config: Config, log: Logger, role: string): Promise<Context> {
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    embedded: { dataDir: config.dataDir },
    applicationName: `stealtime ${role}`,
    log: (message) => log.info(message),
  });
  const now = () => Date.now();
  const allowed = new Set(config.allowPrivateHosts);
  const net = createNet({
    contact: config.contact,
    version: VERSION,
    now,
    allowPrivate: (host) => allowed.has(host),
    browser: config.browser,
    log: (message) => log.warn(message),
  });
  const close = async () => {
    await net.close();
    await database.close();
  };
  try {
    const { applied } = await migrateDatabase(database.connection);
    if (applied.length > 0) log.info({ applied }, 'database schema brought up to date');
    const providers = await readProviders();
    await seedProviders(database.sql, providers.values());
    await seedSources(
      database.sql,
      SOURCES.map(({ manifest }) => ({ ...manifest, off: initiallyOff(manifest) })),
    );
    await publishRates(database, await readBundledRates());
    return { config, log, database, providers, net, now, newRunId: () => randomUUID(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a run of this adapter is made with. Throws where the catalogue lacks the provider: a fault of the software. */
export function runDepsOf(context: Context, adapter: SourceAdapter): RunDeps {
  const provider = context.providers.get(adapter.manifest.providerId);
  if (!provider) throw new Error(`the catalogue has no provider "${adapter.manifest.providerId}"`);
  return { database: context.database, provider, now: context.now, newRunId: context.newRunId };
}

/** Why a source is not read live with these settings; null: it is, unless it is switched off. */
export function offReason(config: Config, manifest: SourceManifest): string | null {
  return sourceOff(manifest, (name) => config.credential(name) !== null);
}

/** Why a source is not read live: as it is switched, else with these settings. Null: it is. */
export async function offNow(
  { config, database }: Pick<Context, 'config' | 'database'>,
  manifest: SourceManifest,
): Promise<Failure | null> {
  const off = await switchedOff(database.sql, manifest.sourceId);
  if (off) return { code: 'switched-off', message: switchedOffWords(off) };
  const reason = offReason(config, manifest);
  if (reason === null) return null;
  return { code: manifest.retired === undefined ? 'credentials-missing' : 'retired', message: reason };
}

/** Words for a source that is switched off, to follow "off: ". One that began so says why itself. */
export function switchedOffWords({ reason, since }: NonNullable<SourceState['off']>): string {
  if (since === null && reason !== null) return reason;
  return `switched off by the operator${reason === null ? '' : `: ${reason}`}`;
}

/** Runs a source live. One that is off fails with the reason, before anything is fetched. */
export async function runLive(context: Context, adapter: SourceAdapter, trigger: 'schedule' | 'command'): Promise<RunReport> {
  const { manifest } = adapter;
  const credential = manifest.credential === null ? null : context.config.credential(manifest.credential);
  const off = await offNow(context, manifest);
  const getPage = off
    ? async () => ({ ok: false as const, failure: { ...off, message: `${manifest.sourceId} is off: ${off.message}` } })
    : livePages({ db: context.database.sql, fetchPage: context.net.fetchPage }, manifest, credential);
  return runSource(runDepsOf(context, adapter), adapter, { from: 'live', trigger, getPage });
}

/** Publishes a run that the gate held. */
export async function runRelease(context: Context, runId: string): Promise<Released> {
  const run = await heldRun(context.database.sql, runId);
  const adapter = run && adapterOf(run.sourceId);
  if (!adapter) {
    const message = run ? `this release does not read ${run.sourceId}` : `there is no run ${runId}`;
    return { ok: false, code: run ? 'unreadable' : 'unknown-run', message };
  }
  return releaseRun(runDepsOf(context, adapter), adapterOf, runId);
}

/** Brings the newest exchange rates in. */
export function runRates(context: Context): ReturnType<typeof refreshRates> {
  return refreshRates(context.database, context.net.fetchPage);
}
