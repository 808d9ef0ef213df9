/** Searches over a full catalogue, against the two floors of any answer: a round trip, and fetching its rows by their ids. */
import { countMatches } from '../db/queries/count-matches.ts';
import { rememberedCounts } from '../db/queries/remembered-counts.ts';
import { findPage, searchOffers } from '../db/queries/search-offers.ts';
import type { FilterContext } from '../domain/filter/conditions.ts';
import type { SearchQuestion } from '../domain/filter/search-params.ts';
import { type Bench, withDatabase } from './database.ts';
import { inTurns, type Limit, type Times, timed } from './measure.ts';
import type { BenchReport, BenchSize } from './report.ts';
import { fixed, ratio } from './report.ts';
import { fillSearch, OBSERVED_AT } from './search/fill.ts';
import { QUESTIONS, questionOf } from './search/questions.ts';
import { worldOf } from './world/world.ts';

const SELLERS = 300;
/** Rows that a plan comes to, on average, in this catalogue. */
const ROWS_A_PLAN = 1.054;
/** A page that is not the first. */
const LATER_PAGE = 10;
/** Kinds whose later page is measured too: pages by price, and by a key that no index orders. */
const PAGED = ['everything, cheapest first', 'country, memory, price', 'technology, per GB of memory'];
/** Different questions of one kind. */
const QUESTIONS_EACH = 8;

interface Measured {
  readonly kind: string;
  readonly page: number;
  readonly rounds: number;
  /** Page and counts; the same asked again; the page alone; the counts alone. */
  readonly times: Readonly<Record<'search' | 'again' | 'page' | 'counts' | 'roundTrip' | 'byKey', Times>>;
}

/** Measures every kind of search, its first page and its tenth. */
export async function benchSearch({ rows, limit, say }: BenchSize): Promise<BenchReport> {
  return withDatabase(async (bench) => {
    const sellers = await worldOf({ sellers: SELLERS, plansEach: Math.round(rows / SELLERS / ROWS_A_PLAN), seed: 1 });
    const filled = await timed(() => fillSearch(bench, sellers));
    const measured: Measured[] = [];
    say(`${filled.value} rows filled in in ${fixed(filled.ms / 1000, 0)} s`);
    for (const kind of Object.keys(QUESTIONS)) {
      for (const page of PAGED.includes(kind) ? [1, LATER_PAGE] : [1]) {
        measured.push(await measure(bench, kind, page, limit));
        say(`${kind}, page ${page}`);
      }
    }
    return reportOf(measured, filled.value);
  });
}

async function measure(bench: Bench, kind: string, page: number, limit: Limit): Promise<Measured> {
  const { sql } = bench.database;
  const context: FilterContext = { now: OBSERVED_AT, rates: bench.rates };
  const questions = await Promise.all(
    Array.from({ length: QUESTIONS_EACH }, (_, n) => atPage(bench, context, questionOf(kind, n), page)),
  );
  const at = (round: number) => questions[round % questions.length] ?? questionOf(kind, 0);
  const count = rememberedCounts();
  const shown = await Promise.all(questions.map((question) => idsOf(bench, context, question)));
  const { rounds, ...times } = await inTurns(limit, {
    roundTrip: () => sql`select 1`,
    byKey: (round) =>
      sql`select row_id, row, observed_at, stale_at, observation, withdrawn from search_rows
        where row_id = any(${[...(shown[round % shown.length] ?? [])]}::text[])`,
    page: (round) => findPage(sql, at(round), context),
    counts: (round) => countMatches(sql, at(round).filter, context),
    search: (round) => searchOffers(sql, at(round), context),
    again: (round) => searchOffers(sql, at(round), context, count),
  });
  return { kind, page, rounds, times };
}

/** The question for a later page, by the cursors of the pages before; for the last page where there are fewer. */
async function atPage({ database }: Bench, context: FilterContext, asked: SearchQuestion, page: number): Promise<SearchQuestion> {
  let question = asked;
  for (let number = 1; number < page; number++) {
    const found = await findPage(database.sql, question, context);
    if (found === 'bad-cursor' || found.next === null) break;
    question = { ...question, cursor: found.next };
  }
  return question;
}

async function idsOf({ database }: Bench, context: FilterContext, question: SearchQuestion): Promise<readonly string[]> {
  const found = await findPage(database.sql, question, context);
  return found === 'bad-cursor' ? [] : found.rows.map(({ row }) => row.id);
}

function reportOf(measured: readonly Measured[], rows: number): BenchReport {
  return {
    title: `search: ${rows.toLocaleString('en')} rows, one connection`,
    head: [
      'search',
      'page',
      'rounds',
      'p50 ms',
      'p99 ms',
      'a second',
      '× select 1',
      '× same rows by key',
      'of it page',
      'of it counts',
      'asked again',
    ],
    rows: measured.map(({ kind, page, rounds, times: { search, again, page: found, counts, roundTrip, byKey } }) => [
      kind,
      String(page),
      String(rounds),
      fixed(search.p50),
      fixed(search.p99),
      fixed(search.perSecond, 0),
      ratio(search.p50, roundTrip.p50),
      ratio(search.p50, byKey.p50),
      fixed(found.p50),
      fixed(counts.p50),
      fixed(again.p50),
    ]),
    figures: { rows, measured },
  };
}
