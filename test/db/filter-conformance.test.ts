/** The two compilations of the filter, SQL and predicate, hold each other: for every row pass, unknown and fail agree. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { binder } from '../../db/queries/binder.ts';
import { filterSql } from '../../db/queries/filter-sql.ts';
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { searchOffers } from '../../db/queries/search-offers.ts';
import { CRITERIA, type FilterName, type OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { predicate } from '../../domain/filter/predicate.ts';
import { DEFAULT_SORT } from '../../domain/filter/sort.ts';
import { useDatabase } from '../support/database.ts';
import { filterParams, generatedRows, NOW, paramsWith, RATES } from '../support/generated-rows.ts';

const context = { now: NOW, rates: RATES };
const rows = generatedRows(400, 20_261_123);
const database = useDatabase();

beforeAll(async () => {
  await replaceSearchRows(database.sql, [...new Set(rows.map((row) => row.planId))], rows);
});

describe('SQL and predicate', () => {
  it.each(Object.keys(CRITERIA) as FilterName[])('agree on every row where %s is asked', async (name) => {
    await fc.assert(fc.asyncProperty(paramsWith(name), agree), { numRuns: 12 });
  });

  it('agree on every row for filters of any make', async () => {
    await fc.assert(fc.asyncProperty(filterParams, agree), { numRuns: 150 });
  });

  it('count alike, with and without unknown rows', async () => {
    await fc.assert(
      fc.asyncProperty(filterParams, fc.boolean(), async (params, includeUnknown) => {
        const filter = filterOf({ ...params, includeUnknown: String(includeUnknown) });
        if (filter === null) return;
        const judged = rows.map((row) => ({ row, passes: predicate(filter, context)(row) }));
        const shown = judged.filter(({ passes }) => passes ?? includeUnknown);
        const answer = await searchOffers(database.sql, { filter, sort: DEFAULT_SORT, limit: 200, cursor: null }, context);
        expect(answer).toMatchObject({
          total: shown.length,
          totalOffers: shown.reduce((sum, { row }) => sum + row.offerCount, 0),
          excludedUnknown: includeUnknown ? 0 : judged.filter(({ passes }) => passes === null).length,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('meet all three answers often enough to mean something', () => {
    const seen = { true: 0, false: 0, null: 0 };
    for (const params of fc.sample(filterParams, { numRuns: 200, seed: 1 })) {
      const filter = filterOf(params);
      if (filter) for (const row of rows) seen[`${predicate(filter, context)(row)}`] += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(2_000);
  });
});

async function agree(params: Readonly<Record<string, string>>): Promise<void> {
  const filter = filterOf(params);
  if (filter === null) return;
  const passes = predicate(filter, context);
  const bySql = await judgeBySql(filter);
  const wrong = rows.filter((row) => bySql.get(row.rowId) !== passes(row));
  expect(wrong.map((row) => ({ row, predicate: passes(row), sql: bySql.get(row.rowId) }))).toEqual([]);
}

async function judgeBySql(filter: OfferFilter): Promise<Map<string, boolean | null>> {
  const { bind, values } = binder();
  const { from, conditions, possible } = filterSql(filter, context, bind, { price: false });
  const judged = await database.sql.unsafe<{ row_id: string; passes: boolean | null; possible: boolean | null }[]>(
    `select search_rows.row_id, ${conditions.join(' and ')} as passes, ${possible().join(' and ')} as possible from ${from}`,
    values,
  );
  expect(judged.filter((row) => row.possible !== (row.passes !== false))).toEqual([]);
  return new Map(judged.map((row) => [row.row_id, row.passes]));
}

/** Null for contradictory parameters. */
function filterOf(params: Readonly<Record<string, string>>): OfferFilter | null {
  const parsed = parseFilter(params, { rates: RATES });
  if (!parsed.ok && !parsed.errors.every(({ message }) => / is above |excludes every/.test(message))) {
    throw new Error(JSON.stringify(parsed.errors));
  }
  return parsed.ok ? parsed.value : null;
}
