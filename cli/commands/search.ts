/** `stealtime search`: one page of the API's search, on a terminal or as data. */
import type { Config } from '../../config.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { searchOffers } from '../../db/queries/search-offers.ts';
import { EXPORT_FORMATS } from '../../domain/export/formats.ts';
import { exportTexts } from '../../domain/export/texts.ts';
import { costQuestionOf } from '../../domain/filter/conditions.ts';
import { DEFAULT_CURRENCY } from '../../domain/filter/parse.ts';
import { writeGb, writeMemory } from '../../domain/filter/sizes.ts';
import { presentRow, type RowJson } from '../../domain/present-row.ts';
import type { Logger } from '../../log.ts';
import { loadCatalogue } from '../catalogue.ts';
import { openContext } from '../context.ts';
import { readQuestion } from '../filter-options.ts';
import { say, table, write } from '../output.ts';

/** What is asked, and how it is shown. */
export interface SearchRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly form: 'table' | 'ndjson' | 'csv';
}

/** Prints the first rows that match, and on stderr how many there are. */
export async function search(config: Config, log: Logger, { params, form }: SearchRequest): Promise<number> {
  readQuestion(params);
  const context = await openContext(config, log, 'search');
  try {
    await loadCatalogue(context);
    const { sql } = context.database;
    const rates = await newestRates(sql);
    const question = readQuestion(params, rates);
    const found = await searchOffers(sql, question, { now: new Date(context.now()).toISOString(), rates });
    // Only cursors are answered by a word, and none is given.
    if (typeof found === 'string') throw new Error(found);
    const { filter } = question;
    const { currency = DEFAULT_CURRENCY } = filter;
    if (form === 'table') {
      const shown = { ...costQuestionOf(filter), currency, rates };
      const rows = found.rows.map(({ row, ...seen }) => presentRow(row, { ...shown, ...seen }));
      table(headOf(currency), rows.map(lineOf));
    } else {
      const batches = (async function* () {
        yield found.rows;
      })();
      for await (const text of exportTexts(EXPORT_FORMATS[form], batches, { filter, full: false, rates })) await write(text);
    }
    say(`${found.rows.length} of ${found.total} rows, which stand for ${found.totalOffers} offers`);
    if (found.excludedProviderDependent > 0) {
      say(
        `${found.excludedProviderDependent} more could be made to by their providers; --include-provider-dependent lets them in`,
      );
    }
    if (found.excludedUnknown > 0) {
      say(
        `${found.excludedUnknown} more are left out because something asked for is not known of them; --include-unknown lets them in`,
      );
    }
    return 0;
  } finally {
    await context.close();
  }
}

function headOf(currency: string): string[] {
  return ['id', 'plan', 'technology', 'vCPU', 'memory', 'storage', 'transfer', 'countries', `${currency}/month`, 'state'];
}

/** A row as cells; what is not known is a question mark. */
function lineOf(row: RowJson): string[] {
  const { cpu, memory, storage, network, comparable } = row;
  const countries = [...new Set(row.locations.map(({ country }) => country ?? '?'))];
  return [
    row.id,
    `${row.provider.name} ${row.name ?? ''}`.trim(),
    row.technology.value === 'unknown' ? '?' : row.technology.value,
    `${cpu.vcpu ?? '?'}${cpu.resourceModel === 'unknown' ? '' : ` ${cpu.resourceModel}`}`,
    memory.mib === null ? '?' : writeMemory(memory.mib),
    `${storage.gb === null ? '?' : writeGb(storage.gb)}${storage.type === 'unknown' ? '' : ` ${storage.type}`}`,
    network.unmetered ? 'unmetered' : network.transferGb === null ? '?' : writeGb(network.transferGb),
    countries.length === 0 ? '?' : countries.length > 6 ? `${countries.length} countries` : countries.join(' '),
    comparable?.perMonth ?? '?',
    row.state === 'recorded' || row.state === 'stale' ? `${row.state} ${row.observedAt.slice(0, 10)}` : row.state,
  ];
}
