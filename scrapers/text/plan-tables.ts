/** Tables in a post: plans in rows or in columns, each as the words of one plan. */
import { fold, labelOf } from './labels.ts';
import { lex } from './lexer.ts';
import type { TextLine } from './lines.ts';
import { asName } from './plan-names.ts';

/** One plan of a table. */
export interface TablePlan {
  readonly name: string | null;
  readonly url: string | null;
  readonly lines: readonly string[];
}

/** What a run of table rows is: plans, or pairs of label and value that go on as lines. */
export type TableRead = { readonly plans: readonly TablePlan[] } | { readonly lines: readonly string[] };

/** Most rows of one table. */
export const MOST_ROWS = 2000;

const isRuler = (cells: readonly string[]) => cells.every((cell) => /^[\s:=+-]*$/.test(cell));
const hasFigure = (cell: string) =>
  lex(cell).some(({ type }) => type === 'size' || type === 'money' || type === 'rate' || type === 'number');
const PRICE_LABEL =
  /\b(?:price|pricing|cost|preis|prix|precio|monthly|yearly|annual\w*|quarterly|month|year|mo|yr|usd|eur|gbp)\b|[$€£]/i;
const OTHER_LABEL =
  /\b(?:ip|ips|ipv4|ipv6|location|datacenter|dc|order|link|name|plan|package|virtuali[sz]ation|stock|os|panel|support)\b/i;

function isLabel(cell: string): boolean {
  if (cell === '' || cell.length > 40 || lex(cell).some(({ type }) => type === 'size' || type === 'rate')) return false;
  return (
    PRICE_LABEL.test(cell) || OTHER_LABEL.test(cell) || cell.split(/[\s/()]+/).some((word) => labelOf(fold(word)) !== undefined)
  );
}

/** Reads a run of rows. */
export function readTable(rows: readonly TextLine[]): TableRead {
  const table = rows.filter(({ cells }) => !isRuler(cells)).slice(0, MOST_ROWS);
  const [head, ...body] = table;
  if (!head) return { lines: [] };
  const labels = body.filter(({ cells }) => isLabel(cells[0] ?? ''));
  const width = Math.max(...table.map(({ cells }) => cells.length));
  if (width === 2 && labels.length + (isLabel(head.cells[0] ?? '') ? 1 : 0) >= Math.min(3, table.length))
    return { lines: table.map(({ cells }) => paired(cells[0] ?? '', cells[1] ?? '')) };
  const headLabels = head.cells.filter(isLabel).length;
  if (labels.length >= 3 && labels.length * 2 > body.length && headLabels * 2 < head.cells.length)
    return { plans: inColumns(head, body) };
  const hasHead = headLabels >= 2 && !head.cells.some((cell) => /[$€£]\s?\d/.test(cell));
  return { plans: (hasHead ? body : table).map((row) => inRow(hasHead ? head.cells : [], row)) };
}

function inRow(heads: readonly string[], row: TextLine): TablePlan {
  const named = nameColumn(heads, row.cells);
  return {
    name: named < 0 ? null : asName(row.cells[named] ?? ''),
    url: row.url,
    lines: row.cells.flatMap((cell, column) =>
      cell === '' || (column === named && asName(cell) !== null) ? [] : paired(heads[column] ?? '', cell),
    ),
  };
}

function nameColumn(heads: readonly string[], cells: readonly string[]): number {
  const labelled = heads.findIndex(
    (head) =>
      /\b(?:plan|name|package|paket|tarif|produkt|product|offre|modelo?|server|vps|type|size)\b/i.test(head) &&
      !/\$|€|price/i.test(head),
  );
  if (labelled >= 0) return labelled;
  return asName(cells[0] ?? '') !== null && (heads[0] === undefined || heads[0] === '') ? 0 : -1;
}

function inColumns(head: TextLine, body: readonly TextLine[]): TablePlan[] {
  const plans: TablePlan[] = [];
  for (let column = 1; column < head.cells.length; column += 1) {
    const title = head.cells[column] ?? '';
    const lines = body.flatMap(({ cells }) =>
      (cells[column] ?? '') === '' ? [] : [paired(cells[0] ?? '', cells[column] ?? '')],
    );
    if (lines.length > 0) plans.push({ name: asName(title), url: null, lines: [...(hasFigure(title) ? [title] : []), ...lines] });
  }
  return plans;
}

/** A cell with its label; a bare figure takes the unit or the currency that the label names ("RAM (MB)", "Price, €"). */
function paired(label: string, cell: string): string {
  const plain = label
    .replace(/[()[\]{}:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return cell;
  if (/^\d+(?:[.,]\d+)?$/.test(cell)) {
    const unit = /\b(?:[KMGT]i?B|[MG]bps|[MG]bit(?:\/s)?)\b/i.exec(plain)?.[0];
    if (unit) return `${plain.replace(unit, ' ').trim()}: ${cell} ${unit}`;
    const currency = /[$€£]|\b(?:USD|EUR|GBP|CAD|AUD|CHF)\b/.exec(plain)?.[0];
    if (currency) return `${plain.replace(currency, ' ').trim()}: ${cell} ${currency}`;
  }
  return hasLabelItself(plain, cell) ? cell : `${plain}: ${cell}`;
}

/** "RAM | 2 GB RAM": the cell says itself what it is. */
function hasLabelItself(label: string, cell: string): boolean {
  const words = new Set(cell.split(/[\s/()]+/).map(fold));
  return label.split(/[\s/()]+/).every((word) => words.has(fold(word)));
}
