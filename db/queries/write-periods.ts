/** Writes the history of prices: one period for each interval in which an offer was seen at one set of prices. */
import type { OfferOutcome, PlanOutcome } from '../../domain/batch-diff.ts';
import { priceToJson } from '../../domain/price-json.ts';
import { priceHash } from '../../domain/sameness.ts';
import { bulkInsert, bulkUpdate, type Db } from '../bulk.ts';

/** The run behind a batch. */
export interface BatchRun {
  readonly runId: string;
  readonly sourceId: string;
  /** ISO time. */
  readonly observedAt: string;
}

/** Closes periods that ended, extends those that go on, opens new ones. To be called when the offers are written. */
export async function writePeriods(db: Db, plans: readonly PlanOutcome[], run: BatchRun): Promise<void> {
  const outcomes = outcomesOf(plans);
  const key = { provider_id: 'text', offer_id: 'text' };
  const keyOf = ({ plan, outcome }: (typeof outcomes)[number]) => ({
    provider_id: plan.providerId,
    offer_id: outcome.offer.offerId,
  });
  await bulkUpdate(
    db,
    'price_periods',
    key,
    { open: 'boolean' },
    outcomes.filter(({ outcome }) => outcome.prices === 'changed').map((one) => ({ ...keyOf(one), open: false })),
  );
  await db`update price_periods p set last_seen_at = ${run.observedAt} from offers o
    where o.source_id = ${run.sourceId} and o.provider_id = p.provider_id and o.offer_id = p.offer_id and p.open
    and o.last_seen_at = ${run.observedAt} and p.last_seen_at < ${run.observedAt}`;
  await bulkInsert(
    db,
    'price_periods',
    {
      ...key,
      first_seen_at: 'timestamptz',
      last_seen_at: 'timestamptz',
      prices: 'jsonb',
      price_hash: 'text',
      machine_hash: 'text',
      run_id: 'text',
      open: 'boolean',
    },
    outcomes
      .filter(({ outcome }) => outcome.prices === 'new' || outcome.prices === 'changed')
      .map((one) => ({
        ...keyOf(one),
        first_seen_at: run.observedAt,
        last_seen_at: run.observedAt,
        prices: one.outcome.offer.prices.map(priceToJson),
        price_hash: priceHash(one.outcome.offer.prices),
        machine_hash: one.outcome.machine,
        run_id: run.runId,
        open: true,
      })),
    // The same observation published again (a released batch, a repeated recording) replaces its own point.
    // That another price was found wrong says nothing about the one read now.
    `on conflict (provider_id, offer_id, first_seen_at) do update set prices = excluded.prices, price_hash = excluded.price_hash,
     machine_hash = excluded.machine_hash, run_id = excluded.run_id, open = true,
     voided_at = case when price_periods.price_hash = excluded.price_hash then price_periods.voided_at end,
     voided_by = case when price_periods.price_hash = excluded.price_hash then price_periods.voided_by end,
     void_reason = case when price_periods.price_hash = excluded.price_hash then price_periods.void_reason end`,
  );
}

/** Every offer of a batch with its plan. */
export function outcomesOf(plans: readonly PlanOutcome[]): { plan: PlanOutcome['plan']; outcome: OfferOutcome }[] {
  return plans.flatMap(({ plan, offers }) => offers.map((outcome) => ({ plan, outcome })));
}
