/** Sends digests that are due, and ends watches whose time is over. */
import type { TransactionQueries } from '../../db/client.ts';
import { pricePeriods } from '../../db/queries/price-history.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { type NewDelivery, queueDeliveries } from '../../db/queries/watches/deliveries.ts';
import {
  assessedRows,
  digestDone,
  expireWatches,
  plansChangedBetween,
  takeDueDigests,
} from '../../db/queries/watches/digests.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { changesOfPlans, newestChange, watchedRows } from '../../db/queries/watches/watched-rows.ts';
import { costOptions } from '../../domain/comparable.ts';
import type { FilterContext } from '../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { passes } from '../../domain/filter/predicate.ts';
import { priceFromJson } from '../../domain/price-json.ts';
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk/level.ts';
import { type DigestPart, digestPart, type RiskWarning } from '../../domain/watch/digest.ts';
import { standingThisWeek, subjectFilter } from '../../domain/watch/hits.ts';
import { pricesFor } from '../../domain/watch/match-run.ts';
import { narrowed, occurrenceOf, type View } from '../../domain/watch/occurrence.ts';
import { cheapestView, ownPrice, type WatchPrices } from '../../domain/watch/sighting.ts';
import { type ToldItem, toldItem } from '../../domain/watch/told-item.ts';
import { watchedFilter } from '../../domain/watch/watched-filter.ts';
import type { DigestContent } from './message-of.ts';

/** What digests are made with. */
export interface DigestDeps {
  readonly transaction: <T>(work: (tx: TransactionQueries) => Promise<T>) => Promise<T>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

type Sql = TransactionQueries['sql'];

/** Makes every digest that is due, one subscriber in one transaction; answers how many had something to say. */
export async function sendDueDigests({
  transaction,
  now,
}: DigestDeps): Promise<{ readonly due: number; readonly queued: number }> {
  await transaction(async ({ sql }) => {
    const at = new Date(now()).toISOString();
    const ended = await expireWatches(sql, at);
    const notices = ended.map(
      (watch): NewDelivery => ({
        ...watch,
        kind: 'notice',
        subject: watch.watchId,
        eventKey: 'expired',
        channel: 'email',
        content: { reason: 'expired' },
      }),
    );
    await queueDeliveries(sql, notices, at);
  });
  let [due, queued] = [0, 0];
  for (;;) {
    const done = await transaction(({ sql }) => digestOfOne(sql, now()));
    if (done === null) return { due, queued };
    due += 1;
    queued += done;
  }
}

/** The digests of one subscriber: one to the address, one to each webhook. Null: nothing is due. */
async function digestOfOne(sql: Sql, now: number): Promise<number | null> {
  const context: FilterContext = { now: new Date(now).toISOString(), rates: await newestRates(sql) };
  const watches = await takeDueDigests(sql, context.now);
  if (watches.length === 0) return null;
  const upTo = await newestChange(sql);
  const channels = new Map<string, { readonly watch: WatchRecord; readonly parts: DigestContent['parts'][number][] }>();
  for (const watch of watches) {
    const filter = filterOf(watch);
    const { part, risks } = filter === null ? { part: null, risks: {} } : await partOf(sql, watch, filter, upTo, context);
    await digestDone(sql, watch, context.now, upTo, risks);
    if (part === null) continue;
    const key = watch.webhookUrl ?? 'email';
    const known = channels.get(key) ?? { watch, parts: [] };
    known.parts.push({ watchId: watch.watchId, part });
    channels.set(key, known);
  }
  const deliveries = [...channels.values()].map(({ watch, parts }): NewDelivery => {
    const own = watch.channel === 'webhook';
    return {
      subscriberId: watch.subscriberId,
      watchId: own ? watch.watchId : null,
      kind: 'digest',
      subject: `digest:${own ? watch.watchId : watch.subscriberId}`,
      eventKey: `due:${watch.nextDigestAt}`,
      channel: watch.channel,
      content: { parts } satisfies DigestContent,
    };
  });
  await queueDeliveries(sql, deliveries, context.now);
  return deliveries.length;
}

/** The search of a watch; null: this release cannot read it. */
function filterOf(watch: WatchRecord): OfferFilter | null {
  if (watch.params === null) return subjectFilter(watch);
  const read = parseFilter(watch.params);
  return read.ok ? watchedFilter({ ...watch, filter: read.value }) : null;
}

async function partOf(
  sql: Sql,
  watch: WatchRecord,
  filter: OfferFilter,
  upTo: bigint,
  context: FilterContext,
): Promise<{ readonly part: DigestPart | null; readonly risks: Record<string, string> }> {
  const between = { after: watch.digestedChange, upTo };
  const planIds = watch.planId === null ? await plansChangedBetween(sql, filter, between, context) : [watch.planId];
  const rows = await watchedRows(sql, planIds);
  const prices = pricesFor(watch, filter, context);
  const items: ToldItem[] = [];
  for (const change of await changesOfPlans(sql, planIds, between)) {
    if (watch.offerId !== null && change.offerIds.length > 0 && !change.offerIds.includes(watch.offerId)) continue;
    const occurrence = occurrenceOf(change, rows.get(change.planId) ?? []);
    const views = standingThisWeek(occurrence, context.now).flatMap((view) => ownView(view, watch.offerId) ?? []);
    const view = cheapestView(
      views.filter(({ facts }) => passes(filter, facts, context)),
      prices,
    );
    if (view === null) continue;
    const item = toldItem(occurrence, view, prices);
    const fell = item.kind === 'price' && (item.price?.percent ?? 0) < 0;
    items.push(fell ? { ...item, lowest: await isLowest(sql, view, item, prices) } : item);
  }
  const { warnings, risks } = await risksOf(sql, watch, filter, context);
  return { part: digestPart(items, warnings), risks };
}

function ownView(view: View, offerId: string | null): View | null {
  return offerId === null ? view : narrowed(view, new Set([offerId]));
}

/** Whether no price of the same machine was ever observed lower. Voided ones were none. */
async function isLowest(sql: Sql, { facts }: View, { offerIds }: ToldItem, prices: WatchPrices): Promise<boolean> {
  const own = ownPrice(facts.options, prices);
  const periods = (await pricePeriods(sql, facts.providerId, offerIds)).filter(({ voided }) => voided === null);
  const machines = new Set(periods.filter(({ open }) => open).map(({ machineHash }) => machineHash));
  const earlier = periods
    .filter(({ open, machineHash }) => !open && machines.has(machineHash))
    .map((period) => ownPrice(costOptions(period.prices.map(priceFromJson)), prices));
  return (
    own !== null &&
    earlier.length > 0 &&
    earlier.every((one) => one === null || one.currency !== own.currency || one.micros > own.micros)
  );
}

/** Levels of now by plan, and those that rose since the last digest. The first digest has nothing to compare with. */
async function risksOf(sql: Sql, watch: WatchRecord, filter: OfferFilter, context: FilterContext) {
  const shown = (await assessedRows(sql, filter, context)).filter(
    ({ planId }) => watch.planId === null || planId === watch.planId,
  );
  const risks: Record<string, string> = {};
  const warnings: RiskWarning[] = [];
  for (const { planId, rowId, name, provider, level, risk } of shown) {
    if (planId in risks) continue;
    risks[planId] = level;
    const before = watch.digestRisks?.[planId];
    const from = RISK_LEVELS.find((one): one is RiskLevel => one === before);
    if (from) warnings.push({ planId, rowId, name, provider, from, to: level, summary: risk?.summary ?? '' });
  }
  return { warnings, risks };
}
