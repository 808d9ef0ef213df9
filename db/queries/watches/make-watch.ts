/** Making and changing watches, as the API and the pages do it. */
import type { RateTable } from '../../../domain/exchange-rates.ts';
import type { FieldError } from '../../../domain/filter/params.ts';
import { formatMicros } from '../../../domain/money.ts';
import { readWatch, type WatchAsked } from '../../../domain/watch/read-watch.ts';
import type { NewWatchBody, WatchPatchBody } from '../../../domain/watch/watch-body.ts';
import type { Database } from '../../client.ts';
import { newestRates } from '../rates.ts';
import { beginWatch, type TrueAlready } from './first-run.ts';
import { resolveSubject } from './subject.ts';
import type { WatchRecord } from './watch-record.ts';
import { countWatches, MOST_WATCHES, storeWatch, watchOfSubscriber } from './watches.ts';

/** What a webhook's address leads to, as far as can be known now. */
export type AddressKind = (url: string) => Promise<'public' | 'private' | 'unknown'>;

/** Who makes a watch, and when. */
export interface Making {
  readonly database: Database;
  readonly subscriberId: string;
  readonly addressKind: AddressKind;
  /** ISO time. */
  readonly now: string;
}

/** What came of it. `too-many`: the subscriber has as many as there may be. */
export type Made =
  | { readonly ok: true; readonly watch: WatchRecord; readonly already: TrueAlready }
  | { readonly ok: false; readonly errors: readonly FieldError[] }
  | { readonly ok: false; readonly errors: 'too-many' };

/** Makes a watch. What it would have told already is answered and remembered. */
export async function makeWatch(making: Making, body: NewWatchBody): Promise<Made> {
  if ((await countWatches(making.database.sql, making.subscriberId)) >= MOST_WATCHES) return { ok: false, errors: 'too-many' };
  return putWatch(making, body, null);
}

/** Changes a watch: what is not given stays. It begins anew, so that what is true by now is not told as news. */
export async function changeWatch(making: Making, watch: WatchRecord, patch: WatchPatchBody): Promise<Made> {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const body = { ...bodyOf(watch), ...given } as NewWatchBody;
  // A rule that knows no threshold, a channel that knows no template: what belonged to the old one goes with it.
  if (patch.rule !== undefined && patch.rule !== watch.rule && patch.threshold === undefined) body.threshold = null;
  if (patch.channel !== undefined && patch.template === undefined) body.template = null;
  if (patch.filter !== undefined) body.offerId = null;
  return putWatch(making, body, watch.watchId);
}

async function putWatch(making: Making, body: NewWatchBody, watchId: string | null): Promise<Made> {
  const { database, subscriberId, now } = making;
  const rates = await newestRates(database.sql);
  const read = readWatch(body, now, rates);
  const errors = [...(read.ok ? [] : read.errors), ...(await privateAddress(body, making))];
  if (!read.ok || errors.length > 0) return { ok: false, errors };
  return storeAndBegin(making, read.value, rates, watchId, { subscriberId, now });
}

async function storeAndBegin(
  { database }: Making,
  asked: WatchAsked,
  rates: RateTable,
  watchId: string | null,
  { subscriberId, now }: Pick<Making, 'subscriberId' | 'now'>,
): Promise<Made> {
  const subject = await resolveSubject(database.sql, asked);
  if (subject === null) return { ok: false, errors: [{ field: 'offerId', message: 'is the id of no offer that is known' }] };
  return database.transaction(async ({ sql }): Promise<Made> => {
    const id = await storeWatch(sql, subscriberId, asked, subject, now, watchId);
    const already = await beginWatch(sql, id, asked, subject, { now, rates });
    const watch = await watchOfSubscriber(sql, subscriberId, id);
    if (watch === null) throw new Error('a watch that was stored is not there');
    return { ok: true, watch, already };
  });
}

async function privateAddress({ channel }: NewWatchBody, { addressKind }: Making): Promise<FieldError[]> {
  if (!channel.startsWith('https://') || !URL.canParse(channel)) return [];
  const kind = await addressKind(channel);
  return kind === 'private' ? [{ field: 'channel', message: 'is or leads to an address that is not public' }] : [];
}

/** A watch as its body would be. */
function bodyOf(watch: WatchRecord): NewWatchBody {
  const { rule, thresholdMicros, thresholdPpm } = watch;
  return {
    filter: watch.params,
    offerId: watch.params === null ? (watch.offerId ?? watch.planId) : null,
    rule,
    channel: watch.webhookUrl ?? 'email',
    threshold: thresholdMicros !== null ? formatMicros(thresholdMicros) : thresholdPpm === null ? null : thresholdPpm / 10_000,
    currency: watch.currency,
    delivery: watch.delivery,
    digest: watch.digest,
    expiresAt: watch.state === 'expired' ? null : watch.expiresAt,
    paused: watch.state === 'paused',
    template: watch.template,
  };
}
