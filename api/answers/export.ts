/** Answers everything that a filter finds, as a stream. */
import type { Context } from 'hono';
import PQueue from 'p-queue';
import { newestRates } from '../../db/queries/rates.ts';
import { streamOffers } from '../../db/queries/stream-offers.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../../domain/export/formats.ts';
import { exportTexts } from '../../domain/export/texts.ts';
import type { Parsed } from '../../domain/filter/params.ts';
import type { ApiEnv } from '../env.ts';
import { readExport } from '../http/export-question.ts';
import { contextOf } from '../http/question.ts';
import { streamedBody } from '../http/stream.ts';

/** Each running export holds a connection: most of the pool stays for searches, further exports wait for their turn. */
const turns = new PQueue({ concurrency: 2 });

/** No export, however slowly it is read, holds its connection and its view of the database longer. */
const LONGEST_MS = 10 * 60_000;

/** Answers an export, or says what is wrong with the question. */
export async function answerExport(c: Context<ApiEnv>, format: ExportFormatName): Promise<Parsed<Response>> {
  const { database } = c.get('deps');
  const rates = await newestRates(database.sql);
  const asked = readExport(c, format, rates);
  if (!asked.ok) return asked;
  const context = contextOf(c, rates);
  const body = streamedBody(c, {
    longestMs: LONGEST_MS,
    texts: (signal) =>
      exportTexts(
        EXPORT_FORMATS[format],
        inTurn(signal, () => streamOffers(database.sql, asked.value, context, signal)),
        { ...asked.value, rates },
      ),
  });
  return { ok: true, value: c.body(body, 200, headersOf(format, context.now)) };
}

/** Waits for a turn when the first value is asked for, and keeps it until the last. */
async function* inTurn<T>(
  signal: AbortSignal,
  begin: () => AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  const end = await new Promise<() => void>((granted, refused) => {
    turns.add(() => new Promise<void>((ended) => granted(ended)), { signal }).catch(refused);
  });
  try {
    yield* begin();
  } finally {
    end();
  }
}

function headersOf(format: ExportFormatName, now: string): Record<string, string> {
  const name = `stealtime-offers-${now.slice(0, 10)}.${format}`;
  return {
    'Content-Type': EXPORT_FORMATS[format].contentType,
    'Content-Disposition': `attachment; filename="${name}"`,
  };
}
