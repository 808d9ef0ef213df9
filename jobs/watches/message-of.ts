/** What a delivery says, from what was stored and what stands now. */
import type { Db } from '../../db/bulk.ts';
import { isVoided } from '../../db/queries/watches/channel-health.ts';
import type { ClaimedDelivery } from '../../db/queries/watches/deliveries.ts';
import { LINK_HOURS } from '../../db/queries/watches/subscribers.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { watchById } from '../../db/queries/watches/watches.ts';
import type { DigestPart } from '../../domain/watch/digest.ts';
import type { Signer } from '../../domain/watch/signed-token.ts';
import type { ToldItem } from '../../domain/watch/told-item.ts';
import type { Message, Sender } from '../../notify/message.ts';
import { leaveLink, watchNote } from './notes.ts';

/** What deliveries of each kind hold: written by this software, read by no other. */
export interface AlertContent {
  readonly items: readonly ToldItem[];
  readonly more: number;
}
export interface ConfirmContent {
  /** What is to be watched afterwards, as a query. */
  readonly wanted?: string;
}
export interface NoticeContent {
  readonly reason: 'expired' | 'muted';
}
export interface DigestContent {
  readonly parts: readonly { readonly watchId: string; readonly part: DigestPart }[];
}

/** Why there is nothing to say any more, for the record. */
export interface NothingToSay {
  readonly cancelled: string;
}

/** A message, with the watch by whose channel it goes (null: none of its own). */
export interface Sayable {
  readonly message: Message;
  readonly watch: WatchRecord | null;
}

/** Reads a delivery as a message. */
export async function messageOf(
  db: Db,
  delivery: ClaimedDelivery,
  sender: Sender,
  signer: Signer,
): Promise<Sayable | NothingToSay> {
  const { kind, deliveryId, subscriberId, content } = delivery;
  if (kind === 'confirm') {
    const { wanted } = content as ConfirmContent;
    const token = signer.token('confirm', deliveryId);
    const link = `${sender.base}/v1/subscriptions/confirm?token=${token}${wanted ? `&${wanted}` : ''}`;
    return { message: { kind, link, hours: LINK_HOURS }, watch: null };
  }
  const watch = delivery.watchId === null ? null : await watchById(db, delivery.watchId);
  if (kind === 'digest') return digestOf(db, delivery, content as DigestContent, watch, { sender, signer, subscriberId });
  if (watch === null || watch.state === 'ended') return { cancelled: 'the watch has ended' };
  const note = watchNote(watch, sender, signer);
  if (kind === 'notice') return { message: { kind, watch: note, reason: (content as NoticeContent).reason }, watch };
  if (kind === 'test') return { message: { kind, watch: note, items: [], more: 0 }, watch };
  if (watch.state !== 'active') return { cancelled: `the watch is ${watch.state}` };
  const { items, more } = content as AlertContent;
  const standing: ToldItem[] = [];
  for (const item of items) if (item.price === null || !(await isVoided(db, item))) standing.push(item);
  if (standing.length === 0) return { cancelled: 'what it told was found wrong' };
  return { message: { kind, watch: note, items: standing, more }, watch };
}

async function digestOf(
  db: Db,
  { channel }: ClaimedDelivery,
  content: DigestContent,
  watch: WatchRecord | null,
  { sender, signer, subscriberId }: { readonly sender: Sender; readonly signer: Signer; readonly subscriberId: string },
): Promise<Sayable | NothingToSay> {
  const parts = [];
  for (const { watchId, part } of content.parts) {
    const told = await watchById(db, watchId);
    const wants = told?.state === 'active' && told.delivery !== 'immediate';
    if (told && wants) parts.push({ watch: watchNote(told, sender, signer), part });
  }
  if (parts.length === 0) return { cancelled: 'no watch of it is on' };
  const leave = leaveLink(
    sender,
    channel === 'webhook' && watch ? signer.token('watch', watch.watchId) : signer.token('digest', subscriberId),
  );
  return { message: { kind: 'digest', leave, parts }, watch };
}
