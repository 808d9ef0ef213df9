/** Questions for everything at once: a filter and an order, without pages. */
import type { Context } from 'hono';
import type { RateTable } from '../../domain/exchange-rates.ts';
import type { ExportFormatName } from '../../domain/export/formats.ts';
import type { FieldError, Parsed } from '../../domain/filter/params.ts';
import type { ApiEnv } from '../env.ts';
import { VIEW } from './parameters.ts';
import { type AskedSearch, readSearch } from './question.ts';

/** Parameters that belong to pages. */
const OF_PAGES = ['limit', 'cursor', 'facets'];

/** What is asked of all rows. */
export type AskedExport = Pick<AskedSearch, 'filter' | 'sort' | 'full'>;

/** Reads the question of an export. */
export function readExport(c: Context<ApiEnv>, format: ExportFormatName, rates: RateTable): Parsed<AskedExport> {
  const params = new URL(c.req.url).searchParams;
  const foreign = [...OF_PAGES, ...(format === 'csv' ? [VIEW.name] : [])].filter((name) => params.has(name));
  const errors: FieldError[] = foreign.map((field) => ({ field, message: reasonOf(field) }));
  const asked = readSearch(c, rates);
  if (!asked.ok) return { ok: false, errors: [...errors, ...asked.errors.filter(({ field }) => !foreign.includes(field))] };
  return errors.length > 0 ? { ok: false, errors } : asked;
}

function reasonOf(field: string): string {
  if (field === VIEW.name) return 'does not apply to CSV, whose columns are always the same';
  return 'does not apply here: every matching row is answered, without pages';
}
