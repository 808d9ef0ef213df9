/** Watches as messages name them: in words, with their links. */
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { RULES } from '../../domain/watch/rules.ts';
import type { Signer } from '../../domain/watch/signed-token.ts';
import { watchTitle } from '../../domain/watch/watch-words.ts';
import { pageOf, type Sender, type WatchNote } from '../../notify/message.ts';

/** A watch as a message names it. */
export function watchNote(watch: WatchRecord, sender: Sender, signer: Signer): WatchNote {
  return {
    id: watch.watchId,
    title: watchTitle(watch),
    again: RULES[watch.rule].again,
    page:
      watch.params === null
        ? pageOf(sender, watch.offerId ?? watch.planId ?? '')
        : `${sender.base}/?${new URLSearchParams({ ...watch.params })}`,
    leave: leaveLink(sender, signer.token('watch', watch.watchId)),
  };
}

/** The link that ends something: a page for people, one POST for mail programs. */
export function leaveLink({ base }: Sender, token: string): string {
  return `${base}/v1/unsubscribe?token=${token}`;
}
