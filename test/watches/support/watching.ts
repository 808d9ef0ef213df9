/** Watches on a test database: subscribers, watches, and everything that happens to them, at a time that the test sets. */
import { onTestFinished } from 'vitest';
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
import { memoryLog } from '../../jobs/support/jobs.ts';

export const SECRET = 'a secret of the tests, long enough';
export const SENDER: Sender = { base: 'https://stealtime.example', from: 'Stealtime <watch@stealtime.example>' };
export const signer = createSigner(SECRET);

/** Empties everything that watches are made of, and the catalogue. */
export async function emptyAll({ sql }: Database): Promise<void> {
  await sql`truncate subscribers, access_tokens, watch_filters, watches, watch_memories, deliveries, unmatched_runs, suppressions,
    plans, offers, locations, price_periods, changes, search_rows, search_options, past_search_rows, catalogue_version,
    snapshots, snapshot_bodies, scrape_runs, sources, providers, rates`;
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
      const found = await confirmLink(database.sql, link, tokenHash(`bearer of ${email}`), iso());
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
    match: () => matchRuns({ transaction, book, now }),
    deliver: (): Promise<Delivered> => deliverDue(deps),
    digests: () => sendDueDigests({ transaction, now }),
    /** Everything after a publication. */
    async settle(): Promise<Delivered> {
      await matchRuns({ transaction, book, now });
      return deliverDue(deps);
    },
  };
}
