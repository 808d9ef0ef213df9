/** Subscribers: from the wish to hear something to being forgotten. Whoever calls knows tokens; here only their hashes are. */
import { randomUUID } from 'node:crypto';
import type { Db } from '../../bulk.ts';
import { isoTime, isoTimeOrNull } from '../../time.ts';

/** Confirmation mails to one address at most, in an hour and in a day: nobody is to be flooded by a stranger. */
export const CONFIRMATIONS = { hour: 3, day: 8 } as const;

/** How long links and bearer tokens hold, in hours. */
export const LINK_HOURS = 48;
export const BEARER_HOURS = 365 * 24;

/** A subscriber. Times are ISO. */
export interface Subscriber {
  readonly subscriberId: string;
  readonly email: string;
  readonly confirmedAt: string | null;
}

/** A wish to subscribe, or to sign in again. */
export interface Subscription {
  readonly email: string;
  readonly addressHash: string;
  /** Hash of the token of the link in the mail; the link is derived from the delivery's id. */
  readonly linkHash: (deliveryId: string) => string;
  /** What is to be watched once the link was used, as a query; the link leads on to it. */
  readonly wanted?: string;
  /** ISO time. */
  readonly now: string;
}

/** Queues the mail with the link. Answers whether it did; nobody outside is to learn it. */
export async function requestLink(db: Db, { email, addressHash, linkHash, wanted, now }: Subscription): Promise<boolean> {
  const [suppressed] = await db`select 1 from suppressions where address_hash = ${addressHash}`;
  if (suppressed) return false;
  await db`insert into subscribers (email, created_at) values (${email}, ${now}) on conflict (email) do nothing`;
  // One after the other for one address, so that the limit is one.
  const [subscriber] = await db<{ id: string }[]>`select subscriber_id as id from subscribers where email = ${email} for update`;
  if (!subscriber) return false;
  const [sent] = await db<{ hour: number; day: number }[]>`
    select count(*) filter (where created_at > ${now}::timestamptz - interval '1 hour')::int as hour, count(*)::int as day
    from deliveries where subscriber_id = ${subscriber.id} and kind = 'confirm' and created_at > ${now}::timestamptz - interval '1 day'`;
  if (sent && (sent.hour >= CONFIRMATIONS.hour || sent.day >= CONFIRMATIONS.day)) return false;
  const deliveryId = randomUUID();
  await db`insert into access_tokens (token_hash, subscriber_id, purpose, expires_at, created_at) values
    (${linkHash(deliveryId)}, ${subscriber.id}, 'confirm', ${now}::timestamptz + make_interval(hours => ${LINK_HOURS}), ${now})`;
  await db`insert into deliveries (delivery_id, subscriber_id, kind, subject, event_key, channel, content, due_at, created_at) values
    (${deliveryId}, ${subscriber.id}, 'confirm', ${`confirm:${subscriber.id}`}, ${deliveryId}, 'email', ${db.json(wanted ? { wanted } : {})}, ${now}, ${now})`;
  return true;
}

/** Uses a link up and gives a bearer token in its place; null: there is no such link, or not any more. */
export async function confirmLink(db: Db, linkHash: string, bearerHash: string, now: string): Promise<Subscriber | null> {
  const [used] = await db<{ id: string }[]>`
    delete from access_tokens where token_hash = ${linkHash} and purpose = 'confirm' and expires_at > ${now}
    returning subscriber_id as id`;
  if (!used) return null;
  await db`update subscribers set confirmed_at = coalesce(confirmed_at, ${now}) where subscriber_id = ${used.id}`;
  await db`insert into access_tokens (token_hash, subscriber_id, purpose, expires_at, created_at) values
    (${bearerHash}, ${used.id}, 'bearer', ${now}::timestamptz + make_interval(hours => ${BEARER_HOURS}), ${now})`;
  return subscriberById(db, used.id);
}

/** Whose bearer token it is; null: nobody's. */
export async function subscriberOfToken(db: Db, bearerHash: string, now: string): Promise<Subscriber | null> {
  const [found] = await db<{ id: string }[]>`
    select subscriber_id as id from access_tokens where token_hash = ${bearerHash} and purpose = 'bearer' and expires_at > ${now}`;
  return found ? subscriberById(db, found.id) : null;
}

/** A subscriber by id. */
export async function subscriberById(db: Db, subscriberId: string): Promise<Subscriber | null> {
  const [found] = await db<{ email: string; confirmedAt: string | null }[]>`
    select email, confirmed_at as "confirmedAt" from subscribers where subscriber_id = ${subscriberId}`;
  return found ? { subscriberId, email: found.email, confirmedAt: isoTimeOrNull(found.confirmedAt) } : null;
}

/** Takes a bearer token back. */
export async function dropToken(db: Db, bearerHash: string): Promise<void> {
  await db`delete from access_tokens where token_hash = ${bearerHash} and purpose = 'bearer'`;
}

/** Forgets a subscriber and everything that hangs on it. That an address bounced or complained stays, as a hash. */
export async function eraseSubscriber(db: Db, subscriberId: string): Promise<void> {
  await db`delete from watch_memories where watch_id in (select watch_id from watches where subscriber_id = ${subscriberId})`;
  for (const table of ['watches', 'deliveries', 'access_tokens', 'subscribers']) {
    await db`delete from ${db(table)} where subscriber_id = ${subscriberId}`;
  }
}

/** When the subscriber asked and confirmed, for an export. */
export async function subscriptionTimes(
  db: Db,
  subscriberId: string,
): Promise<{ createdAt: string; confirmedAt: string | null }> {
  const [found] = await db<{ createdAt: string; confirmedAt: string | null }[]>`
    select created_at as "createdAt", confirmed_at as "confirmedAt" from subscribers where subscriber_id = ${subscriberId}`;
  return { createdAt: isoTime(found?.createdAt ?? new Date(0)), confirmedAt: isoTimeOrNull(found?.confirmedAt ?? null) };
}

/** How long what is kept, in days. */
export const RETENTION_DAYS = { unconfirmed: 7, deliveries: 90, ended: 30 } as const;

/** Forgets what is kept no longer. */
export async function purgeWatching(db: Db, now: string): Promise<void> {
  const { unconfirmed, deliveries, ended } = RETENTION_DAYS;
  const stale = await db<{ id: string }[]>`select subscriber_id as id from subscribers
    where confirmed_at is null and created_at < ${now}::timestamptz - make_interval(days => ${unconfirmed})`;
  for (const { id } of stale) await eraseSubscriber(db, id);
  await db`delete from access_tokens where expires_at < ${now}`;
  await db`delete from deliveries where created_at < ${now}::timestamptz - make_interval(days => ${deliveries})`;
  await db`delete from watch_memories m using watches w where w.watch_id = m.watch_id and w.state in ('ended', 'expired')`;
  await db`delete from watches where state = 'ended' and created_at < ${now}::timestamptz - make_interval(days => ${ended})`;
  await db`delete from watch_memories where state = 'cooling' and until < ${now}::timestamptz - interval '1 day'`;
}
