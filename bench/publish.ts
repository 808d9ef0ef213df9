/** Publishing against bulk-loading the same bytes into bare tables: one large source through three runs, then a whole catalogue. */
import { type Bench, withDatabase } from './database.ts';
import { type CopyFloor, copyFloor } from './publish/copy-floor.ts';
import { publish, repriced, seedSellers } from './publish/publication.ts';
import { type BenchReport, type BenchSize, fixed, ratio } from './report.ts';
import { type Seller, worldOf } from './world/world.ts';

const SOURCES = 100;
/** Rows that a plan comes to, on average, in this catalogue. */
const ROWS_A_PLAN = 1.054;
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => `${day}T06:00:00.000Z`);

interface Measured {
  readonly what: string;
  readonly rows: number;
  readonly offers: number;
  readonly ms: number;
  readonly floor: CopyFloor;
}

/** Measures both. */
export async function benchPublish({ rows, say }: BenchSize): Promise<BenchReport> {
  const one = await withDatabase(oneSource);
  say('one source');
  const all = await withDatabase((bench) => catalogue(bench, rows));
  const measured = [...one, all];
  return {
    title: 'publish: one connection, writes wait for the disk',
    head: ['publication', 'rows', 'offers', 's', 'rows a second', 'offers a second', 'COPY s', 'MB', '× COPY'],
    rows: measured.map(({ what, rows, offers, ms, floor }) => [
      what,
      String(rows),
      String(offers),
      fixed(ms / 1000),
      fixed((rows * 1000) / ms, 0),
      fixed((offers * 1000) / ms, 0),
      fixed(floor.ms / 1000),
      fixed(floor.bytes / 1e6, 0),
      ratio(ms, floor.ms),
    ]),
    figures: measured,
  };
}

/** A source of 1,000 plans in 20 places each: read first, read again, read with changed prices, read again. */
async function oneSource(bench: Bench): Promise<Measured[]> {
  const [seller] = await worldOf({ sellers: 1, plansEach: 1000, placesEach: 20, seed: 1 });
  if (!seller) return [];
  await seedSellers(bench, [seller]);
  const plans = seller.plans();
  const changed = repriced(plans);
  const runs = [
    ['1,000 plans × 20 places, first', plans],
    ['the same, unchanged', plans],
    ['the same, every 20th plan dearer', changed],
    ['the same, unchanged again', changed],
  ] as const;
  const times: number[] = [];
  for (const [index, [, batch]] of runs.entries()) times.push(await publish(bench, seller, batch, DAYS[index] ?? ''));
  const floor = await copyFloor(bench);
  const held = await countsOf(bench);
  return runs.map(([what], index) => ({ what, ...held, ms: times[index] ?? 0, floor }));
}

/** A whole catalogue, published for the first time. */
async function catalogue(bench: Bench, rows: number): Promise<Measured> {
  const sellers: readonly Seller[] = await worldOf({
    sellers: SOURCES,
    plansEach: Math.round(rows / SOURCES / ROWS_A_PLAN),
    seed: 2,
  });
  await seedSellers(bench, sellers);
  let ms = 0;
  for (const seller of sellers) ms += await publish(bench, seller, seller.plans(), DAYS[0] ?? '');
  const floor = await copyFloor(bench);
  return { what: `${SOURCES} sources, first`, ...(await countsOf(bench)), ms, floor };
}

async function countsOf({ database: { sql } }: Bench): Promise<{ readonly rows: number; readonly offers: number }> {
  const [found] = await sql<{ rows: number; offers: number }[]>`
    select (select count(*)::int4 from search_rows) as rows, (select count(*)::int4 from offers) as offers`;
  return found ?? { rows: 0, offers: 0 };
}
