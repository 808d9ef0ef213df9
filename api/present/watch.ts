/** Watches and deliveries in public JSON. */

import type { ShownDelivery } from '../../db/queries/watches/deliveries.ts';
import type { TrueAlready } from '../../db/queries/watches/first-run.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { formatMicros } from '../../domain/money.ts';
import { WEEKDAYS } from '../../domain/watch/digest-time.ts';
import { RULES } from '../../domain/watch/rules.ts';
import type { ToldItem } from '../../domain/watch/told-item.ts';
import { watchTitle } from '../../domain/watch/watch-words.ts';

/** A watch. */
export function watchJson(watch: WatchRecord) {
  const { digest, thresholdMicros, thresholdPpm } = watch;
  return {
    id: watch.watchId,
    title: watchTitle(watch),
    state: watch.state,
    filter: watch.params,
    offerId: watch.params === null ? (watch.offerId ?? watch.planId) : null,
    rule: watch.rule,
    threshold:
      thresholdMicros !== null ? formatMicros(thresholdMicros) : thresholdPpm === null ? null : String(thresholdPpm / 10_000),
    currency: watch.currency,
    channel: watch.webhookUrl ?? 'email',
    template: watch.template,
    delivery: watch.delivery,
    digest: digest && { weekday: WEEKDAYS[digest.weekday - 1] ?? 'monday', hour: digest.hour, timeZone: digest.timeZone },
    nextDigestAt: watch.nextDigestAt,
    expiresAt: watch.expiresAt,
    paused: watch.state === 'paused',
    again: RULES[watch.rule].again,
    createdAt: watch.createdAt,
  };
}

/** What was true when a watch began. */
export function alreadyJson({ count, complete, examples }: TrueAlready) {
  return { count, complete, examples: [...examples] };
}

/** A delivery as its subscriber sees it. */
export function deliveryJson(delivery: ShownDelivery) {
  const { deliveryId, watchId, kind, channel, state, attempts, lastError, createdAt, dueAt, sentAt, content } = delivery;
  const waits = state === 'queued' || state === 'sending';
  return {
    id: deliveryId,
    watchId,
    kind,
    channel,
    state,
    attempts,
    lastError,
    createdAt,
    nextTryAt: waits ? dueAt : null,
    sentAt,
    items: kind === 'alert' ? itemsOf(content) : [],
  };
}

/** Content of an alert, written by `jobs/watches/match-runs.ts`. */
function itemsOf(content: unknown): ToldItem[] {
  const items = typeof content === 'object' && content !== null && 'items' in content ? content.items : [];
  return Array.isArray(items) ? (items as ToldItem[]) : [];
}
