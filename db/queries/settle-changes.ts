/** What readers are told of prices follows from the periods that stand: to be called wherever a voided one is involved. */
import type { Db } from '../bulk.ts';

/** Tells the price changes of some offers of a provider anew, each against the last price that was not voided. */
export async function settleChanges(db: Db, providerId: string, offerIds: readonly string[]): Promise<void> {
  const ids = [...offerIds];
  const [touched] = await db`select 1 from price_periods
    where provider_id = ${providerId} and offer_id = any(${ids}::text[]) limit 1`;
  if (!touched) return;
  await db`
    with periods as (
      select * from price_periods where provider_id = ${providerId} and offer_id = any(${ids}::text[])
    ), wanted as (
      select o.plan_id, o.source_id, p.offer_id, p.first_seen_at, p.prices, p.run_id, previous.prices as before
      from periods p
      join offers o on o.provider_id = p.provider_id and o.offer_id = p.offer_id
      join lateral (
        select q.prices, q.price_hash, q.machine_hash from periods q
        where q.offer_id = p.offer_id and q.first_seen_at < p.first_seen_at and q.voided_at is null
        order by q.first_seen_at desc limit 1
      ) previous on previous.machine_hash = p.machine_hash and previous.price_hash <> p.price_hash
      where p.voided_at is null
    ), told as (
      select c.* from changes c join offers o on o.plan_id = c.plan_id and o.offer_id = c.offer_id
      where o.provider_id = ${providerId} and o.offer_id = any(${ids}::text[]) and c.kind = 'price'
    ), untold as (
      delete from changes c using told t where c.change_id = t.change_id
        and not exists (select 1 from wanted w where w.offer_id = t.offer_id and w.first_seen_at = t.observed_at)
    ), retold as (
      update changes c set before = jsonb_build_object('prices', w.before)
      from told t join wanted w on w.offer_id = t.offer_id and w.first_seen_at = t.observed_at
      where c.change_id = t.change_id and c.before is distinct from jsonb_build_object('prices', w.before)
    )
    insert into changes (provider_id, plan_id, offer_id, source_id, run_id, kind, before, after, observed_at)
    select ${providerId}, w.plan_id, w.offer_id, w.source_id, w.run_id, 'price', jsonb_build_object('prices', w.before),
      jsonb_build_object('prices', w.prices), w.first_seen_at
    from wanted w where not exists (select 1 from told t where t.offer_id = w.offer_id and t.observed_at = w.first_seen_at)`;
  await settlePricesWithin(db, providerId, ids);
}

/** Prices that other changes mention: none where they are voided. */
async function settlePricesWithin(db: Db, providerId: string, ids: string[]): Promise<void> {
  await db`update changes c set
      after = case when c.kind = 'withdrawn' then c.after else jsonb_set(c.after, '{prices}', then_shown.prices) end,
      before = case when c.kind = 'withdrawn' then jsonb_set(c.before, '{prices}', then_shown.prices) else c.before end
    from offers o cross join lateral (
      select p.first_seen_at, case when p.voided_at is null then p.prices else '[]'::jsonb end as prices,
        lead(p.first_seen_at) over (order by p.first_seen_at) as next_at
      from price_periods p where p.provider_id = o.provider_id and p.offer_id = o.offer_id
    ) then_shown
    where o.provider_id = ${providerId} and o.offer_id = any(${ids}::text[]) and c.plan_id = o.plan_id and c.offer_id = o.offer_id
      and c.kind in ('new', 'returned', 'withdrawn')
      and c.observed_at >= then_shown.first_seen_at and (then_shown.next_at is null or c.observed_at < then_shown.next_at)`;
}
