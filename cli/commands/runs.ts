/** `stealtime runs` and `stealtime release`: what runs did, and publishing what the gate held. */
import type { Config } from '../../config.ts';
import { newestRuns } from '../../db/queries/run-records.ts';
import type { Logger } from '../../log.ts';
import { adapterOf, SOURCES } from '../../scrapers/registry.ts';
import { openContext, runRelease } from '../context.ts';
import { BadUsage, CommandFailed, data, relativeTime, say, table } from '../output.ts';

/** Lists the newest runs; with findings for one source. */
export async function runs(config: Config, log: Logger, sourceId: string | undefined, json: boolean): Promise<number> {
  if (sourceId !== undefined && !adapterOf(sourceId)) {
    throw new BadUsage(`unknown source "${sourceId}"; known are ${SOURCES.map((one) => one.manifest.sourceId).join(', ')}`);
  }
  const context = await openContext(config, log, 'runs');
  try {
    const listed = await newestRuns(context.database.sql, { sourceId: sourceId ?? null, limit: 30 });
    if (json) for (const run of listed) data(JSON.stringify(run));
    else {
      const rows = listed.map((run) => [
        run.runId,
        run.sourceId,
        run.trigger,
        run.state,
        run.observedAt,
        relativeTime(run.startedAt, context.now()),
        run.message ?? '',
      ]);
      table(['run', 'source', 'by', 'state', 'observed', 'begun', 'because'], rows);
    }
    return 0;
  } finally {
    await context.close();
  }
}

/** Publishes a quarantined run. */
export async function release(config: Config, log: Logger, runId: string): Promise<number> {
  const context = await openContext(config, log, 'release');
  try {
    const released = await runRelease(context, runId);
    if (!released.ok) throw new CommandFailed(`${released.code}: ${released.message}`);
    say(`released: ${released.plans} plans published, ${released.changed} changes`);
    return 0;
  } finally {
    await context.close();
  }
}
