/** Watches as their subscribers make, change and end them. */

import { filterToParams } from '../../../domain/filter/parse.ts';
import { nextDigest } from '../../../domain/watch/digest-time.ts';
import type { WatchAsked } from '../../../domain/watch/read-watch.ts';
import { watchedFilter, watchedFilterKey } from '../../../domain/watch/watched-filter.ts';
import type { Db } from '../../bulk.ts';
import type { WatchState } from '../../schema/watching.ts';
import { selectWatches, type WatchRecord } from './watch-record.ts';
import { newestChange } from './watched-rows.ts';

/** Watches of one subscriber at most. */
export const MOST_WATCHES = 200;

/** Tests of one watch in an hour at most. */
export const TESTS_AN_HOUR = 5;

/** What a watch looks at: a search, or an offer or plan that exists. */
export type StoredSubject =
  | { readonly params: Readonly<Record<string, string>>; readonly filterId: number }
  | { readonly planId: string; readonly offerId: string | null };

/** The number of the search that a watch stands for; a new one is visible to all at once. Not within a transaction that goes on. */
export async function filterIdOf(
  db: Db,
  { subject, rule, thresholdMicros, currency }: WatchAsked,
): Promise<StoredSubject | null> {
  if (!('filter' in subject)) return null;
  const filter = watchedFilter({ rule, filter: subject.filter, thresholdMicros, currency });
  const key = watchedFilterKey(rule, filter);
  const params = filterToParams(filter);
  await db`insert into watch_filters (rule, key, params) values (${rule}, ${key}, ${db.json(params)}) on conflict (key) do nothing`;
  const [found] = await db<{ id: number }[]>`select filter_id as id from watch_filters where key = ${key}`;
  if (!found) throw new Error('a filter that was stored is not there');
  return { params: filterToParams(subject.filter), filterId: found.id };
}

/** Stores a watch; with an id, in the place of that one. `now`: ISO time. */
export async function storeWatch(
  db: Db,
  subscriberId: string,
  asked: WatchAsked,
  subject: StoredSubject,
  now: string,
  watchId: string | null = null,
): Promise<string> {
  const { digest, channel } = asked;
  const newest = await newestChange(db);
  const tells = asked.delivery !== 'immediate' && digest !== null;
  const values = {
    state: asked.paused ? 'paused' : 'active',
    rule: asked.rule,
    params: 'params' in subject ? db.json({ ...subject.params }) : null,
    filter_id: 'filterId' in subject ? subject.filterId : null,
    plan_id: 'planId' in subject ? subject.planId : null,
    offer_id: 'offerId' in subject ? subject.offerId : null,
    threshold_micros: asked.thresholdMicros,
    threshold_ppm: asked.thresholdPpm,
    currency: asked.currency,
    channel: channel.kind,
    webhook_url: channel.kind === 'webhook' ? channel.url : null,
    template: channel.kind === 'webhook' ? channel.template : null,
    delivery: asked.delivery,
    digest_weekday: digest?.weekday ?? null,
    digest_hour: digest?.hour ?? null,
    digest_zone: digest?.timeZone ?? null,
    next_digest_at: tells ? nextDigest(digest, now) : null,
    failing_since: null,
    since_change: newest,
    expires_at: asked.expiresAt,
  };
  if (watchId !== null) {
    await db`update watches set ${db(values)} where watch_id = ${watchId} and subscriber_id = ${subscriberId}`;
    return watchId;
  }
  const made = { ...values, subscriber_id: subscriberId, created_at: now, digested_change: newest };
  const [row] = await db<{ id: string }[]>`insert into watches ${db(made)} returning watch_id as id`;
  if (!row) throw new Error('a watch was not stored');
  return row.id;
}

/** Watches of a subscriber, newest first, without those that ended. */
export function watchesOf(db: Db, subscriberId: string): Promise<WatchRecord[]> {
  return selectWatches(db, `w.subscriber_id = $1 and w.state <> 'ended' order by w.created_at desc, w.watch_id`, [subscriberId]);
}

/** A watch of a subscriber; null: there is none of this id, or it is somebody else's. */
export async function watchOfSubscriber(db: Db, subscriberId: string, watchId: string): Promise<WatchRecord | null> {
  const [watch] = await selectWatches(db, `w.watch_id = $1 and w.subscriber_id = $2 and w.state <> 'ended'`, [
    watchId,
    subscriberId,
  ]);
  return watch ?? null;
}

/** A watch by id alone: for whoever holds a signed link of it. */
export async function watchById(db: Db, watchId: string): Promise<WatchRecord | null> {
  const [watch] = await selectWatches(db, 'w.watch_id = $1', [watchId]);
  return watch ?? null;
}

/** Sets the state of a watch; what is queued for one that does not act any more is cancelled. */
export async function setWatchState(db: Db, watchId: string, state: WatchState): Promise<void> {
  await db`update watches set state = ${state} where watch_id = ${watchId} and state <> 'ended'`;
  if (state !== 'active') await cancelQueued(db, watchId);
}

/** What waits to be told by a watch is not wanted any more. */
async function cancelQueued(db: Db, watchId: string): Promise<void> {
  await db`update deliveries set state = 'cancelled' where watch_id = ${watchId} and state = 'queued' and kind in ('alert', 'test')`;
}

/** Ends the digest of a subscriber: watches that only told there end, the others go on telling at once. */
export async function endDigest(db: Db, subscriberId: string): Promise<void> {
  await db`update watches set next_digest_at = null, state = case when delivery = 'digest' then 'ended' else state end,
    delivery = case when delivery = 'both' then 'immediate' else delivery end
    where subscriber_id = ${subscriberId} and channel = 'email' and delivery in ('digest', 'both')`;
  await db`update deliveries set state = 'cancelled' where subscriber_id = ${subscriberId} and state = 'queued' and kind = 'digest'`;
}

/** Ends everything that a subscriber hears. */
export async function endAllWatches(db: Db, subscriberId: string): Promise<void> {
  await db`update watches set state = 'ended', next_digest_at = null where subscriber_id = ${subscriberId}`;
  await db`update deliveries set state = 'cancelled' where subscriber_id = ${subscriberId} and state = 'queued' and kind <> 'confirm'`;
}

/** How many watches a subscriber has. */
export async function countWatches(db: Db, subscriberId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from watches where subscriber_id = ${subscriberId} and state <> 'ended'`;
  return row?.count ?? 0;
}
