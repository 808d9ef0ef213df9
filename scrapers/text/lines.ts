/** A post as lines: what they say without marks, and what their marks made of them (headings, bold lines, bullets, rules, cells). */
import { plainCharacters, stripLinks, stripMarkup } from './inline.ts';
import { bbcodeToMarkdown, htmlToMarkdown } from './markup.ts';

/** One line of a post. */
export interface TextLine {
  readonly kind: 'text' | 'heading' | 'strong' | 'bullet' | 'rule' | 'blank' | 'cells';
  /** Rank of a heading, 1 the highest; 7 for bold lines, 9 where they stand in a list. */
  readonly level: number;
  /** The words, without marks. */
  readonly text: string;
  /** What stands in bold, or as a link, at the beginning of the line. */
  readonly lead: string | null;
  /** Address of the first link. */
  readonly url: string | null;
  /** Cells of a table row. */
  readonly cells: readonly string[];
}

/** No line is read past this; longer ones go on as further lines. */
const LONGEST_LINE = 3000;

/** Rank of a bold line in a list: it heads nothing. */
export const BULLETED = 9;

/** Takes a post apart into lines. */
export function linesOf(text: string): TextLine[] {
  const raw = bbcodeToMarkdown(htmlToMarkdown(text.replace(/\r\n?|\u2028|\u2029/g, '\n')))
    .split('\n')
    .flatMap(cut);
  tabAlignedRows(raw);
  const lines: TextLine[] = [];
  for (const [index, line] of raw.entries()) {
    const next = raw[index + 1] ?? '';
    const trimmed = line.trim();
    if (/^(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,}|`{3,}\w{0,12}|\+[-=+]{3,}|[-*_=]( ?[-*_=]){3,}|[─━═—–]{3,})$/.test(trimmed)) {
      lines.push(isFence(trimmed) || isUnderline(trimmed, lines.at(-1)) ? BLANK : RULE);
    } else {
      lines.push(lineOf(line, setextLevel(trimmed, next.trim())));
    }
  }
  return lines;
}

/** Fewest columns and rows of a table that is aligned with spaces: fewer happen by chance. */
const LEAST_COLUMNS = 4;
const LEAST_ROWS = 3;

/** Rows that are aligned with spaces get tabs between their columns: at least three below one another, all of as many columns. */
function tabAlignedRows(raw: string[]): void {
  for (let at = 0; at < raw.length; ) {
    const width = columnsOf(raw[at] ?? '').length;
    let end = at + 1;
    const rows = width >= LEAST_COLUMNS ? [at] : [];
    while (rows.length > 0 && end < raw.length) {
      const line = raw[end] ?? '';
      if (columnsOf(line).length === width) rows.push(end);
      else if (!/^[\s=+-]{4,}$/.test(line) || line.trim() === '') break;
      end += 1;
    }
    if (rows.length >= LEAST_ROWS) for (const row of rows) raw[row] = columnsOf(raw[row] ?? '').join('\t');
    at = Math.max(end, at + 1);
  }
}

/** What stands between runs of spaces; lists and rows with marks of their own have no such columns. */
function columnsOf(line: string): string[] {
  const trimmed = line.trim();
  if (trimmed.length > 400 || /[|\t]/.test(trimmed) || /^[-*+•>#]\s/.test(trimmed)) return [];
  return trimmed.split(/ {2,}/);
}

const BLANK: TextLine = { kind: 'blank', level: 0, text: '', lead: null, url: null, cells: [] };
const RULE: TextLine = { ...BLANK, kind: 'rule' };

function cut(line: string): string[] {
  if (line.length <= LONGEST_LINE) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < line.length; ) {
    const space = line.lastIndexOf(' ', at + LONGEST_LINE);
    const end = space > at + LONGEST_LINE / 2 ? space : at + LONGEST_LINE;
    pieces.push(line.slice(at, end));
    at = end;
  }
  return pieces;
}

const isFence = (line: string) => line.startsWith('```') || line.startsWith('~~~');
const isUnderline = (line: string, before: TextLine | undefined) => /^[=-]+$/.test(line) && before?.kind === 'heading';
/** Rank of a line that the next one underlines; 0: it does not. */
function setextLevel(line: string, next: string): number {
  if (line === '' || line.length >= 200 || line.startsWith('|') || /^[-*+]\s/.test(line)) return 0;
  return /^={3,}$/.test(next) ? 1 : /^-{3,}$/.test(next) ? 2 : 0;
}

function lineOf(raw: string, setext: number): TextLine {
  const { text: unlinked, url, lead: linked } = stripLinks(raw);
  const text = labelled(stripMarkup(unlinked));
  if (text === '') return BLANK;
  const trimmed = unlinked.trim();
  const cells = cellsOf(unlinked);
  const base = { text, url, lead: leadOf(trimmed) ?? linked, cells };
  if (cells.length > 1) return { ...base, kind: 'cells', level: 0 };
  const heading = /^\s{0,3}(#{1,6})\s?\S/.exec(unlinked) ?? /^(={2,6})(?=[^=\s])/.exec(trimmed);
  if (heading?.[1]) return { ...base, kind: 'heading', level: heading[1].length };
  if (setext > 0) return { ...base, kind: 'heading', level: setext };
  const bullet = /^(?:[-*+•·▪◦‣●➤►▶✓✔–—]|\d{1,2}[.)])\s+/.exec(trimmed);
  const rest = bullet ? trimmed.slice(bullet[0].length) : trimmed;
  if (isStrong(rest)) return { ...base, kind: 'strong', level: bullet ? BULLETED : 7 };
  return { ...base, kind: bullet ? 'bullet' : 'text', level: 0 };
}

/** "-RAM; 2 GB", "RAM....: 2 GB" as "RAM: 2 GB": a dash without a space, a label parted by a semicolon or by leading dots. */
function labelled(text: string): string {
  const plain = text
    .replace(/^-(?=\p{L}{2})/u, '')
    .replace(/^(\p{L}[\p{L}\d /]{0,24}?)\s?(?:\.{1,40}|_{2,40}|·{2,40})\s?:\s/u, '$1: ');
  return plain.split(';').length === 2 ? plain.replace(/^(\p{L}[\p{L} ]{1,20});\s(?=\S)/u, '$1: ') : plain;
}

/** A line that is bold from end to end, or that begins a bold passage. */
function isStrong(line: string): boolean {
  const plain = plainCharacters(line).replace(/^[\s•]+/, '');
  if (!/^(?:\*\*|__)/.test(plain)) return false;
  const marks = plain.split(/\*\*|__/);
  const outside = marks
    .filter((_, index) => index % 2 === 0)
    .join('')
    .replace(/[\s•:!*_()[\]]/g, '');
  return outside === '' || marks.length === 2;
}

/** The words in bold at the beginning: mostly the name of what the line is about. */
function leadOf(line: string): string | null {
  const plain = plainCharacters(line).replace(/^(?:[\s•#>+–-]|\*(?=\s)|\d{1,2}[.)](?=\s))+/u, '');
  const match = /^(?:\*{2,3}|__)\s?([^\n]{1,120}?)(?:\*{2,3}|__)/.exec(plain);
  return match?.[1] === undefined ? null : stripMarkup(match[1]);
}

/** Cells of a table row: between bars at both ends, or between tabs. */
function cellsOf(line: string): string[] {
  const trimmed = line.trim();
  if (/^[|│┃].*[|│┃]$/.test(trimmed)) return trimmed.slice(1, -1).split(/[|│┃]/).map(stripMarkup);
  if (/^\|/.test(trimmed) && trimmed.split('|').length > 2) return trimmed.slice(1).split('|').map(stripMarkup);
  return line.includes('\t') && line.trim().split(/\t+/).length > 2 ? line.trim().split(/\t+/).map(stripMarkup) : [];
}
