/** `stealtime start`, `serve`, `worker`: the long-running processes. */
import process from 'node:process';
import { createApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/env.ts';
import { startServer } from '../../api/server.ts';
import type { Config } from '../../config.ts';
import { rememberedCounts } from '../../db/queries/remembered-counts.ts';
import { openQueue } from '../../jobs/queue/open-queue.ts';
import type { Queue } from '../../jobs/queue.ts';
import type { Logger } from '../../log.ts';
import { adapterOf, SOURCES } from '../../scrapers/registry.ts';
import { createWeb } from '../../web/app.tsx';
import { loadCatalogue } from '../catalogue.ts';
import { type Context, openContext } from '../context.ts';
import { CommandFailed, data } from '../output.ts';
import { VERSION } from '../version.ts';
import { openWatchServices, type WatchServices } from '../watch-services.ts';
import { startWorkerService } from '../worker-service.ts';

/** A part of a process that has to be ended before it is left. */
type Part = () => Promise<void>;

/** Everything in one process. */
export function start(config: Config, log: Logger): Promise<number> {
  return runUntilSignal(config, log, { role: 'start', works: config.schedules }, async (context, queue, watches) => {
    await loadCatalogue(context);
    const server = await serveApi(context, queue, watches);
    const parts: Part[] = [server.close];
    if (config.schedules) parts.push((await startWorkerService(context, queue, watches)).drain);
    announce(server.url);
    return parts;
  });
}

/** One API process. */
export function serve(config: Config, log: Logger): Promise<number> {
  return runUntilSignal(config, log, { role: 'serve', works: false }, async (context, queue, watches) => {
    const server = await serveApi(context, queue, watches);
    data(`Stealtime answers at ${server.url}`);
    return [server.close];
  });
}

/** One worker process. */
export function worker(config: Config, log: Logger): Promise<number> {
  return runUntilSignal(config, log, { role: 'worker', works: true }, async (context, queue, watches) => {
    await loadCatalogue(context);
    const service = await startWorkerService(context, queue, watches);
    log.info('worker is ready');
    return [service.drain];
  });
}

/** A process that stays: what it is called, and whether jobs are done in it (otherwise they are only enqueued). */
interface LongRunning {
  readonly role: string;
  readonly works: boolean;
}

/** Starts the parts, waits for SIGTERM or SIGINT, ends them in turn. A second signal ends the process at once. */
async function runUntilSignal(
  config: Config,
  log: Logger,
  { role, works }: LongRunning,
  startParts: (context: Context, queue: Queue, watches: WatchServices) => Promise<readonly Part[]>,
): Promise<number> {
  const signalled = nextSignal();
  const context = await openContext(config, log, role);
  try {
    const queue = await openQueue({ sql: context.database.sql, log, housekeeping: works });
    try {
      const watches = await openWatchServices(context);
      const parts = [...(await startParts(context, queue, watches)), watches.close];
      const signal = await signalled;
      log.info({ signal }, 'stopping');
      process.once('SIGINT', () => process.exit(130));
      process.once('SIGTERM', () => process.exit(143));
      for (const end of parts) await end();
      return 0;
    } finally {
      await queue.close();
    }
  } finally {
    await context.close();
  }
}

function nextSignal(): Promise<string> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('SIGINT'));
    process.once('SIGTERM', () => resolve('SIGTERM'));
  });
}

async function serveApi(
  context: Context,
  queue: Queue,
  watches: WatchServices,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { config } = context;
  const { database, now } = context;
  const count = rememberedCounts();
  const deps: ApiDeps = {
    database,
    count,
    now,
    log: context.log,
    sources: SOURCES.map(({ manifest }) => manifest),
    hasCredential: (name) => config.credential(name) !== null,
    adapterOf,
    queue,
    adminToken: config.adminToken,
    signer: watches.signer,
    addressKind: watches.webhooks.addressKind,
    version: VERSION,
    publicUrl: config.publicUrl,
    ...(config.rateLimit ? {} : { rateLimit: 'off' as const }),
    trustProxy: config.trustProxy,
  };
  const app = createApp(
    deps,
    createWeb({
      database,
      count,
      now,
      watching: {
        signer: watches.signer,
        addressKind: watches.webhooks.addressKind,
        queue,
        outbox: watches.outbox,
        adminToken: config.adminToken,
        publicUrl: config.publicUrl,
      },
    }),
  );
  const started = await startServer(app, { port: config.port, host: config.host });
  if (!started.ok) throw new CommandFailed(started.message);
  return started;
}

/** What a newcomer sees when everything is ready. */
function announce(url: string): void {
  const here = url.replace('127.0.0.1', 'localhost');
  data(`
Stealtime is ready at ${here}

  curl '${here}/v1/offers?technology=kvm&country=DE&minMemory=2GB&maxPrice=20&currency=EUR&sort=price-per-gb-memory'
  curl '${here}/v1/offers/linode:g6-standard-1/prices'
  curl '${here}/v1/sources'

The API describes itself at ${here}/docs and ${here}/openapi.json. Stop with Ctrl-C.`);
}
