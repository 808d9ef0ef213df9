/** Deliveries: queued once, claimed by one worker at a time, marked with how they ended. */
import { bulkInsert, type Db } from '../../bulk.ts';
import type { DeliveryKind, DeliveryState } from '../../schema/watching.ts';
import { isoTime, isoTimeOrNull } from '../../time.ts';

/** A delivery to be queued. */
export interface NewDelivery {
  readonly subscriberId: string;
  readonly watchId: string | null;
  readonly kind: DeliveryKind;
  /** With event and channel there is one of it, for ever. */
  readonly subject: string;
  readonly eventKey: string;
  readonly channel: 'email' | 'webhook';
  readonly content: unknown;
}

/** Queues deliveries; those that there are already stay as they are. */
export async function queueDeliveries(db: Db, deliveries: readonly NewDelivery[], now: string): Promise<void> {
  await bulkInsert(
    db,
    'deliveries',
    {
      subscriber_id: 'uuid',
      watch_id: 'uuid',
      kind: 'text',
      subject: 'text',
      event_key: 'text',
      channel: 'text',
      content: 'jsonb',
      due_at: 'timestamptz',
      created_at: 'timestamptz',
    },
    deliveries.map((one) => ({
      subscriber_id: one.subscriberId,
      watch_id: one.watchId,
      kind: one.kind,
      subject: one.subject,
      event_key: one.eventKey,
      channel: one.channel,
      content: one.content,
      due_at: now,
      created_at: now,
    })),
    'on conflict (subject, event_key, channel) do nothing',
  );
}

/** A delivery that this worker has to make now. */
export interface ClaimedDelivery {
  readonly deliveryId: string;
  readonly subscriberId: string;
  readonly watchId: string | null;
  readonly kind: DeliveryKind;
  readonly eventKey: string;
  readonly channel: 'email' | 'webhook';
  readonly content: unknown;
  /** Tries before. */
  readonly attempts: number;
  /** Tries before of which nobody knows whether they were made. */
  readonly lost: number;
  readonly createdAt: string;
}

/** How long a worker has a delivery, in seconds: far longer than a try may take. */
export const CLAIM_SECONDS = 300;

/**
 * Claims deliveries that are due; nobody else gets them meanwhile. One whose worker was gone after it began to send, and before it
 * could say how that ended, comes again when the claim is over, counted as lost.
 */
export async function claimDeliveries(db: Db, now: string, limit: number): Promise<ClaimedDelivery[]> {
  const rows = await db<ClaimedDelivery[]>`
    update deliveries d set state = 'queued', lost = d.lost + (d.state = 'sending')::int,
      claimed_until = ${now}::timestamptz + make_interval(secs => ${CLAIM_SECONDS})
    where d.delivery_id in (
      select delivery_id from deliveries
      where state in ('queued', 'sending') and due_at <= ${now} and (claimed_until is null or claimed_until < ${now})
      order by due_at limit ${limit} for update skip locked)
    returning d.delivery_id as "deliveryId", d.subscriber_id as "subscriberId", d.watch_id as "watchId", d.kind,
      d.event_key as "eventKey", d.channel, d.content, d.attempts, d.lost, d.created_at as "createdAt"`;
  return rows.map((row) => ({ ...row, createdAt: isoTime(row.createdAt) }));
}

/** Notes that it is being sent from now on; false: it was cancelled meanwhile, and is not to be sent. */
export async function beginSending(db: Db, deliveryId: string): Promise<boolean> {
  const [row] = await db`update deliveries set state = 'sending', attempts = attempts + 1
    where delivery_id = ${deliveryId} and state = 'queued' returning 1`;
  return row !== undefined;
}

/** How a try ended. */
export type DeliveryEnd =
  | { readonly state: 'sent'; readonly at: string }
  | { readonly state: 'queued'; readonly dueAt: string; readonly error: string }
  | { readonly state: 'cancelled' | 'dead'; readonly error: string };

/** Notes how a try ended. One that was cancelled meanwhile stays so, unless it is known to have been sent. */
export async function endDelivery(db: Db, deliveryId: string, end: DeliveryEnd): Promise<void> {
  await db`update deliveries set state = ${end.state}, claimed_until = null,
    sent_at = ${end.state === 'sent' ? end.at : null},
    due_at = case when ${end.state === 'queued'} then ${end.state === 'queued' ? end.dueAt : null}::timestamptz else due_at end,
    last_error = ${end.state === 'sent' ? null : end.error}
    where delivery_id = ${deliveryId} and (state in ('queued', 'sending') or ${end.state === 'sent'})`;
}

/** A delivery as it is shown. Times are ISO. */
export interface ShownDelivery {
  readonly deliveryId: string;
  readonly watchId: string | null;
  readonly kind: DeliveryKind;
  readonly channel: 'email' | 'webhook';
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly sentAt: string | null;
  readonly content: unknown;
}

const SHOWN = `delivery_id as "deliveryId", watch_id as "watchId", kind, channel, state, attempts, last_error as "lastError",
  created_at as "createdAt", due_at as "dueAt", sent_at as "sentAt", content`;

/** The newest deliveries of a watch, of a subscriber, or in a state. */
export async function newestDeliveries(
  db: Db,
  by: { readonly watchId: string } | { readonly subscriberId: string } | { readonly state: DeliveryState },
  limit: number,
): Promise<ShownDelivery[]> {
  const [column, value] =
    'watchId' in by
      ? ['watch_id = $1::uuid', by.watchId]
      : 'state' in by
        ? ['state = $1', by.state]
        : ['subscriber_id = $1::uuid', by.subscriberId];
  const rows = await db.unsafe<ShownDelivery[]>(
    `select ${SHOWN} from deliveries where ${column} order by created_at desc, delivery_id limit $2`,
    [value, limit],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: isoTime(row.createdAt),
    dueAt: isoTime(row.dueAt),
    sentAt: isoTimeOrNull(row.sentAt),
  }));
}

/** Tries a dead delivery anew; false: there is no such one. */
export async function reviveDelivery(db: Db, deliveryId: string, now: string): Promise<boolean> {
  const [row] = await db`update deliveries set state = 'queued', due_at = ${now}, attempts = 0, lost = 0
    where delivery_id = ${deliveryId} and state = 'dead' returning 1`;
  return row !== undefined;
}

/** Tests of a watch that were asked for since. */
export async function testsSince(db: Db, watchId: string, since: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from deliveries where watch_id = ${watchId} and kind = 'test' and created_at > ${since}`;
  return row?.count ?? 0;
}
