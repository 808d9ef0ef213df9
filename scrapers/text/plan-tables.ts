/** Tables in a post: plans in rows or in columns, each as the words of one plan. */
import { fold, labelOf } from './labels.ts';
import { lex } from './lexer.ts';
import type { TextLine } from './lines.ts';
import { asGivenName, asName } from './plan-names.ts';
import { priceMentions } from './price-mentions.ts';

/** One plan of a table. */
export interface TablePlan {
  readonly name: string | null;
  readonly url: string | null;
  readonly lines: readonly string[];
}

/** What a run of table rows is: plans, or pairs of label and value that go on as lines. */
export type TableRead = { readonly plans: readonly TablePlan[] } | { readonly lines: readonly string[] };

/** Most rows of one table; more are refused with the text. */
const MOST_ROWS = 2000;
/** Wider than any list of plans: not a table, whatever its bars. */
const MOST_COLUMNS = 60;

const isRuler = (cells: readonly string[]) => cells.every((cell) => /^[\s:=+-]*$/.test(cell));
const PRICE_LABEL =
  /\b(?:price|pricing|cost|preis|prix|precio|monthly|yearly|annual\w*|quarterly|quarter|month|year|mo|yr|usd|eur|gbp)\b|[$€£]|价格|月付|年付/i;
const OTHER_LABEL =
  /\b(?:ip|ips|ipv4|ipv6|location|locations|datacenter|dc|order|link|name|plan|plans|package|specs?|coupon|code|virtuali[sz]ation|stock|os|panel|support)\b|链接|套餐/i;
const NAME_LABEL = /\b(?:plans?|name|package|paket|tarif|produkt|product|offre|modelo?|server|vps|type)\b|套餐/i;

function isLabel(cell: string): boolean {
  if (cell === '' || cell.length > 60 || lex(cell).some(({ type }) => type === 'size' || type === 'rate' || type === 'money'))
    return false;
  return (
    PRICE_LABEL.test(cell) || OTHER_LABEL.test(cell) || cell.split(/[\s/()&]+/).some((word) => labelOf(fold(word)) !== undefined)
  );
}

const statesMemory = (cell: string) =>
  /\d\s?(?:[MG]i?B|Go)\s?(?:of\s|de\s)?(?:\w{2,5}\s){0,2}(?:RAM|memory|ddr\d?)\b/i.test(cell);

const isNameLabel = (cell: string) => /^(?:plan|name|package|paket|tarif|produkt|product|offre|modelo?)$/i.test(cell);

/** Reads a run of rows. */
export function readTable(rows: readonly TextLine[]): TableRead {
  const table = rows.filter(({ cells }) => !isRuler(cells)).slice(0, MOST_ROWS);
  const [head, ...body] = table;
  if (!head) return { lines: [] };
  const width = Math.max(...table.map(({ cells }) => cells.length));
  if (width > MOST_COLUMNS) return { lines: table.map(({ text }) => text) };
  const labels = body.filter(({ cells }) => isLabel(cells[0] ?? ''));
  const labelled = labels.length + (isLabel(head.cells[0] ?? '') ? 1 : 0);
  if (width === 2 && labelled >= Math.min(3, table.length)) {
    // The name of the one plan stands as a title does.
    return {
      lines: table.map(({ cells }) =>
        isNameLabel(cells[0] ?? '') ? `**${cells[1] ?? ''}**` : pairedCell(cells[0] ?? '', cells[1] ?? '').join(' | '),
      ),
    };
  }
  if (body.some(({ cells }) => cells.filter(statesMemory).length > 1)) return { plans: inColumns(head, body, false) };
  const headLabels = head.cells.filter(isLabel).length;
  if (labels.length >= 3 && labels.length * 2 > body.length && headLabels * 2 < head.cells.length) {
    return { plans: inColumns(head, body, true) };
  }
  const hasHead = headLabels >= 2 && !head.cells.some((cell) => /[$€£]\s?\d/.test(cell));
  return { plans: (hasHead ? body : table).map((row) => inRow(hasHead ? head.cells : [], row)) };
}

/** A table that lists where servers stand holds for the plans around it: its places as one line. */
export function placesOfTable(rows: readonly TextLine[]): string[] {
  const [head, ...body] = rows.filter(({ cells }) => !isRuler(cells));
  const column =
    head?.cells.findIndex((cell) => /^(?:server\s+)?(?:locations?|datacent(?:er|re)s?|standorte?|city)$/i.test(cell)) ?? -1;
  const places = column < 0 ? [] : body.flatMap(({ cells }) => cells[column] || []);
  return places.length === 0 ? [] : [`Locations: ${places.join(' | ')}`];
}

/** "Triennial price" above "$2.25/mo": what a month comes to, where a column beside it has the month's own price. */
function isEquivalent(head: string, cell: string): boolean {
  return (
    /\b(?:annual\w*|yearly|biennial\w*|triennial\w*|quarterly|semi\S*|\d\s?years?)\b/i.test(head) &&
    /\/\s?mo(?:nth)?\b|per month/i.test(cell)
  );
}

