/** Cells in rows and columns: real tables with their spans laid out, and lists or boxes that stand in for one. */
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { PageLine, PageText } from './page-text.ts';
import { isSpec, labelKindOf } from './spec-kinds.ts';

/** A cell; one that spans several places stands in each of them. */
export interface Cell {
  readonly element: Element;
  readonly lines: readonly PageLine[];
  /** Its words on one line. */
  readonly text: string;
  /** Marked as a header. */
  readonly head: boolean;
  /** Columns that it spans. */
  readonly span: number;
}

/** Rows of cells; a place without a cell is null. */
export interface Grid {
  readonly element: Element;
  readonly rows: readonly (readonly (Cell | null)[])[];
}

const MOST_COLUMNS = 60;
const MOST_SPAN = 200;

/** Lays out a table. */
export function gridOfTable(table: Element, text: PageText): Grid {
  const rows: (Cell | null)[][] = [];
  let held: { cell: Cell; column: number; left: number }[] = [];
  for (const tr of rowsOf(table)) {
    const row: (Cell | null)[] = [];
    for (const { cell, column } of held) row[column] = cell;
    held = held.flatMap((one) => (one.left > 1 ? [{ ...one, left: one.left - 1 }] : []));
    let column = 0;
    for (const element of tr.children) {
      if (!isTag(element) || (element.name !== 'td' && element.name !== 'th') || text.skip(element)) continue;
      while (row[column]) column += 1;
      const span = spanOf(element.attribs.colspan, MOST_COLUMNS);
      const cell = cellOf(element, text, element.name === 'th', span);
      for (let at = 0; at < span && column < MOST_COLUMNS; at += 1, column += 1) {
        row[column] = cell;
        const down = spanOf(element.attribs.rowspan, MOST_SPAN);
        if (down > 1) held.push({ cell, column, left: down - 1 });
      }
    }
    rows.push(Array.from(row, (cell) => cell ?? null));
  }
  return { element: table, rows };
}

/** Rows of a table itself, not of one inside it. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (!isTag(child)) return [];
    if (child.name === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.name)
      ? child.children.filter((row): row is Element => isTag(row) && row.name === 'tr')
      : [];
  });
}

function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? '1', 10);
  return span > 1 ? Math.min(span, most) : 1;
}

function cellOf(element: Element, text: PageText, head: boolean, span: number): Cell {
  const lines = text.within(element);
  return { element, lines, text: lines.map((line) => line.text).join(' '), head, span };
}

const MOST_PARTS = 200;

/**
 * A grid of boxes or lists: children that hold equally many parts, of which the first holds labels only ("RAM", "Disk", "Price").
 * Null where the element is none.
 */
export function gridOfBoxes(element: Element, text: PageText): Grid | null {
  const boxes = text.ranges.childrenOf(element);
  const [first, second] = boxes;
  if (!first || !second || boxes.length > MOST_PARTS) return null;
  const labels = partsOf(first, text);
  if (labels.length < 3 || labels.length > MOST_COLUMNS) return null;
  const named = labels.filter((label) => isLabelOnly(label, text)).length;
  if (named < 3 || named * 2 < labels.length) return null;
  const rows = boxes.map((box) => partsOf(box, text));
  const cells = rows.map((parts) => parts.map((part) => cellOf(part, text, false, 1)));
  // Where the labels begin beside the first fact, what stands above it is the name.
  const isNamed = labels.slice(0, 1).some((label) => labelKindOf(cellOf(label, text, false, 1).text) === 'name');
  if (!isNamed && rows.slice(1).every((parts) => hasTitle(parts, labels.length, text)))
    return { element, rows: cells.map((row, index) => (index === 0 ? [null, ...row] : row)) };
  // A last part without a label is the button.
  if (rows.some((parts) => parts.length < labels.length || parts.length > labels.length + 1)) return null;
  return { element, rows: cells };
}

/** Whether a box holds a plain title, a value for each label, and a button at most. */
function hasTitle(parts: readonly Element[], labels: number, { ranges, lines }: PageText): boolean {
  const [first, second] = parts.map((part) => lines.slice(ranges.of(part).from, ranges.of(part).to));
  if (!first || !second || parts.length < labels + 1 || parts.length > labels + 2) return false;
  const says = (some: typeof first) => some.some(({ kinds, priced }) => kinds !== 0 || priced);
  return !says(first) && (parts.length === labels + 2 || says(second));
}

function isLabelOnly(part: Element, { ranges, lines }: PageText): boolean {
  const { from, to } = ranges.of(part);
  const [line] = lines.slice(from, to);
  return to - from === 1 && line !== undefined && isLabel(line.text);
}

function isLabel(text: string): boolean {
  const kind = labelKindOf(text);
  return kind === 'price' || kind === 'name' || isSpec(kind);
}

/** The parts of a box, through wrappers around all of them. */
function partsOf(box: Element, { ranges }: PageText): readonly Element[] {
  let parts = ranges.childrenOf(box);
  for (let depth = 0; depth < 4; depth += 1) {
    const [only] = parts;
    if (!only || parts.length > 1) break;
    parts = ranges.childrenOf(only);
  }
  return parts;
}
