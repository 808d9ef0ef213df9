/** The `stealtime` command. What a command needs is loaded when it is given: `--help` and the readers need no database. */
import process from 'node:process';
import { Command, CommanderError, Option } from 'commander';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { DatabaseUnavailable } from '../db/embedded/unavailable.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../domain/export/formats.ts';
import { createLogger, type Logger } from '../log.ts';
import { type OptionValues, paramsOf, withFilterOptions } from './filter-options.ts';
import { BadUsage, CommandFailed, say } from './output.ts';
import { VERSION } from './version.ts';

/** A command's work: answers the exit code. */
type Work = (config: Config, log: Logger) => Promise<number>;

const program = new Command('stealtime')
  .description('VPS offers read from their sources, with history, compared with explained warnings.')
  .version(VERSION)
  .exitOverride()
  .showHelpAfterError('(add --help for the options)');

/** Runs a command's work with settings; quiet commands log warnings only. */
async function run(name: string, work: Work, quiet = true): Promise<void> {
  const config = readConfig();
  const level = quiet && config.logLevel === 'info' ? 'warn' : config.logLevel;
  process.exitCode = await work(config, createLogger(level, name));
}

program
  .command('start', { isDefault: true })
  .description('everything in one process: database, bundled catalogue, API, worker and schedules')
  .action(async () => {
    const { start } = await import('./commands/start.ts');
    await run('start', start, false);
  });

program
  .command('serve')
  .description('one API process')
  .action(async () => {
    const { serve } = await import('./commands/start.ts');
    await run('serve', serve, false);
  });

program
  .command('worker')
  .description('one worker process: schedules and jobs')
  .action(async () => {
    const { worker } = await import('./commands/start.ts');
    await run('worker', worker, false);
  });

program
  .command('migrate')
  .description('bring the database to the newest schema and reference data')
  .action(async () => run('migrate', (await import('./commands/migrate.ts')).migrate));

program
  .command('scrape')
  .description('run sources now, live or from recorded pages, and publish')
  .argument('[source...]', 'sources to run; all without names')
  .option('--replay <dir>', 'recorded pages below DIR/<source>/<time>/<role>[@PLACE][.n].json|html[.gz], times in order')
  .action((names: string[], options: { replay?: string }) =>
    run('scrape', async (config, log) => (await import('./commands/scrape.ts')).scrape(config, log, names, options.replay)),
  );

program
  .command('sources')
  .description('every source: provider, kind, cadence, last run, age of data, state')
  .option('--json', 'one JSON object a line')
  .action((options: { json?: boolean }) =>
    run('sources', async (config, log) => (await import('./commands/sources.ts')).sources(config, log, options.json ?? false)),
  );

program
  .command('preview')
  .description('read pages of one source and show offers, rejections and findings; writes nothing')
  .argument('<source>', 'the source whose reader is used')
  .argument(
    '[role=file...]',
    'pages from files (.gz is unpacked): a role with several pages repeats, a role once a place is ROLE@PLACE=FILE',
  )
  .option('--json', 'one JSON object a line: {"offer"}, {"rejection"} or {"finding"}')
  .action((source: string, files: string[], options: { json?: boolean }) =>
    run('preview', async (config) =>
      (await import('./commands/preview.ts')).preview(config, source, files, options.json ?? false),
    ),
  );

program
  .command('read-offers')
  .description(
    'read free offer text (a forum post, a newsletter) and show offers, rejections and findings as NDJSON; writes nothing',
  )
  .argument('[file]', 'the text; what is piped in without it')
  .option('--batch <file>', 'read {"id", "text"} line by line and answer {"id", "offers", "rejections", "findings"}, in order')
  .option('--json', 'NDJSON, one object a line (always so)')
  .action((file: string | undefined, options: { json?: boolean; batch?: string }) =>
    run('read-offers', async () => (await import('./commands/read-offers.ts')).readOffersCommand(file, options)),
  );

program
  .command('assess')
  .description('one offer (JSON, or its text) judged: market, resource model, risk with evidence, capabilities, questions to ask')
  .argument('[file]', 'the offer, or the address of a known one; stdin without it')
  .option('--benchmark <file...>', 'benchmark reports of a server of this plan')
  .option('--json', 'JSON, also on a terminal')
  .option('--text', 'in words, also into a pipe')
  .action((file: string | undefined, options: { benchmark?: string[]; json?: boolean; text?: boolean }) =>
    run('assess', async (config, log) =>
      (await import('./commands/assess.ts')).assessCommand(file, options, async () =>
        (await import('./context.ts')).openContext(config, log, 'assess'),
      ),
    ),
  );

program
  .command('read-benchmark')
  .description('what a benchmark report says (YABS, bench.sh, nench, Geekbench, speedtest, mpstat …), as JSON')
  .argument('[file]', 'the report; stdin without it')
  .option('--json', 'on one line')
  .action((file: string | undefined, options: { json?: boolean }) =>
    run('read-benchmark', async () =>
      (await import('./commands/read-benchmark.ts')).readBenchmarkCommand(file, options.json ?? false),
    ),
  );

