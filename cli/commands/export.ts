/** `stealtime export`: every matching row on stdout. */
import process from 'node:process';
import type { Config } from '../../config.ts';
import { newestRates } from '../../db/queries/rates.ts';
import type { FoundRow } from '../../db/queries/search-offers.ts';
import { streamOffers } from '../../db/queries/stream-offers.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../../domain/export/formats.ts';
import { exportTexts } from '../../domain/export/texts.ts';
import type { Logger } from '../../log.ts';
import { loadCatalogue } from '../catalogue.ts';
import { openContext } from '../context.ts';
import { readQuestion } from '../filter-options.ts';
import { progress, write } from '../output.ts';

/** What is asked, and in which form. */
export interface ExportRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly format: ExportFormatName;
}

/** Writes every row that matches, as fast as it is read. */
export async function exportOffers(config: Config, log: Logger, { params, format }: ExportRequest): Promise<number> {
  readQuestion(params);
  const context = await openContext(config, log, 'export');
  try {
    await loadCatalogue(context);
    const { sql } = context.database;
    const rates = await newestRates(sql);
    const question = readQuestion(params, rates);
    const now = new Date(context.now()).toISOString();
    const batches = counted(streamOffers(sql, question, { now, rates }, new AbortController().signal));
    const texts = exportTexts(EXPORT_FORMATS[format], batches, { filter: question.filter, full: false, rates });
    for await (const text of texts) {
      // Whoever reads has seen enough.
      if (!(await write(text))) break;
    }
    return 0;
  } finally {
    await context.close();
  }
}

async function* counted(batches: AsyncIterable<readonly FoundRow[]>): AsyncGenerator<readonly FoundRow[]> {
  const bar = progress(process.stderr);
  let count = 0;
  try {
    for await (const batch of batches) {
      count += batch.length;
      bar.show(`${count} rows`);
      yield batch;
    }
  } finally {
    bar.end();
  }
}
