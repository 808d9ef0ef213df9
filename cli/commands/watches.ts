/** `stealtime evaluate-watches`, `send-digests`, `read-bounces`: what the worker does, done now. */
import { readFile } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { suppress } from '../../db/queries/watches/channel-health.ts';
import type { Logger } from '../../log.ts';
import { readBounces } from '../../notify/bounces.ts';
import { assessor } from '../assessor.ts';
import { openContext } from '../context.ts';
import { CommandFailed, data } from '../output.ts';
import { openWatchServices, type WatchServices } from '../watch-services.ts';

/** Assesses what is due, asks watches about everything published that they were not asked about yet, and delivers. */
export function evaluateWatches(config: Config, log: Logger): Promise<number> {
  return withServices(config, log, 'evaluate-watches', async (services, context) => {
    const assess = await assessor(context);
    await assess();
    const { runs, changes, alerts } = await services.match();
    data(`${runs} publications with ${changes} changes: ${alerts} watches have something to tell`);
    await deliver(services);
  });
}

/** Makes digests that are due, and delivers. */
export function sendDigestsNow(config: Config, log: Logger): Promise<number> {
  return withServices(config, log, 'send-digests', async (services) => {
    const { due, queued } = await services.digests();
    data(`${due} subscribers have a digest due: ${queued} digests with something to say`);
    await deliver(services);
  });
}

/** Reads bounces and complaints from a mailbox file; nothing more is sent to these addresses. */
export function readBounceFile(config: Config, log: Logger, file: string): Promise<number> {
  return withServices(config, log, 'read-bounces', async (services, { database, now }) => {
    const mailbox = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailed(`${file} cannot be read: ${error.code}`);
    });
    const found = await readBounces(mailbox);
    const at = new Date(now()).toISOString();
    for (const { email, reason } of found.returned) await suppress(database.sql, services.signer.addressHash(email), reason, at);
    const count = (reason: string) => found.returned.filter((one) => one.reason === reason).length;
    data(
      `${found.mails} mails: ${count('bounce')} hard bounces, ${count('complaint')} complaints; these addresses get no more mail`,
    );
  });
}

async function deliver(services: WatchServices): Promise<void> {
  const { sent, queued, cancelled, dead } = await services.deliver();
  data(`${sent} delivered, ${queued} to be tried again, ${cancelled} not wanted any more, ${dead} given up`);
}

async function withServices(
  config: Config,
  log: Logger,
  role: string,
  work: (services: WatchServices, context: Awaited<ReturnType<typeof openContext>>) => Promise<void>,
): Promise<number> {
  const context = await openContext(config, log, role);
  try {
    const services = await openWatchServices(context);
    try {
      await work(services, context);
      return 0;
    } finally {
      await services.close();
    }
  } finally {
    await context.close();
  }
}
