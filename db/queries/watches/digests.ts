/** Digests that are due, and what happened to what their watches look at. */
import type { FilterContext } from '../../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../../domain/filter/criteria.ts';
import type { RiskLevel } from '../../../domain/risk/level.ts';
import type { RiskJson } from '../../../domain/risk/risk-json.ts';
import { nextDigest } from '../../../domain/watch/digest-time.ts';
import type { Db } from '../../bulk.ts';
import { binder } from '../binder.ts';
import { filterSql, passing } from '../filter-sql.ts';
import { selectWatches, type WatchRecord } from './watch-record.ts';
import { type ChangesBetween, DIGESTED } from './watched-rows.ts';

/** Plans that one part of a digest is made from at most. */
const MOST_PLANS = 300;

/**
 * Watches whose digest is due, of one subscriber: those that go out together. They stay locked for this transaction, so that
 * each digest is made once.
 */
export async function takeDueDigests(db: Db, now: string): Promise<WatchRecord[]> {
  const [due] = await db<{ subscriberId: string; dueAt: string }[]>`
    select subscriber_id as "subscriberId", next_digest_at as "dueAt" from watches
    where state = 'active' and next_digest_at <= ${now} order by next_digest_at, subscriber_id limit 1 for update skip locked`;
  if (!due) return [];
  return selectWatches(
    db,
    `w.subscriber_id = $1 and w.state = 'active' and w.next_digest_at <= $2::text::timestamptz
     order by w.created_at, w.watch_id for update skip locked`,
    [due.subscriberId, now],
  );
}

/** Plans the next digest of a watch, and notes what this one knew. */
export async function digestDone(
  db: Db,
  { watchId, digest }: WatchRecord,
  now: string,
  upTo: bigint,
  risks: Readonly<Record<string, string>>,
): Promise<void> {
  await db`update watches set digested_change = ${upTo}, next_digest_at = ${digest === null ? null : nextDigest(digest, now)},
    digest_risks = ${db.json({ ...risks })} where watch_id = ${watchId}`;
}

/** Plans that a search shows and of which a change was published in between. */
export async function plansChangedBetween(
  db: Db,
  filter: OfferFilter,
  { after, upTo }: ChangesBetween,
  context: FilterContext,
): Promise<string[]> {
  const { bind, values } = binder();
  const { from, conditions } = filterSql(filter, context, bind, { price: false });
  const rows = await db.unsafe<{ planId: string }[]>(
    `select distinct search_rows.plan_id as "planId" from ${from}
     where ${[...passing(conditions, filter), 'true'].join(' and ')} and exists (
       select 1 from changes c where c.plan_id = search_rows.plan_id and c.change_id > ${bind(after, 'int8')}
         and c.change_id <= ${bind(upTo, 'int8')} and ${DIGESTED})
     order by 1 limit ${bind(MOST_PLANS, 'int4')}`,
    values,
  );
  return rows.map(({ planId }) => planId);
}

/** A row whose level of risk is known. */
export interface AssessedRow {
  readonly planId: string;
  readonly rowId: string;
  readonly name: string | null;
  readonly provider: { readonly id: string; readonly name: string };
  readonly level: RiskLevel;
  readonly risk: RiskJson | null;
}

/** Rows that a search shows and of which a level of risk is known, the highest first. */
export async function assessedRows(db: Db, filter: OfferFilter, context: FilterContext): Promise<AssessedRow[]> {
  const { bind, values } = binder();
  const { from, conditions } = filterSql(filter, context, bind, { price: false });
  return db.unsafe<AssessedRow[]>(
    `select plan_id as "planId", row_id as "rowId", "row" ->> 'name' as name, "row" -> 'provider' as provider, risk_level as level, risk
     from ${from} where ${[...passing(conditions, filter), 'risk_level is not null'].join(' and ')}
     order by array_position(array['high', 'elevated', 'guarded', 'low'], risk_level), row_id limit ${bind(MOST_PLANS, 'int4')}`,
    values,
  );
}

/** Ends watches whose time is over; answers them. */
export async function expireWatches(db: Db, now: string): Promise<{ readonly watchId: string; readonly subscriberId: string }[]> {
  return db<{ watchId: string; subscriberId: string }[]>`
    update watches set state = 'expired', next_digest_at = null where state = 'active' and expires_at <= ${now}
    returning watch_id as "watchId", subscriber_id as "subscriberId"`;
}
