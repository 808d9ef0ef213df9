/** What a watch would have told already: it is said when the watch begins, and remembered as told. */
import { cheapestCost } from '../../../domain/comparable.ts';
import { costQuestionOf, type FilterContext } from '../../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../../domain/filter/criteria.ts';
import { passes } from '../../../domain/filter/predicate.ts';
import { subjectFilter } from '../../../domain/watch/hits.ts';
import { narrowed, type Occurrence, type View } from '../../../domain/watch/occurrence.ts';
import type { WatchAsked } from '../../../domain/watch/read-watch.ts';
import { cheapestView, ownPrice, type WatchPrices } from '../../../domain/watch/sighting.ts';
import { type ToldItem, toldItem } from '../../../domain/watch/told-item.ts';
import { watchedFilter } from '../../../domain/watch/watched-filter.ts';
import type { Db } from '../../bulk.ts';
import { binder } from '../binder.ts';
import { filterSql, passing } from '../filter-sql.ts';
import { remember } from './matching.ts';
import { watchedRows } from './watched-rows.ts';
import type { StoredSubject } from './watches.ts';

/** What is true at the beginning. */
export interface TrueAlready {
  /** Plans; beyond the largest number that is looked at: that number. */
  readonly count: number;
  /** The cheapest of them. */
  readonly examples: readonly ToldItem[];
  /** Whether all of them are known and remembered. */
  readonly complete: boolean;
}

/** Plans remembered at most: a price that more of them meet is none to wait for. */
export const MOST_REMEMBERED = 500;
const EXAMPLES = 5;
const NOTHING: TrueAlready = { count: 0, examples: [], complete: true };

/** Remembers what meets a watch by its price now, and tells it. Watches for events begin with the next event. */
export async function beginWatch(
  db: Db,
  watchId: string,
  asked: WatchAsked,
  subject: StoredSubject,
  context: FilterContext,
): Promise<TrueAlready> {
  await db`delete from watch_memories where watch_id = ${watchId}`;
  if (asked.rule !== 'price-below' && asked.rule !== 'price-drop-pct') return NOTHING;
  const filter = filterOf(asked);
  const planIds = 'planId' in subject ? [subject.planId] : await plansNow(db, filter, context);
  const rows = await watchedRows(db, planIds.slice(0, MOST_REMEMBERED));
  const prices: WatchPrices = {
    ...costQuestionOf(filter),
    currency: asked.currency,
    rates: context.rates,
    thresholdMicros: asked.thresholdMicros,
  };
  const only = 'offerId' in subject ? subject.offerId : null;
  const met: { readonly planId: string; readonly view: View }[] = [];
  for (const [planId, ofPlan] of rows) {
    const views = ofPlan
      .flatMap((row) => (only === null ? row : (narrowed(row, new Set([only])) ?? [])))
      .filter((view) => passes(filter, view.facts, context) && hasFallen(view, asked, context));
    const view = cheapestView(views, prices);
    if (view) met.push({ planId, view });
  }
  const complete = planIds.length <= MOST_REMEMBERED;
  await db`update watches set seeded = ${complete} where watch_id = ${watchId}`;
  await remember(
    db,
    met.map(({ planId, view }) => ({
      watchId,
      planId,
      memory: { state: 'fired', at: context.now, told: ownPrice(view.facts.options, prices) },
    })),
  );
  const cheapest = met.toSorted((a, b) => orderOf(a.view, prices) - orderOf(b.view, prices)).slice(0, EXAMPLES);
  return {
    count: met.length,
    complete,
    examples: cheapest.map(({ planId, view }) => toldItem(asItStands(planId, view), view, prices)),
  };
}

function filterOf({ subject, ...asked }: WatchAsked): OfferFilter {
  return 'filter' in subject ? watchedFilter({ ...asked, filter: subject.filter }) : subjectFilter(asked);
}

/** Plans that the search shows now, one more than are remembered at most. */
async function plansNow(db: Db, filter: OfferFilter, context: FilterContext): Promise<string[]> {
  const { bind, values } = binder();
  const { from, conditions } = filterSql(filter, context, bind, { price: false });
  const where = passing(conditions, filter);
  const found = await db.unsafe<{ planId: string }[]>(
    `select distinct plan_id as "planId" from ${from} where ${where.length > 0 ? where.join(' and ') : 'true'}
     order by plan_id limit ${bind(MOST_REMEMBERED + 1, 'int4')}`,
    values,
  );
  return found.map(({ planId }) => planId);
}

function hasFallen({ drop }: View, { rule, thresholdPpm }: WatchAsked, { now }: FilterContext): boolean {
  return rule !== 'price-drop-pct' || (drop !== null && drop.until > now && drop.ppm >= (thresholdPpm ?? 0));
}

/** Comparable price; without one last. */
function orderOf({ facts }: View, prices: WatchPrices): number {
  const cost = cheapestCost(facts.options, prices, prices.rates);
  return cost === null ? Number.POSITIVE_INFINITY : Number(cost.perMonthEuroMicros);
}

/** Nothing happened: it is told as it stands. */
function asItStands(planId: string, view: View): Occurrence {
  const offerIds = view.stored.locations.map(({ offerId }) => offerId);
  return {
    number: 0n,
    kind: 'new',
    planId,
    offerIds,
    observedAt: view.facts.observedAt,
    before: null,
    after: null,
    views: [view],
  };
}