function inRow(heads: readonly string[], row: TextLine): TablePlan {
  const named = nameColumn(heads, row.cells);
  const cell = row.cells[named] ?? '';
  const name = named < 0 ? null : isNameLabel(heads[named] ?? '') ? asGivenName(cell) : asName(cell, true);
  const firm = row.cells.some((cell, column) => !isEquivalent(heads[column] ?? '', cell) && priceMentions(cell).length > 0);
  return {
    name,
    url: row.url,
    lines: row.cells.flatMap((cell, column) => {
      const head = heads[column] ?? '';
      if (cell === '' || (column === named && name !== null)) return [];
      return firm && isEquivalent(head, cell) ? [] : pairedCell(head, cell);
    }),
  };
}

function nameColumn(heads: readonly string[], cells: readonly string[]): number {
  const labelled = heads.findIndex((head) => NAME_LABEL.test(head) && !/\$|€|price|cpu|ram|type/i.test(head));
  if (labelled >= 0) return labelled;
  return asName(cells[0] ?? '', true) !== null && (heads[0] === undefined || heads[0] === '') ? 0 : -1;
}

function inColumns(head: TextLine, body: readonly TextLine[], labelled: boolean): TablePlan[] {
  const plans: TablePlan[] = [];
  for (let column = labelled ? 1 : 0; column < head.cells.length; column += 1) {
    const title = head.cells[column] ?? '';
    const lines = body.flatMap(({ cells }) => {
      const cell = cells[column] ?? '';
      if (cell === '') return [];
      return labelled
        ? pairedCell(cells[0] ?? '', cell)
        : cell.split(/\s+(?:-{2,}|[-•*])\s+|^[-•*]\s+/).filter((part) => part !== '');
    });
    const name = asName(title, true);
    const priced = priceMentions(title).length > 0;
    if (lines.length > 0) plans.push({ name, url: null, lines: name === null || priced ? [title, ...lines] : lines });
  }
  return plans;
}

const UNIT = /\b(?:[KMGT]i?B|[MG]bps|[MG]bit(?:\/s)?)\b/i;
const CURRENCY = /[$€£]|\b(?:USD|EUR|GBP|CAD|AUD|CHF)\b/;
const TERMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:m|mo|month|monthly|mtl|mensuel)$/i, 'Monthly'],
  [/^(?:q|quarter|quarterly)$/i, 'Quarterly'],
  [/^(?:s|semi|semi-annually|half-yearly)$/i, 'Semi-annually'],
  [/^(?:y|a|yr|year|yearly|annual|annually|jahr)$/i, 'Yearly'],
];

/** A cell with its label; a bare figure takes the unit or the currency that the label names ("RAM (MB)", "Price, €"). */
function pairedCell(label: string, cell: string): string[] {
  if (/^\s*[~≈]|\b(?:equiv\w*|effective|approx\w*)\b/i.test(label)) return [];
  const note = /[([]([^()[\]]{2,40})[)\]]/.exec(label)?.[1] ?? '';
  const plain = label
    .replace(/[([][^()[\]]{0,40}[)\]]/g, ' ')
    .replace(/[()[\]{}:*`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const whole = `${plain} ${note}`;
  const several = severalTerms(plain, cell);
  if (several) return several;
  if (plain === '') return [cell];
  if (/^\d+(?:[.,]\d+)?$/.test(cell)) {
    const unit = UNIT.exec(whole)?.[0];
    if (unit) return [`${plain.replace(unit, ' ').trim()}: ${cell} ${unit}`];
    const currency = CURRENCY.exec(whole)?.[0];
    if (currency) return [`${whole.replace(currency, ' ').trim()}: ${cell} ${currency}`];
  }
  if (PRICE_LABEL.test(note)) return [`${whole}: ${cell}`];
  const text = hasLabelItself(plain, cell) ? cell : `${plain.replace(CURRENCY, ' ').trim()}: ${cell}`;
  return [note === '' || UNIT.test(note) ? text : `${text} (${note})`];
}

/** "M/Y price" above "3.49€/29.99€": as many prices as the label names terms. */
function severalTerms(label: string, cell: string): string[] | null {
  const terms = (label.split(' ').find((word) => word.includes('/')) ?? '')
    .split('/')
    .map((word) => TERMS.find(([pattern]) => pattern.test(word))?.[1]);
  if (terms.length < 2 || terms.includes(undefined)) return null;
  const amounts = cell.split(/\s*[/|]\s*|\s+-\s+/).filter((part) => lex(part).some(({ type }) => type === 'money'));
  return amounts.length === terms.length ? amounts.map((amount, index) => `${terms[index]}: ${amount}`) : null;
}

/** "RAM | 2 GB RAM": the cell says itself what it is. */
function hasLabelItself(label: string, cell: string): boolean {
  const words = new Set(cell.split(/[\s/()]+/).map(fold));
  return label.split(/[\s/()]+/).every((word) => words.has(fold(word)));
}
