/** What watches work with in a process: signatures, where mail goes, the door for webhooks. */
import { join } from 'node:path';
import { purgeWatching } from '../db/queries/watches/subscribers.ts';
import { createSigner, type Signer } from '../domain/watch/signed-token.ts';
import { type Delivered, deliverDue } from '../jobs/watches/deliver.ts';
import { sendDueDigests } from '../jobs/watches/digests.ts';
import { openFilterBook } from '../jobs/watches/filter-book.ts';
import { type Matched, matchRuns } from '../jobs/watches/match-runs.ts';
import { createWebhookDoor, type WebhookDoor } from '../net/webhook-door.ts';
import { outboxMailer, smtpMailer } from '../notify/mail/mailer.ts';
import type { Sender } from '../notify/message.ts';
import { type Outbox, openOutbox } from '../notify/outbox.ts';
import type { Context } from './context.ts';
import { keptSecretKey } from './secret-key.ts';

/** Services of watches. */
export interface WatchServices {
  readonly signer: Signer;
  readonly webhooks: WebhookDoor;
  /** Null: mail goes to a server. */
  readonly outbox: Outbox | null;
  /** `patienceSeconds`: how long a publication waits for its rows to be assessed. */
  match(patienceSeconds?: number): Promise<Matched>;
  digests(): Promise<{ readonly due: number; readonly queued: number }>;
  deliver(signal?: AbortSignal): Promise<Delivered>;
  purge(): Promise<void>;
  close(): Promise<void>;
}

/** Opens them. */
export async function openWatchServices({ config, database, log, now }: Context): Promise<WatchServices> {
  const signer = createSigner(config.secretKey ?? (await keptSecretKey(config.dataDir)));
  if (config.secretKey === null && config.databaseUrl !== null) {
    log.warn('SECRET_KEY is not set: links in mail hold for processes that share this data folder only');
  }
  const base = (config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/+$/, '');
  const sender: Sender = { base, from: config.mailFrom ?? `Stealtime <stealtime@${new URL(base).hostname}>` };
  const folder = join(config.dataDir, 'outbox');
  const mailer = config.smtpUrl === null ? outboxMailer(folder) : smtpMailer(config.smtpUrl);
  const allowed = new Set(config.allowPrivateHosts);
  const webhooks = createWebhookDoor({ allowPrivate: (host) => allowed.has(host) });
  const book = openFilterBook();
  const transaction: typeof database.transaction = (work) => database.transaction(work);
  return {
    signer,
    webhooks,
    outbox: config.smtpUrl === null ? openOutbox(folder) : null,
    match: (patienceSeconds = 0) => matchRuns({ transaction, book, now, patienceSeconds }),
    digests: () => sendDueDigests({ transaction, now }),
    deliver: (signal) => deliverDue({ db: database.sql, mailer, webhooks, signer, sender, log, now }, signal),
    purge: () => purgeWatching(database.sql, new Date(now()).toISOString()),
    async close() {
      mailer.close();
      await webhooks.close();
    },
  };
}
