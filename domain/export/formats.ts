/** Forms in which any number of rows are written, batch after batch. */
import { stringify } from 'csv-stringify/sync';
import type { RowJson } from '../present-row.ts';
import { COLUMNS } from './columns.ts';

/** One form. */
export interface ExportFormat {
  readonly contentType: string;
  /** One sentence for documents. */
  readonly means: string;
  readonly begin: string;
  /** Some rows; `first`: whether none were written before them. */
  readonly write: (rows: readonly RowJson[], first: boolean) => string;
  readonly end: string;
}

export const EXPORT_FORMATS = {
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    means: `A table with a line of names, one line a row. What is not known is empty or \`unknown\`; several values are separated by \`|\`; a text that a spreadsheet would take for a formula begins with an apostrophe. Columns, to which new ones are only ever added at the end: ${columnList()}.`,
    begin: line(COLUMNS.map(({ name }) => name)),
    write: (rows) => rows.map((row) => line(COLUMNS.map((column) => cell(column.of(row))))).join(''),
    end: '',
  },
  ndjson: {
    contentType: 'application/x-ndjson',
    means: 'One row a line, each as in `data` of a search.',
    begin: '',
    write: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    end: '',
  },
  json: {
    contentType: 'application/json',
    means: 'All rows in one list.',
    begin: '[',
    write: (rows, first) => rows.map((row, index) => `${first && index === 0 ? '' : ','}\n${JSON.stringify(row)}`).join(''),
    end: '\n]\n',
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;

function columnList(): string {
  return COLUMNS.map(({ name, means }) => `\`${name}\` (${means})`).join(', ');
}

/** A spreadsheet runs what begins like a formula, and any text here may come from a page. */
function line(cells: readonly string[]): string {
  return stringify([[...cells]], { escape_formulas: true });
}

function cell(value: string | number | boolean | null): string {
  return value === null ? '' : String(value);
}
