/** `stealtime read-offers`: free offer text in, offers out. Writes nothing, needs no database. */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { type PagesRead, readPages } from '../../scrapers/read-pages.ts';
import { textPage, textSource } from '../../scrapers/text/text-source.ts';
import { BadUsage, CommandFailed, data } from '../output.ts';
import { nameless, type PreviewRow, previewRows, printPreview } from '../preview-rows.ts';

const Text = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

interface Options {
  readonly json?: boolean;
  readonly batch?: string;
}

/** Reads one text (a file, or what is piped in) as NDJSON, or a file of texts line by line. */
export async function readOffersCommand(file: string | undefined, { batch }: Options): Promise<number> {
  if (batch !== undefined && file !== undefined) throw new BadUsage('name a FILE or --batch FILE, not both');
  const rowsOfPlans = await previewRows('recorded');
  const rowsOf = (read: PagesRead): PreviewRow[] =>
    rowsOfPlans(read.plans, nameless('text'), { id: 'text', kind: 'post', url: null });
  if (batch === undefined) {
    const read = readText(await inputOf(file));
    printPreview(rowsOf(read), read);
    return 0;
  }
  for (const [index, line] of (await inputOf(batch)).split('\n').entries()) {
    if (line.trim() === '') continue;
    const { id, text } = parsed(line, index + 1);
    const read = readText(text);
    data(JSON.stringify({ id, offers: rowsOf(read), rejections: read.rejections, findings: read.findings }));
  }
  return 0;
}

function readText(text: string): PagesRead {
  return readPages(textSource, [textPage(text)], null);
}

function parsed(line: string, number: number): z.infer<typeof Text> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new CommandFailed(`line ${number} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = Text.safeParse(json);
  if (!read.success) throw new CommandFailed(`line ${number} is not {"id", "text"}: ${z.prettifyError(read.error)}`);
  return read.data;
}

async function inputOf(file: string | undefined): Promise<string> {
  if (file === undefined || file === '-') return readAll(process.stdin);
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailed(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}
