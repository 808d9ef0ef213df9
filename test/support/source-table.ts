/** The table of all sources in `docs/data-sources.md`, made from the registry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceAdapter, SourceManifest } from '../../scrapers/contract.ts';
import { SOURCES } from '../../scrapers/registry.ts';

/** The page that holds the table. */
export const TABLE_PAGE = join(import.meta.dirname, '..', '..', 'docs', 'data-sources.md');

const BEGIN = '<!-- sources: written by test/support/write-source-table.ts -->';
const END = '<!-- end of sources -->';

/** The page with the table as the registry has it now. */
export function pageWithTable(): string {
  const page = readFileSync(TABLE_PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error(`${TABLE_PAGE} has no place for the table`);
  const rows = SOURCES.map(rowOf);
  return `${before}${BEGIN}\n| source | kind | what is read | from | address known by | state |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n${END}${after}`;
}

function rowOf(adapter: SourceAdapter): string {
  const { sourceId, kind, title, evidence } = adapter.manifest;
  const [first, ...others] = adapter.start();
  const from = `\`${first?.url}\`${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const known = `[${evidence.said}](${evidence.url})`;
  const cells = [`\`${sourceId}\``, kind, title, from, known, stateOf(adapter.manifest)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function stateOf({ verified, credential, retired }: SourceManifest): string {
  if (retired !== undefined) return 'recordings only';
  const read = verified === null ? '**unverified**: off until an operator switches it on' : `verified, ${verified}`;
  return credential === null ? read : `${read}; needs \`${credential}\``;
}
