/** Addresses and webhooks that do not take what they are sent. */
import type { Db } from '../../bulk.ts';
import { isoTime } from '../../time.ts';

/** Why an address gets no mail. */
export type SuppressionReason = 'bounce' | 'complaint' | 'operator';

/** Puts an address, by its hash, on the list of those that get no mail. */
export async function suppress(db: Db, addressHash: string, reason: SuppressionReason, now: string): Promise<void> {
  await db`insert into suppressions (address_hash, reason, at) values (${addressHash}, ${reason}, ${now}) on conflict do nothing`;
}

/** Takes it off the list again; false: it was not on it. */
export async function unsuppress(db: Db, addressHash: string): Promise<boolean> {
  const [row] = await db`delete from suppressions where address_hash = ${addressHash} returning 1`;
  return row !== undefined;
}

/** Whether an address gets no mail. */
export async function isSuppressed(db: Db, addressHash: string): Promise<boolean> {
  const [row] = await db`select 1 from suppressions where address_hash = ${addressHash}`;
  return row !== undefined;
}

/** Notes that a watch's webhook took a message. */
export async function noteWebhookWorks(db: Db, watchId: string): Promise<void> {
  await db`update watches set failing_since = null where watch_id = ${watchId} and failing_since is not null`;
}

/** Notes that a watch's webhook failed; answers since when it does (ISO). */
export async function noteWebhookFails(db: Db, watchId: string, now: string): Promise<string> {
  const [row] = await db<{ since: string }[]>`
    update watches set failing_since = coalesce(failing_since, ${now}) where watch_id = ${watchId} returning failing_since as since`;
  return isoTime(row?.since ?? now);
}

/** Whether the price that some offers (none: those of the plan) were observed at then was voided since: an event of a wrong price is none. */
export async function isVoided(
  db: Db,
  {
    planId,
    offerIds,
    observedAt,
  }: { readonly planId: string; readonly offerIds: readonly string[]; readonly observedAt: string },
): Promise<boolean> {
  const [row] = await db`
    select 1 from price_periods p join offers o on o.provider_id = p.provider_id and o.offer_id = p.offer_id
    where p.voided_at is not null and o.plan_id = ${planId}
      and (${offerIds.length === 0} or o.offer_id = any(${[...offerIds]}::text[]))
      and date_trunc('milliseconds', p.first_seen_at) <= ${observedAt} and (p.open or p.last_seen_at >= ${observedAt}) limit 1`;
  return row !== undefined;
}
