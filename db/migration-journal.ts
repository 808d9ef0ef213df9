import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One migration as drizzle-kit's journal lists it. */
export interface JournalEntry {
  /** Name of the file, without `.sql`. */
  readonly tag: string;
  /** Epoch milliseconds it was generated at; its identity in the database. */
  readonly when: number;
}

/** Reads the journal of a migrations folder, in the order of the file. */
export async function readJournal(folder: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(join(folder, 'meta', '_journal.json'), 'utf8');
  return (JSON.parse(text) as { entries: JournalEntry[] }).entries;
}
