/** The stylesheet: one, inside each page, allowed by its hash, so that a page is one request and no other style can apply. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHEETS = ['base', 'layout', 'form', 'results', 'table', 'offer', 'chart', 'alerts', 'print'];

/** All of it, without comments and indentation. */
export const STYLE = SHEETS.map((name) => readFileSync(join(import.meta.dirname, 'styles', `${name}.css`), 'utf8'))
  .join('')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s*\n\s*/g, ' ');

/** As a Content-Security-Policy names it. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
