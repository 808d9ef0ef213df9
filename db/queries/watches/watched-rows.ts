/** Rows of plans, and changes, as watches see them. */
import { costOptions } from '../../../domain/comparable.ts';
import { priceFromJson } from '../../../domain/price-json.ts';
import type { RiskJson } from '../../../domain/risk/risk-json.ts';
import type { SearchFacts } from '../../../domain/search-facts.ts';
import type { StoredRow } from '../../../domain/stored-row.ts';
import { utcTime } from '../../../domain/utc-time.ts';
import type { PlainChange, WatchedRow } from '../../../domain/watch/occurrence.ts';
import type { Db } from '../../bulk.ts';
import { isoTime, isoTimeOrNull } from '../../time.ts';
import { columnOf } from '../columns.ts';
import { ROW_TYPES } from '../replace-search-rows.ts';

type RowRecord = Omit<SearchFacts, 'options'> & {
  stored: StoredRow;
  risk: RiskJson | null;
  dropPpm: number | null;
  dropUntil: string | null;
};

const FACTS = Object.keys(ROW_TYPES)
  .filter((fact) => !['row', 'risk', 'riskScore'].includes(fact))
  .map((fact) => `${columnOf(fact)} as "${fact}"`)
  .join(', ');

/** Rows of some plans, by plan. */
export async function watchedRows(db: Db, planIds: readonly string[]): Promise<Map<string, WatchedRow[]>> {
  const records = await db.unsafe<RowRecord[]>(
    `select ${FACTS}, "row" as stored, risk from search_rows where plan_id = any($1::text[]) order by row_id`,
    [[...planIds]],
  );
  const byPlan = new Map<string, WatchedRow[]>();
  for (const { stored, risk, dropPpm, dropUntil, ...facts } of records) {
    const until = isoTimeOrNull(dropUntil);
    const row: WatchedRow = {
      stored,
      risk,
      drop: dropPpm === null || until === null ? null : { ppm: dropPpm, until },
      facts: {
        ...facts,
        options: costOptions(stored.prices.map(priceFromJson)),
        firstSeenAt: canonical(facts.firstSeenAt),
        lastChangedAt: canonical(facts.lastChangedAt),
        observedAt: canonical(facts.observedAt),
        staleAt: canonical(facts.staleAt),
      },
    };
    const known = byPlan.get(facts.planId);
    if (known) known.push(row);
    else byPlan.set(facts.planId, [row]);
  }
  return byPlan;
}

function canonical(time: string): string {
  return utcTime(time) ?? time;
}

const GROUPED = `max(c.change_id) as number, c.kind, c.plan_id as "planId", c.observed_at as "observedAt", c.before, c.after - 'location' as after,
  coalesce(array_agg(c.offer_id order by c.offer_id) filter (where c.offer_id is not null), '{}') as "offerIds"`;
const BY_EVENT = `group by c.kind, c.plan_id, c.observed_at, c.before, c.after - 'location' order by c.observed_at, min(c.change_id)`;

/** Changes that one run published; the same change of several offers of a plan is one. */
export async function changesOfRun(db: Db, runId: string, observedAt: string): Promise<PlainChange[]> {
  const rows = await db.unsafe<PlainChange[]>(
    `select ${GROUPED} from changes c where c.run_id = $1 and c.observed_at = $2::text::timestamptz ${BY_EVENT}`,
    [runId, observedAt],
  );
  return rows.map((row) => ({ ...row, observedAt: isoTime(row.observedAt) }));
}

/** Number of the newest change: whatever is published later has a higher one. */
export async function newestChange(db: Db): Promise<bigint> {
  const [row] = await db<{ newest: bigint | null }[]>`select max(change_id) as newest from changes`;
  return row?.newest ?? 0n;
}

/** Changes that were published after one and up to another, by their numbers. */
export interface ChangesBetween {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** Kinds of change that a digest tells. */
export const DIGESTED = `c.kind in ('new', 'price', 'restocked', 'returned')`;

/** Changes of some plans, of kinds that a digest tells. */
export async function changesOfPlans(
  db: Db,
  planIds: readonly string[],
  { after, upTo }: ChangesBetween,
): Promise<PlainChange[]> {
  const rows = await db.unsafe<PlainChange[]>(
    `select ${GROUPED} from changes c where c.plan_id = any($1::text[]) and c.change_id > $2 and c.change_id <= $3
      and ${DIGESTED} ${BY_EVENT}`,
    [[...planIds], after, upTo],
  );
  return rows.map((row) => ({ ...row, observedAt: isoTime(row.observedAt) }));
}
