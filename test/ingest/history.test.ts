/** The history of prices, held to an oracle that folds the same observations in the plainest way. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanOffers } from '../../domain/offer.ts';
import { publishBatch } from '../../ingest/publish.ts';
import { useDatabase } from '../support/database.ts';
import { ACME, ACME_API } from '../support/publish-fixture.ts';
import { shopPlan } from '../support/published.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
useShop(database);

/** What one run says: plan → memory, and location → dollars; or that the pages were the last ones again. */
interface Said {
  readonly plans: Readonly<Record<string, { readonly mib: number; readonly sold: Readonly<Record<string, number>> }>>;
  readonly complete: boolean;
  readonly again: boolean;
  /** Days since the run before; 0: the same observation is read once more. */
  readonly later: number;
}

const sold = fc.dictionary(fc.constantFrom('ams', 'fra'), fc.integer({ min: 1, max: 2 }), { minKeys: 1, noNullPrototype: true });
const said: fc.Arbitrary<Said> = fc.record({
  plans: fc.dictionary(fc.constantFrom('a', 'b'), fc.record({ mib: fc.constantFrom(1024, 1024, 2048), sold }), {
    noNullPrototype: true,
  }),
  complete: fc.nat(3).map((n) => n > 0),
  again: fc.nat(3).map((n) => n === 0),
  later: fc.constantFrom(1, 1, 1, 2),
});

interface Period {
  readonly dollars: number;
  readonly mib: number;
  readonly from: string;
  to: string;
  open: boolean;
}

/** Periods by offer, and offers that are withdrawn: no diff, no database, one observation after the other. */
function oracle(runs: readonly (Said & { readonly at: string })[]) {
  const periods = new Map<string, Period[]>();
  const missed = new Map<string, number>();
  for (const { plans, complete, at } of runs) {
    const seen = new Set<string>();
    for (const [key, { mib, sold: places }] of Object.entries(plans)) {
      for (const [location, dollars] of Object.entries(places)) {
        const id = `shop:${key}@${location}`;
        seen.add(id);
        const history = periods.get(id) ?? [];
        const last = history.at(-1);
        const goesOn = last?.dollars === dollars && last.mib === mib && (missed.get(id) ?? 0) < 2;
        if (last && goesOn) last.to = at;
        else {
          if (last) last.open = false;
          history.push({ dollars, mib, from: at, to: at, open: true });
        }
        periods.set(id, history);
        missed.set(id, 0);
      }
    }
    for (const id of periods.keys()) if (complete && !seen.has(id)) missed.set(id, (missed.get(id) ?? 0) + 1);
  }
  return { periods, withdrawn: [...periods.keys()].filter((id) => (missed.get(id) ?? 0) >= 2).toSorted() };
}

async function stored() {
  const rows = await database.sql<{ id: string; from: string; to: string; open: boolean; amount: string; machine: string }[]>`
    select offer_id as id, first_seen_at as from, last_seen_at as to, open, prices -> 0 ->> 'amount' as amount, machine_hash as machine
    from price_periods order by offer_id, first_seen_at`;
  const gone = await database.sql<{ id: string }[]>`select offer_id as id from offers where withdrawn order by 1`;
  return { rows, withdrawn: gone.map(({ id }) => id) };
}

async function publish(
  plans: readonly PlanOffers[],
  run: { at: string; index: number; complete: boolean; since: string | null; repeated: boolean },
) {
  const coverage = { complete: run.complete, covers: null, rejectedPlanIds: [] };
  await database.transaction((tx) =>
    publishBatch(tx, {
      runId: `run-${run.index}`,
      manifest: { ...ACME_API, sourceId: 'shop', providerId: 'shop' },
      provider: ACME,
      observation: { observedAt: run.at, kind: 'recorded', coverage, repeated: run.repeated },
      batch: run.since === null ? { plans } : { sameSince: run.since },
      contentHash: '',
      snapshots: {},
    }),
  );
}

it('is what the observations add up to: one period for each stretch of one price and machine, never overlapping, replay-safe', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), fc.nat(5), async (batches, repeatAt) => {
      await database.sql`truncate plans, offers, locations, price_periods, changes, search_rows, search_options`;
      let date = 0;
      const runs: (Said & { at: string })[] = [];
      for (const [index, batch] of batches.entries()) {
        date += batch.later;
        const before = runs.at(-1);
        const run =
          batch.again && before
            ? { ...before, later: batch.later, again: true, at: day(date) }
            : { ...batch, again: false, at: day(date) };
        runs.push(run);
        const plans = Object.entries(run.plans).map(([key, { mib, sold: places }]) => shopPlan(key, places, mib));
        const since = run.again ? (before?.at ?? null) : null;
        await publish(plans, { at: run.at, index, complete: run.complete, since, repeated: false });
        // A recording that is read a second time adds nothing.
        if (index === repeatAt)
          await publish(plans, { at: run.at, index, complete: run.complete, since: run.at, repeated: true });
      }
      const expected = oracle(runs);
      const { rows, withdrawn } = await stored();
      const iso = (time: string) => new Date(time).toISOString();
      const found = rows.map(({ id, from, to, open, amount }) => [id, `${iso(from)} ${iso(to)} ${amount} ${open}`]);
      expect(found).toEqual(
        [...expected.periods]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([id, history]) => history.map((one) => [id, `${one.from} ${one.to} ${one.dollars}.00 ${one.open}`])),
      );
      expect(withdrawn).toEqual(expected.withdrawn);
      rows.forEach((row, index) => {
        const next = rows[index + 1];
        if (next?.id === row.id) expect(next.from > row.to).toBe(true);
      });
    }),
    { numRuns: 30 },
  );
});
