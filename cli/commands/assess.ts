/**
 * `stealtime assess`: one offer, as JSON or in words, with measurements if given: needs no database and no network. The address of a known
 * offer is looked up in the database.
 */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { checkKnown } from '../../api/check/known-offer.ts';
import { type CheckSurroundings, checkOffered, checkText } from '../../api/check/offer-check.ts';
import { checkSurroundings } from '../../api/check/surroundings.ts';
import { readBundledRates, readCostRates, readProviders, readRecorded } from '../../db/catalog/read-catalog.ts';
import { readCpuScores } from '../../db/catalog/read-cpu-scores.ts';
import { ranOn } from '../../domain/benchmark/ran-on.ts';
import { readBenchmark } from '../../domain/benchmark/read-benchmark.ts';
import { referencesOf } from '../../domain/benchmark/reference.ts';
import { BENCHMARK_REFUSALS } from '../../domain/benchmark/report.ts';
import { readCatalogue } from '../../domain/catalogue-format.ts';
import type { CheckAnswer } from '../../domain/check/check-answer.ts';
import { offeredSchema } from '../../domain/check/offered-plan.ts';
import { rateTable } from '../../domain/exchange-rates.ts';
import { cataloguePeers } from '../../domain/market/catalogue-peers.ts';
import { createMarket } from '../../domain/market/market.ts';
import { type Measured, measuredOn } from '../../domain/risk/measured.ts';
import { loadCatalogue } from '../catalogue.ts';
import { checkInWords } from '../check-in-words.ts';
import type { Context } from '../context.ts';
import { BadUsage, CommandFailed, data } from '../output.ts';

interface Options {
  readonly benchmark?: readonly string[];
  readonly json?: boolean;
  readonly text?: boolean;
}

/**
 * Prints the answer of a check: in words on a terminal, else as JSON. Prices stand among those of the bundled catalogue, or of the
 * database for an address.
 */
export async function assessCommand(file: string | undefined, options: Options, open: () => Promise<Context>): Promise<number> {
  const { benchmark = [] } = options;
  const text = await given(file);
  if (text.trim() === '') throw new BadUsage('there is no offer to assess: give a FILE, or pipe one in');
  const measurements = await Promise.all(benchmark.map(readMeasured));
  const url = /^\s*(https?:\/\/\S{1,2000})\s*$/i.exec(text)?.[1];
  if (url !== undefined) return assessKnown(url, measurements, await open(), options);
  const around = await surroundings(measurements);
  const offered = /^\s*\{/.test(text) ? readOffered(text) : null;
  const { answer } = offered === null ? checkText(text, around) : checkOffered(offered, around);
  print(answer, options);
  return 0;
}

function print(answer: CheckAnswer<unknown>, { json, text }: Options): void {
  data(text || (process.stdout.isTTY && !json) ? checkInWords(answer) : JSON.stringify(answer, null, 2));
}

async function assessKnown(url: string, measurements: readonly Measured[], context: Context, options: Options): Promise<number> {
  try {
    await loadCatalogue(context);
    const around = await checkSurroundings(context.database, context.now(), measurements);
    const known = await checkKnown(context.database, url, around);
    if (!known) throw new CommandFailed(`no offer of ${url} is known here; give its text instead`);
    print(known.answer, options);
    return 0;
  } finally {
    await context.close();
  }
}

/** What is to be assessed: an address itself, or what stands in a file or comes by the pipe. */
async function given(file: string | undefined): Promise<string> {
  if (file === undefined || file === '-') return readAll(process.stdin);
  return /^https?:\/\//i.test(file) ? file : fileText(file);
}

function readOffered(text: string): z.output<typeof offeredSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`the offer is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const wrapped = z.object({ offer: z.looseObject({}) }).safeParse(json);
  const read = offeredSchema.safeParse(wrapped.success ? wrapped.data.offer : json);
  if (!read.success) throw new CommandFailed(`the offer cannot be read: ${z.prettifyError(read.error)}`);
  return read.data;
}

async function readMeasured(file: string): Promise<Measured> {
  const read = readBenchmark(await fileText(file));
  if (!read.ok) throw new CommandFailed(`${file}: ${BENCHMARK_REFUSALS[read.refusal]}`);
  return measuredOn(read.report, ranOn(read.report.ranAt));
}

async function fileText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailed(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

async function surroundings(measurements: readonly Measured[]): Promise<CheckSurroundings> {
  const [bundled, providers, recorded, costRates, cpuScores] = await Promise.all([
    readBundledRates(),
    readProviders(),
    readRecorded(),
    readCostRates(),
    readCpuScores(),
  ]);
  const rates = rateTable(bundled.date, bundled.perEuro);
  return {
    market: createMarket(cataloguePeers(recorded.flatMap(readCatalogue), rates)),
    costRates,
    rates,
    providers: [...providers.values()],
    reportsOf: () => [],
    measurements,
    referencesOf: referencesOf(cpuScores),
    now: new Date().toISOString(),
  };
}
