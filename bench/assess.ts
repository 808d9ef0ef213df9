/** Assessing a whole catalogue in the background, against reading its rows and writing as many rows of nothing else. */
import { readCostRates } from '../db/catalog/read-catalog.ts';
import { readCpuScores } from '../db/catalog/read-cpu-scores.ts';
import { seedProviders } from '../db/queries/seed.ts';
import { assessRows } from '../jobs/risk/assess-rows.ts';
import { withDatabase } from './database.ts';
import { timed } from './measure.ts';
import { type BenchReport, type BenchSize, fixed, ratio } from './report.ts';
import { fillSearch, OBSERVED_AT } from './search/fill.ts';
import { worldOf } from './world/world.ts';

const SELLERS = 300;
/** Rows that a plan comes to, on average, in this catalogue. */
const ROWS_A_PLAN = 1.054;

/** Measures the first assessment of everything, one where nothing is due, and the floors. */
export async function benchAssess({ rows, say }: BenchSize): Promise<BenchReport> {
  return withDatabase(async ({ database, rates }) => {
    const sellers = await worldOf({ sellers: SELLERS, plansEach: Math.round(rows / SELLERS / ROWS_A_PLAN), seed: 1 });
    await seedProviders(
      database.sql,
      sellers.map(({ provider }) => provider),
    );
    const filled = await fillSearch({ database, rates }, sellers);
    say(`${filled} rows filled in`);
    const costRates = await readCostRates();
    const deps = {
      database,
      costRates,
      cpuScores: await readCpuScores(),
      now: () => Date.parse(OBSERVED_AT),
    };
    const read = await timed(async () => {
      for await (const some of database.sql`select row_id, row from search_rows`.cursor(1000)) if (some.length === 0) break;
    });
    const first = await timed(() => assessRows(deps));
    const nothing = await timed(() => assessRows(deps));
    await database.sql`create table floor (row_id text primary key, assessment json)`;
    const write = await timed(() => database.sql`insert into floor select row_id, assessment from risk_assessments`);
    const line = (what: string, ms: number) => [
      what,
      `${fixed(ms / 1000, 1)} s`,
      fixed((filled * 1000) / ms, 0),
      ratio(ms, read.ms + write.ms),
    ];
    return {
      title: `Assessing ${first.value} rows`,
      head: ['what', 'time', 'rows a second', 'against the floor'],
      rows: [
        line('floor: reading the rows', read.ms),
        line('floor: writing the assessments within the database', write.ms),
        line('assessing everything', first.ms),
        ['nothing is due', `${fixed(nothing.ms, 0)} ms`, '', ''],
      ],
      figures: {
        rows: filled,
        assessed: first.value,
        readMs: read.ms,
        writeMs: write.ms,
        assessMs: first.ms,
        nothingMs: nothing.ms,
      },
    };
  }, 2);
}
