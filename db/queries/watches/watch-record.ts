/** A watch as it is stored, and how it is read. */
import type { DigestTime } from '../../../domain/watch/digest-time.ts';
import type { WatchRule } from '../../../domain/watch/rules.ts';
import type { Delivery, WebhookTemplate } from '../../../domain/watch/watch-body.ts';
import type { Db } from '../../bulk.ts';
import type { WatchState } from '../../schema/watching.ts';
import { isoTime, isoTimeOrNull } from '../../time.ts';

/** A watch. Times are ISO. */
export interface WatchRecord {
  readonly watchId: string;
  readonly subscriberId: string;
  readonly state: WatchState;
  readonly rule: WatchRule;
  /** Of a saved search: its parameters as asked. */
  readonly params: Readonly<Record<string, string>> | null;
  readonly filterId: number | null;
  readonly planId: string | null;
  readonly offerId: string | null;
  readonly thresholdMicros: bigint | null;
  readonly thresholdPpm: number | null;
  readonly currency: string;
  readonly channel: 'email' | 'webhook';
  readonly webhookUrl: string | null;
  readonly template: WebhookTemplate | null;
  readonly delivery: Delivery;
  readonly digest: DigestTime | null;
  readonly nextDigestAt: string | null;
  readonly digestedChange: bigint;
  readonly sinceChange: bigint;
  readonly digestRisks: Readonly<Record<string, string>> | null;
  readonly seeded: boolean;
  readonly failingSince: string | null;
  readonly expiresAt: string | null;
  readonly createdAt: string;
}

type StoredWatch = Omit<WatchRecord, 'digest'> & {
  digestWeekday: number | null;
  digestHour: number | null;
  digestZone: string | null;
};

const COLUMNS = `w.watch_id as "watchId", w.subscriber_id as "subscriberId", w.state, w.rule, w.params, w.filter_id as "filterId",
  w.plan_id as "planId", w.offer_id as "offerId", w.threshold_micros as "thresholdMicros", w.threshold_ppm as "thresholdPpm",
  w.currency, w.channel, w.webhook_url as "webhookUrl", w.template, w.delivery, w.digest_weekday as "digestWeekday",
  w.digest_hour as "digestHour", w.digest_zone as "digestZone", w.next_digest_at as "nextDigestAt", w.digested_change as "digestedChange", w.since_change as "sinceChange",
  w.digest_risks as "digestRisks", w.seeded, w.failing_since as "failingSince", w.expires_at as "expiresAt", w.created_at as "createdAt"`;

/** Watches that meet a condition of ours on `w`, oldest first unless the condition orders them. */
export async function selectWatches(db: Db, where: string, values: readonly unknown[]): Promise<WatchRecord[]> {
  const rows = await db.unsafe<StoredWatch[]>(`select ${COLUMNS} from watches w where ${where}`, values as never[]);
  return rows.map(watchOf);
}

function watchOf({ digestWeekday, digestHour, digestZone, ...watch }: StoredWatch): WatchRecord {
  const digest =
    digestWeekday === null || digestHour === null || digestZone === null
      ? null
      : { weekday: digestWeekday, hour: digestHour, timeZone: digestZone };
  return {
    ...watch,
    digest,
    nextDigestAt: isoTimeOrNull(watch.nextDigestAt),
    failingSince: isoTimeOrNull(watch.failingSince),
    expiresAt: isoTimeOrNull(watch.expiresAt),
    createdAt: isoTime(watch.createdAt),
  };
}
