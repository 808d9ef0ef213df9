/** Watches on a test database: subscribers, watches, and everything that happens to them, at a time that the test sets. */
import { onTestFinished } from 'vitest';
import type { ApiDeps } from '../../../api/env.ts';
import type { Database } from '../../../db/client.ts';
import { newestRates } from '../../../db/queries/rates.ts';
import { beginWatch, type TrueAlready } from '../../../db/queries/watches/first-run.ts';
import { resolveSubject } from '../../../db/queries/watches/subject.ts';
import { confirmLink, requestLink } from '../../../db/queries/watches/subscribers.ts';
import { storeWatch } from '../../../db/queries/watches/watches.ts';
import { readWatch } from '../../../domain/watch/read-watch.ts';
import { createSigner, tokenHash } from '../../../domain/watch/signed-token.ts';
import { newWatchBody } from '../../../domain/watch/watch-body.ts';
import { type DeliverDeps, type Delivered, deliverDue } from '../../../jobs/watches/deliver.ts';
import { sendDueDigests } from '../../../jobs/watches/digests.ts';
import { openFilterBook } from '../../../jobs/watches/filter-book.ts';
import { matchRuns } from '../../../jobs/watches/match-runs.ts';
import { createWebhookDoor, type WebhookDoorOptions } from '../../../net/webhook-door.ts';
import { type Mailer, smtpMailer } from '../../../notify/mail/mailer.ts';
import type { Sender } from '../../../notify/message.ts';
import { testApp } from '../../api/support.ts';
import { memoryLog } from '../../jobs/support/jobs.ts';

export const SECRET = 'a secret of the tests, long enough';
export const SENDER: Sender = { base: 'https://stealtime.example', from: 'Stealtime <watch@stealtime.example>' };
export const signer = createSigner(SECRET);

/** Token by which a subscriber of these tests asks the API. */
export function bearerOf(email: string): string {
  return `bearer-of-${email}`;
}

/** Empties everything that watches are made of. */
export async function emptyWatching({ sql }: Pick<Database, 'sql'>): Promise<void> {
  await sql`truncate subscribers, access_tokens, watch_filters, watches, watch_memories, deliveries, unmatched_runs, suppressions`;
}

/** The same, and the catalogue. */
export async function emptyAll(database: Pick<Database, 'sql'>): Promise<void> {
  await emptyWatching(database);
  await database.sql`truncate plans, offers, locations, price_periods, changes, search_rows, search_options, past_search_rows,
    catalogue_version, snapshots, snapshot_bodies, scrape_runs, sources, providers, rates`;
}

/** Everything that a subscriber needs: the API, asked without a socket. */
export function watchingApi(database: Database, now: () => number, more: Partial<ApiDeps> = {}) {
  const enqueued: string[] = [];
  const enqueue = async (name: string) => {
    enqueued.push(name);
    return { state: 'already-queued' as const };
  };
  const { app, lines } = testApp(database, { signer, now, queue: { enqueue }, ...more });
  const ask = async (method: string, path: string, body?: unknown, token?: string) => {
    const headers = {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    };
    const answer = await app.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
  };
  return { app, lines, enqueued, ask };
}

/** What a test does with watches. */
export function watching(
  database: Database,
  at: string,
  mail: { readonly smtp: string } | { readonly mailer: Mailer },
  door: WebhookDoorOptions = {},
) {
  const clock = { now: Date.parse(at) };
  const now = () => clock.now;
  const iso = () => new Date(clock.now).toISOString();
  const mailer = 'smtp' in mail ? smtpMailer(mail.smtp) : mail.mailer;
  const webhooks = createWebhookDoor(door);
  onTestFinished(async () => {
    mailer.close();
    await webhooks.close();
  });
  const log = memoryLog();
  const deps: DeliverDeps = { db: database.sql, mailer, webhooks, signer, sender: SENDER, log, now };
  const book = openFilterBook();
  const transaction: Database['transaction'] = (work) => database.transaction(work);

  return {
    clock,
    log,
    deps,
    iso,
    /** A confirmed subscriber; answers the id. */
    async subscriber(email: string): Promise<string> {
      let link = '';
      const linkHash = (id: string) => {
        link = tokenHash(signer.token('confirm', id));
        return link;
      };
      await requestLink(database.sql, { email, addressHash: signer.addressHash(email), linkHash, now: iso() });
      await database.sql`update deliveries set state = 'sent' where kind = 'confirm'`;
      const found = await confirmLink(database.sql, link, tokenHash(bearerOf(email)), iso());
      if (!found) throw new Error('not confirmed');
      return found.subscriberId;
    },
    /** A watch; its body as the API takes it. */
    async watch(
      subscriberId: string,
      body: Record<string, unknown>,
    ): Promise<{ readonly id: string; readonly already: TrueAlready }> {
      const rates = await newestRates(database.sql);
      const read = readWatch(newWatchBody.parse(body), iso(), rates);
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      const subject = await resolveSubject(database.sql, read.value);
      if (subject === null) throw new Error('no such offer');
      const id = await storeWatch(database.sql, subscriberId, read.value, subject, iso());
      return { id, already: await beginWatch(database.sql, id, read.value, subject, { now: iso(), rates }) };
    },
    match: (patienceSeconds = 0) => matchRuns({ transaction, book, now, patienceSeconds }),
    deliver: (): Promise<Delivered> => deliverDue(deps),
    digests: () => sendDueDigests({ transaction, now }),
    /** Everything after a publication. */
    async settle(): Promise<Delivered> {
      await matchRuns({ transaction, book, now });
      return deliverDue(deps);
    },
  };
}