program
  .command('read-page')
  .description('read one plan page or cart, saved or at an address, and show offers, rejections and findings as NDJSON')
  .argument('[file]', 'the saved page (.gz is unpacked); without it the page at --url is got')
  .option('--url <url>', 'where the page comes from, for its links')
  .option('--platform <name>', 'read it as this shop software makes it, or "generic"; recognised when not given')
  .option('--browser', 'render it first, as its scripts leave it')
  .option('--json', 'one JSON object a line, as always')
  .action((file: string | undefined, options: { url?: string; platform?: string; browser?: boolean }) =>
    run('read-page', async (config) => (await import('./commands/read-page.ts')).readPage(config, file, options)),
  );

program
  .command('runs')
  .description('the newest runs, with what the plausibility gate held and why')
  .argument('[source]', 'only runs of this source')
  .option('--json', 'one JSON object a line, with findings')
  .action((source: string | undefined, options: { json?: boolean }) =>
    run('runs', async (config, log) => (await import('./commands/runs.ts')).runs(config, log, source, options.json ?? false)),
  );

program
  .command('release')
  .description('publish a quarantined run after you have looked at its findings')
  .argument('<run>', 'id of the run, from "stealtime runs"')
  .action((runId: string) =>
    run('release', async (config, log) => (await import('./commands/runs.ts')).release(config, log, runId)),
  );

program
  .command('void')
  .description('take a wrong price out of lows, falls and changes; as the price of now it becomes unknown')
  .argument('<offer>', 'id of an offer, or of a row for all of its offers')
  .argument('<observed-from>', "when the price was first observed, from the offer's history")
  .requiredOption('--reason <words>', 'why, for everybody to read')
  .action((id: string, observedFrom: string, { reason }: { reason: string }) =>
    run('void', async (config, log) => (await import('./commands/void.ts')).voidPrice(config, log, { id, observedFrom, reason })),
  );

program
  .command('unvoid')
  .description('take back a void')
  .argument('<offer>', 'as for void')
  .argument('<observed-from>', 'as for void')
  .action((id: string, observedFrom: string) =>
    run('unvoid', async (config, log) =>
      (await import('./commands/void.ts')).voidPrice(config, log, { id, observedFrom, reason: null }),
    ),
  );

program
  .command('evaluate-watches')
  .description('ask watches about what was published, and deliver what they tell')
  .action(async () => run('evaluate-watches', (await import('./commands/watches.ts')).evaluateWatches));

program
  .command('send-digests')
  .description('make weekly digests that are due, and deliver them')
  .action(async () => run('send-digests', (await import('./commands/watches.ts')).sendDigestsNow));

program
  .command('read-bounces')
  .description('read bounces and complaints from a mailbox file: these addresses get no more mail')
  .argument('<file>', 'a mailbox (mbox), or one mail')
  .action((file: string) =>
    run('read-bounces', async (config, log) => (await import('./commands/watches.ts')).readBounceFile(config, log, file)),
  );

withFilterOptions(program.command('search'), ['sort', 'limit'])
  .description("offers that meet a filter, the API's own")
  .option('--json', 'one JSON object a line')
  .option('--csv', 'a table of all columns, with their names')
  .action((options: OptionValues) => {
    if (options.json && options.csv) throw new BadUsage('--json and --csv are two forms of the same: give one');
    const form = options.json ? 'ndjson' : options.csv ? 'csv' : 'table';
    return run('search', async (config, log) =>
      (await import('./commands/search.ts')).search(config, log, { params: paramsOf(options), form }),
    );
  });

withFilterOptions(program.command('export'), ['sort'])
  .description('every offer that meets a filter, on stdout')
  .addOption(new Option('--format <format>', 'form of the data').choices(Object.keys(EXPORT_FORMATS)).default('ndjson'))
  .option('--catalogue <dir>', "instead: what is published now, as files of the bundled catalogue's format")
  .action((options: OptionValues & { readonly format: ExportFormatName; readonly catalogue?: string }) => {
    const { catalogue, format } = options;
    const params = paramsOf(options);
    if (catalogue === undefined)
      return run('export', async (config, log) =>
        (await import('./commands/export.ts')).exportOffers(config, log, { params, format }),
      );
    if (Object.keys(params).length > 0)
      throw new BadUsage('--catalogue takes everything that is published: give no filter with it');
    return run('export', async (config, log) =>
      (await import('./commands/export-catalogue.ts')).exportCatalogue(config, log, catalogue),
    );
  });

program
  .command('build-catalogue', { hidden: true })
  .description('read recordings with the adapters and write the bundled catalogue (db/catalog/recorded)')
  .requiredOption('--replay <dir>', 'recordings as for scrape; each folder with a recording.json that says where it comes from')
  .action((options: { replay: string }) =>
    run('build-catalogue', async () => (await import('./commands/build-catalogue.ts')).buildCatalogue(options.replay)),
  );

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough ("| head"): what is under way is finished all the same.
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Says what went wrong; answers the exit code: 2 for bad usage, 1 for everything else. */
function explain(error: unknown): number {
  // Commander has printed its own words.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof BadUsage) say(`stealtime: ${error.message}`);
  else if (error instanceof CommandFailed || error instanceof ConfigError || error instanceof DatabaseUnavailable)
    say(`stealtime: ${error.message}`);
  else say(`stealtime: unforeseen error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return error instanceof BadUsage ? 2 : 1;
}
