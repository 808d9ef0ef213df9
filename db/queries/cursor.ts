/** Cursors: where a page ended, for whom and in which order. Opaque to whoever holds one. */
import { z } from 'zod';
import { filterHash } from '../../domain/filter/parse.ts';
import type { SearchQuestion } from '../../domain/filter/search-params.ts';
import { writeSort } from '../../domain/filter/sort.ts';
import { utcTime } from '../../domain/utc-time.ts';
import type { Origin } from './as-of.ts';

/** The last row of a page. */
export interface Place {
  /** Sort key as text, null where it is not known. */
  readonly key: string | null;
  readonly rowId: string;
}

/** A place in the catalogue that the first page was of. */
export interface CursorPlace extends Place {
  readonly origin: Origin;
}

const cursorSchema = z.strictObject({
  sort: z.string(),
  key: z.string().max(60).nullable(),
  // PostgreSQL has no text with this character.
  id: z
    .string()
    .max(500)
    .regex(/^[^\0]+$/),
  filter: z.string(),
  version: z.int().min(0).max(2_147_483_647),
  now: z.string().refine((text) => utcTime(text) === text),
  rates: z.tuple([z.string().regex(/^(\d{4}-\d\d-\d\d)?$/), z.string()]),
});

/** The cursor of the page after a place. */
export function writeCursor(
  { filter, sort }: Pick<SearchQuestion, 'filter' | 'sort'>,
  { key, rowId, origin }: CursorPlace,
): string {
  const { version, now, rates } = origin;
  const asked = { sort: writeSort(sort), filter: filterHash(filter) };
  const cursor: z.infer<typeof cursorSchema> = { ...asked, key, id: rowId, version, now, rates: [rates.date, rates.hash] };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** The place that a cursor names; null for no cursor of this order and filter. */
export function readCursor(text: string, { filter, sort }: Pick<SearchQuestion, 'filter' | 'sort'>): CursorPlace | null {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  const read = cursorSchema.safeParse(json);
  if (!read.success || read.data.sort !== writeSort(sort) || read.data.filter !== filterHash(filter)) return null;
  const { key, id, version, now, rates } = read.data;
  return { key, rowId: id, origin: { version, now, rates: { date: rates[0], hash: rates[1] } } };
}
