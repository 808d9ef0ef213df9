/** The history of offers: their price periods, their changes, and how often their source was read. Times are ISO. */

import type { PricePeriod } from '../../domain/price-history.ts';
import type { StoredChange } from '../../domain/told-change.ts';
import type { Db } from '../bulk.ts';
import { isoTime } from '../time.ts';

interface PricePeriodRecord extends Omit<PricePeriod, 'voided'> {
  voidedAt: string | null;
  voidedBy: string | null;
  voidReason: string | null;
}

/** All periods of offers of one provider, in order of time. */
export async function pricePeriods(db: Db, providerId: string, offerIds: readonly string[]): Promise<PricePeriod[]> {
  const rows = await db<PricePeriodRecord[]>`
    select offer_id as "offerId", first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt", prices, price_hash as "priceHash",
      machine_hash as "machineHash", open, voided_at as "voidedAt",
      voided_by as "voidedBy", void_reason as "voidReason"
    from price_periods where provider_id = ${providerId} and offer_id = any(${[...offerIds]}::text[])
    order by first_seen_at, offer_id`;
  return rows.map(({ voidedAt, voidedBy, voidReason, ...row }) => ({
    ...row,
    firstSeenAt: isoTime(row.firstSeenAt),
    lastSeenAt: isoTime(row.lastSeenAt),
    voided: voidedAt === null ? null : { at: isoTime(voidedAt), by: voidedBy ?? 'operator', reason: voidReason ?? '' },
  }));
}

/** The newest changes of a plan and of the given offers of it, in order of time. */
export async function changesOf(db: Db, planId: string, offerIds: readonly string[], limit: number): Promise<StoredChange[]> {
  const rows = await db<StoredChange[]>`
    select kind, offer_id as "offerId", observed_at as "observedAt", before, after from changes
    where plan_id = ${planId} and (offer_id is null or offer_id = any(${[...offerIds]}::text[]))
    order by observed_at desc, change_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, observedAt: isoTime(row.observedAt) })).toReversed();
}

/** Runs of a source, observed within these times, that published or found everything as published. */
export async function publishedRuns(db: Db, sourceId: string, from: string, to: string): Promise<number> {
  const [row] = await db<{ runs: number }[]>`
    select count(*)::int as runs from scrape_runs where source_id = ${sourceId} and state in ('published', 'unchanged')
      and observed_at between ${from} and ${to}`;
  return row?.runs ?? 0;
}

/** Days (YYYY-MM-DD, UTC) within these times on which a source was read to its end, in order: on the others nobody looked. */
export async function observedDays(db: Db, sourceId: string, from: string, to: string): Promise<string[]> {
  const rows = await db<{ day: string }[]>`
    select distinct to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD') as day from scrape_runs
    where source_id = ${sourceId} and state in ('published', 'unchanged') and observed_at between ${from} and ${to} order by 1`;
  return rows.map(({ day }) => day);
}
