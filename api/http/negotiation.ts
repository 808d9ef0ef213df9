import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { ExportFormatName } from '../../domain/export/formats.ts';
import type { ApiEnv } from '../env.ts';

const FORMS: Readonly<Record<string, ExportFormatName>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
};

/** The form that a request wants by its Accept header; JSON where it says nothing that is had. */
export function wantedForm(c: Context<ApiEnv>): ExportFormatName {
  c.header('Vary', 'Accept', { append: true });
  return FORMS[accepts(c, { header: 'Accept', supports: Object.keys(FORMS), default: 'application/json' })] ?? 'json';
}
