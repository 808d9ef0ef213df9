/** `stealtime scrape`: runs sources now, live or from recordings, a line a run. */
import type { Config } from '../../config.ts';
import { findRecordings, RecordingError, recordedPages } from '../../ingest/recorded-pages.ts';
import type { RunReport } from '../../ingest/run.ts';
import { runSource } from '../../ingest/run-source.ts';
import { planAfter } from '../../jobs/plan-runs.ts';
import type { Logger } from '../../log.ts';
import type { SourceAdapter } from '../../scrapers/contract.ts';
import { adapterOf, SOURCES } from '../../scrapers/registry.ts';
import { type Context, offNow, openContext, runDepsOf, runLive } from '../context.ts';
import { BadUsage, CommandFailed, data, say } from '../output.ts';

/** Runs the named sources (all without names). Exit 0 where every run published, was unchanged or is held for a person. */
export async function scrape(
  config: Config,
  log: Logger,
  sourceIds: readonly string[],
  replay: string | undefined,
): Promise<number> {
  const unknown = sourceIds.filter((sourceId) => !adapterOf(sourceId));
  if (unknown.length > 0)
    throw new BadUsage(
      `unknown source ${unknown.join(', ')}; known are ${SOURCES.map((one) => one.manifest.sourceId).join(', ')}`,
    );
  // The folder is read first: a wrong path should not start a database.
  const found = replay === undefined ? null : await readRecordings(replay, sourceIds);
  const context = await openContext(config, log, 'scrape');
  try {
    const attempts = found ? replays(context, found) : await liveRuns(context, sourceIds);
    if (attempts.length === 0) throw new CommandFailed('none of the recordings is of a known source');
    let failed = 0;
    for (const attempt of attempts) {
      // One source in trouble keeps no other from its run.
      const report = await attempt.run().catch((error: unknown) => {
        data(`${attempt.name} failed: ${troubleWords(error)}`);
        return null;
      });
      if (report) {
        data(reportLine(report));
        for (const finding of report.findings) say(`  ${finding.severity} ${finding.code}: ${finding.message}`);
      }
      if (!report || report.state === 'failed' || report.state === 'busy') failed += 1;
    }
    return failed > 0 ? 1 : 0;
  } finally {
    await context.close();
  }
}

async function readRecordings(dir: string, sourceIds: readonly string[]): ReturnType<typeof findRecordings> {
  const found = await findRecordings(dir, sourceIds).catch((error: unknown) => {
    throw error instanceof RecordingError ? new CommandFailed(error.message) : error;
  });
  for (const path of found.skipped)
    say(`skipped ${path}: not named like <role>[@PLACE][.n].json, .html or .xml, with or without .gz`);
  if (found.recordings.length === 0)
    throw new CommandFailed(`${dir} holds no recordings; expected ${dir}/<source>/<time>/<role>.json`);
  return found;
}

/** A run to be made, with its name for people. */
interface Attempt {
  readonly name: string;
  readonly run: () => Promise<RunReport>;
}

function replays(context: Context, found: Awaited<ReturnType<typeof findRecordings>>): Attempt[] {
  return found.recordings.flatMap(({ sourceId, observedAt, files }) => {
    const adapter = adapterOf(sourceId);
    if (!adapter) {
      say(`skipped ${sourceId}: no such source`);
      return [];
    }
    const { roles } = adapter.manifest;
    const known = files.filter(({ role }) => Object.hasOwn(roles, role));
    for (const { path, role } of files)
      if (!Object.hasOwn(roles, role))
        say(`skipped ${path}: ${sourceId} has no role "${role}", only ${Object.keys(roles).join(', ')}`);
    const run = async () => {
      const pages = await recordedPages(known, adapter);
      return runSource(runDepsOf(context, adapter), adapter, { from: 'recording', trigger: 'replay', pages, observedAt });
    };
    return [{ name: `${sourceId} ${observedAt}`, run }];
  });
}

async function liveRuns(context: Context, sourceIds: readonly string[]): Promise<Attempt[]> {
  // A source that is off is no failure of a run over all; asked for by name, it fails with the reason.
  const wanted: SourceAdapter[] = [];
  for (const adapter of SOURCES) {
    const { manifest } = adapter;
    const off = sourceIds.length > 0 ? null : await offNow(context, manifest);
    if (off) data(`${manifest.sourceId} off: ${off.message}`);
    else if (sourceIds.length === 0 || sourceIds.includes(manifest.sourceId)) wanted.push(adapter);
  }
  return wanted.map((adapter) => ({
    name: adapter.manifest.sourceId,
    run: async () => {
      const report = await runLive(context, adapter, 'command');
      // A source that stopped until a person acted is planned again.
      await planAfter({ db: context.database.sql, now: context.now, random: Math.random }, adapter.manifest, report);
      return report;
    },
  }));
}

function troubleWords(error: unknown): string {
  if (error instanceof RecordingError) return error.message;
  return `unforeseen error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`.replace(/\s*\n\s*/g, ' ');
}

/** "linode 2023-07-24T00:00:00.000Z published: 37 plans, 944 offers (2 new, 1 changed, 0 withdrawn), 0 rejected". */
export function reportLine(report: RunReport): string {
  const { counts, failure } = report;
  const head = `${report.sourceId} ${report.observedAt} ${report.state}`;
  if (report.state === 'busy') return `${head}: another process is running this source`;
  if (failure) return `${head}: ${failure.code}: ${failure.message}`;
  const moved =
    report.state === 'quarantined' ? '' : ` (${counts.added} new, ${counts.changed} changed, ${counts.withdrawn} withdrawn)`;
  return `${head}: ${counts.plans} plans, ${counts.offers} offers${moved}, ${counts.rejections} rejected`;
}
