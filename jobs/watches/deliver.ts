/** Makes deliveries that are due: claimed, sent, marked. */
import type { Db } from '../../db/bulk.ts';
import { isSuppressed, noteWebhookFails, noteWebhookWorks, suppress } from '../../db/queries/watches/channel-health.ts';
import {
  beginSending,
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryEnd,
  endDelivery,
  queueDeliveries,
} from '../../db/queries/watches/deliveries.ts';
import { subscriberById } from '../../db/queries/watches/subscribers.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { setWatchState } from '../../db/queries/watches/watches.ts';
import type { Signer } from '../../domain/watch/signed-token.ts';
import type { WebhookDoor } from '../../net/webhook-door.ts';
import { buildMail } from '../../notify/mail/build-mail.ts';
import type { Mailer } from '../../notify/mail/mailer.ts';
import type { Message, Sender } from '../../notify/message.ts';
import { webhookPost } from '../../notify/webhook/payload.ts';
import type { JobLog } from '../queue.ts';
import { messageOf, type Sayable } from './message-of.ts';
import { MOST_LOST, MUTE_AFTER_MS, nextTry } from './retry-plan.ts';

/** What deliveries are made with. */
export interface DeliverDeps {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly webhooks: Pick<WebhookDoor, 'post'>;
  readonly signer: Signer;
  readonly sender: Sender;
  readonly log: JobLog;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** How many ended how. */
export type Delivered = Readonly<Record<DeliveryEnd['state'], number>>;

/** Deliveries that one worker has at a time. */
const BATCH = 10;

const LEFT_MEANWHILE = 'the subscriber left a moment before';

/** Makes everything that is due; `signal` stops it between batches. */
export async function deliverDue(deps: DeliverDeps, signal?: AbortSignal): Promise<Delivered> {
  const total = { sent: 0, queued: 0, cancelled: 0, dead: 0 };
  while (!signal?.aborted) {
    const claimed = await claimDeliveries(deps.db, iso(deps.now()), BATCH);
    if (claimed.length === 0) break;
    const ends = await Promise.all(claimed.map((delivery) => deliver(deps, delivery)));
    for (const { state } of ends) total[state] += 1;
  }
  return total;
}

async function deliver(deps: DeliverDeps, delivery: ClaimedDelivery): Promise<DeliveryEnd> {
  const end = await tryOnce(deps, delivery);
  await endDelivery(deps.db, delivery.deliveryId, end);
  const { deliveryId, kind, channel, attempts } = delivery;
  const facts = { deliveryId, kind, channel, attempts, ...(end.state === 'sent' ? {} : { error: end.error }) };
  deps.log[end.state === 'dead' ? 'warn' : 'info'](facts, `delivery ${end.state}`);
  return end;
}

async function tryOnce(deps: DeliverDeps, delivery: ClaimedDelivery): Promise<DeliveryEnd> {
  const { db, signer, sender } = deps;
  const subscriber = await subscriberById(db, delivery.subscriberId);
  if (subscriber === null) return cancelled('the subscriber is gone');
  if (delivery.kind !== 'confirm' && subscriber.confirmedAt === null) return cancelled('the address is not confirmed');
  const addressHash = signer.addressHash(subscriber.email);
  if (delivery.channel === 'email' && (await isSuppressed(db, addressHash))) return cancelled('the address gets no mail');
  if (delivery.lost > MOST_LOST) return { state: 'dead', error: 'workers were lost over it twice: it may have been sent' };
  const said = await messageOf(db, delivery, sender, signer);
  if ('cancelled' in said) return cancelled(said.cancelled);
  if (delivery.channel === 'webhook') return tryWebhook(deps, delivery, said);
  if (!(await beginSending(db, delivery.deliveryId))) return cancelled(LEFT_MEANWHILE);
  const mail = buildMail(said.message, subscriber.email, delivery.deliveryId, sender, deps.now());
  const outcome = await deps.mailer.send(mail);
  if (outcome.ok) return { state: 'sent', at: iso(deps.now()) };
  if (outcome.code === 'address-refused') {
    await suppress(db, addressHash, 'bounce', iso(deps.now()));
    return { state: 'dead', error: `the address was refused: ${outcome.message}` };
  }
  return again(deps, delivery, outcome.message);
}

async function tryWebhook(deps: DeliverDeps, delivery: ClaimedDelivery, { message, watch }: Sayable): Promise<DeliveryEnd> {
  const url = watch?.webhookUrl ?? null;
  if (watch === null || url === null || !isForWebhooks(message)) return cancelled('the watch has no webhook any more');
  const { deliveryId } = delivery;
  const target = { url, template: watch.template ?? 'standard', secret: deps.signer.webhookSecret(watch.watchId), deliveryId };
  if (!(await beginSending(deps.db, deliveryId))) return cancelled(LEFT_MEANWHILE);
  const outcome = await deps.webhooks.post(webhookPost(message, target, deps.sender, deps.now()));
  if (outcome.ok && outcome.value.status >= 200 && outcome.value.status < 300) {
    await noteWebhookWorks(deps.db, watch.watchId);
    return { state: 'sent', at: iso(deps.now()) };
  }
  const error = outcome.ok ? `the webhook answered ${outcome.value.status}` : outcome.failure.message;
  if (delivery.kind === 'test') return { state: 'dead', error };
  const since = await noteWebhookFails(deps.db, watch.watchId, iso(deps.now()));
  const isGone = outcome.ok && outcome.value.status === 410;
  if (!isGone && deps.now() - Date.parse(since) < MUTE_AFTER_MS) return again(deps, delivery, error);
  await mute(deps, watch, since);
  return { state: 'dead', error };
}

/** Switches a watch off whose webhook does not work, and says so by mail. */
async function mute({ db, now }: DeliverDeps, { watchId, subscriberId }: WatchRecord, since: string): Promise<void> {
  await setWatchState(db, watchId, 'muted');
  const notice = {
    subscriberId,
    watchId,
    kind: 'notice',
    subject: watchId,
    channel: 'email',
    content: { reason: 'muted' },
  } as const;
  await queueDeliveries(db, [{ ...notice, eventKey: `muted:${since}` }], iso(now()));
}

function again({ now }: DeliverDeps, { attempts }: ClaimedDelivery, error: string): DeliveryEnd {
  const dueAt = nextTry(attempts + 1, now());
  return dueAt === null ? { state: 'dead', error } : { state: 'queued', dueAt, error };
}

function isForWebhooks(message: Message): message is Extract<Message, { kind: 'alert' | 'test' | 'digest' }> {
  return message.kind === 'alert' || message.kind === 'test' || message.kind === 'digest';
}

function cancelled(error: string): DeliveryEnd {
  return { state: 'cancelled', error };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
