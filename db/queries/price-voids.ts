/** Marks on prices that an operator found wrong. What follows from them is in `void-price.ts` and in the publication. */
import type { VoidMark } from '../../domain/price-history.ts';
import type { Db } from '../bulk.ts';

/** The periods of some offers that began at one observation. */
export interface PeriodsAt {
  readonly providerId: string;
  readonly offerIds: readonly string[];
  /** ISO time, as it is shown: to the millisecond. */
  readonly observedFrom: string;
}

/** Offers of a source whose price of now is voided: what they cost is not known until they are seen at another price. */
export async function disputedOffers(db: Db, sourceId: string): Promise<ReadonlySet<string>> {
  const rows = await db<{ offerId: string }[]>`
    select o.offer_id as "offerId" from price_periods p join offers o on o.provider_id = p.provider_id and o.offer_id = p.offer_id
    where p.voided_at is not null and p.open and o.source_id = ${sourceId}`;
  return new Set(rows.map(({ offerId }) => offerId));
}

/** Whether the offers had a price at that observation, and whether any of it is voided or not. */
export async function voidStateAt(db: Db, at: PeriodsAt): Promise<{ readonly voided: number; readonly standing: number }> {
  const [row] = await db<{ voided: number; standing: number }[]>`
    select (count(*) filter (where voided_at is not null))::int as voided, (count(*) filter (where voided_at is null))::int as standing
    from price_periods where provider_id = ${at.providerId} and offer_id = any(${[...at.offerIds]}::text[])
      and date_trunc('milliseconds', first_seen_at) = ${at.observedFrom}`;
  return row ?? { voided: 0, standing: 0 };
}

/** Voids the periods that stand (null: lifts those that are voided); answers the offers whose period that changed. */
export async function markPeriods(db: Db, at: PeriodsAt, mark: VoidMark | null): Promise<string[]> {
  const rows = await db<{ offerId: string }[]>`
    update price_periods set voided_at = ${mark?.at ?? null}, voided_by = ${mark?.by ?? null}, void_reason = ${mark?.reason ?? null}
    where provider_id = ${at.providerId} and offer_id = any(${[...at.offerIds]}::text[])
      and date_trunc('milliseconds', first_seen_at) = ${at.observedFrom} and (voided_at is null) = ${mark !== null}
    returning offer_id as "offerId"`;
  return rows.map(({ offerId }) => offerId).toSorted();
}

/**
 * Carries marks over to periods that this observation opened at the very price that was found wrong, of the same machine: an
 * offer that was away for a while is not right because it is back.
 */
export async function carryMarks(db: Db, providerId: string, offerIds: readonly string[], observedAt: string): Promise<void> {
  await db`update price_periods now set voided_at = earlier.voided_at, voided_by = earlier.voided_by, void_reason = earlier.void_reason
    from price_periods earlier
    where earlier.provider_id = ${providerId} and earlier.offer_id = any(${[...offerIds]}::text[]) and earlier.voided_at is not null
      and not earlier.open and now.provider_id = earlier.provider_id and now.offer_id = earlier.offer_id and now.open
      and now.voided_at is null and now.first_seen_at = ${observedAt}
      and now.price_hash = earlier.price_hash and now.machine_hash = earlier.machine_hash`;
}
