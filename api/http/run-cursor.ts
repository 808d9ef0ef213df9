/** Cursors of lists of runs: where a page ended. Opaque to whoever holds one. */
import { z } from 'zod';
import type { AfterRun } from '../../db/queries/run-records.ts';
import { isId } from '../../domain/identity.ts';

const schema = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

/** The cursor of the page after a run. */
export function writeRunCursor({ startedAt, runId }: AfterRun): string {
  return Buffer.from(JSON.stringify([startedAt, runId])).toString('base64url');
}

/** Reads a cursor; null where it is none of ours. */
export function readRunCursor(text: string): AfterRun | null {
  try {
    const [startedAt, runId] = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { startedAt, runId };
  } catch {
    return null;
  }
}
