/** What the rows and columns of a grid are: where its labels stand, and on which side its plans. */
import type { Cell, Grid } from './grid.ts';
import { countKinds, isSpec, type LabelKind, labelKindOf } from './spec-kinds.ts';
import { termOfWords } from './structure-terms.ts';

/** A grid turned so that each of its rows is a plan. */
export interface PlanGrid {
  /** What each column is labelled; null where nothing labels it. */
  readonly labels: readonly (Cell | null)[];
  readonly plans: readonly {
    readonly cells: readonly (Cell | null)[];
    /** Words of the heading row above it. */
    readonly section: string | null;
  }[];
  /** A column of names without a label of its own; -1: none. */
  readonly nameColumn: number;
}

type Rows = readonly (readonly (Cell | null)[])[];

/** Turns a grid so that plans are rows; null where it holds no plans. */
export function planGridOf(grid: Grid): PlanGrid | null {
  const rows = grid.rows.filter((row) => row.some((cell) => cell !== null && cell.lines.length > 0));
  if (rows.length < 2) return rows.length === 1 ? unlabelled(rows) : null;
  const columns = transpose(rows);
  const [down, across] = [headOf(rows), headOf(columns)];
  const best = [down && { ...down, rows }, across && { ...across, rows: columns }].flatMap((one) => one ?? []);
  best.sort((a, b) => b.share - a.share);
  const [chosen] = best;
  if (!chosen) return unlabelled(rows) ?? unlabelled(columns);
  return labelled(chosen.rows, chosen.at);
}

function transpose(rows: Rows): (Cell | null)[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}

/** The first row of labels: which it is and how much of it is labels. */
function headOf(rows: Rows): { at: number; share: number } | null {
  for (const [at, row] of rows.slice(0, 3).entries()) {
    const cells = distinct(row);
    const kinds = new Set(cells.flatMap((cell) => labelOf(cell) ?? []));
    const telling = [...kinds].filter((kind) => isSpec(kind) || kind === 'price');
    const isHeader = cells.length > 1 && cells.every(({ head }) => head) && kinds.has('name') && kinds.has('price');
    if (telling.length < 2 && !isHeader) continue;
    return {
      at,
      share: cells.filter((cell) => labelOf(cell) !== null).length / Math.max(1, cells.filter(({ text }) => text !== '').length),
    };
  }
  return null;
}

function distinct(row: readonly (Cell | null)[]): Cell[] {
  return [...new Set(row.flatMap((cell) => cell ?? []))];
}

/** What a header cell names. A term alone ("Monthly") heads a column of prices. */
export function labelOf(cell: Cell | null): LabelKind | null {
  if (!cell || cell.text === '') return null;
  const kind = labelKindOf(cell.text);
  if (kind !== null || cell.lines.some(({ priced }) => priced)) return kind;
  return cell.text.length <= 30 && !/\d{3}/.test(cell.text) && termOfWords(cell.text) !== null ? 'price' : null;
}

/** Labels of two rows: what spans several columns above, and each of them below. */
function labelsOf(rows: Rows, at: number): readonly (Cell | null)[] {
  const [upper = [], lower = []] = [rows[at], rows[at + 1]];
  const isHead =
    lower.length > 0 &&
    lower.every((cell, column) => cell === null || cell === upper[column] || (cell.head && labelOf(cell) !== null));
  const own = lower.filter((cell, column) => cell !== null && cell !== upper[column]);
  return isHead && own.length > 1 ? lower.map((cell, column) => cell ?? upper[column] ?? null) : upper;
}

function labelled(rows: Rows, at: number): PlanGrid {
  const labels = labelsOf(rows, at);
  let section: string | null = null;
  const plans: PlanGrid['plans'][number][] = [];
  const nameColumn = nameColumnOf(rows, at);
  for (const [index, cells] of rows.entries()) {
    const some = distinct(cells).filter((cell) => cell.text !== '');
    const [only] = some;
    if (index === at || !only) continue;
    // What spans the whole row is a headline of the rows below it.
    if (
      some.length === 1 &&
      (only.span > 1 || only.head) &&
      only.text.length <= 80 &&
      labels.length > 1 &&
      !only.lines.some(({ priced }) => priced)
    )
      section = only.text;
    // Labels again, under a second headline.
    else if (
      index < at ||
      some.every((cell) => labelOf(cell) !== null && cell.lines.every(({ kinds, priced }) => kinds === 0 && !priced))
    )
      continue;
    else plans.push({ cells, section });
  }
  return { labels, plans, nameColumn };
}

function nameColumnOf(rows: Rows, at: number): number {
  const labels = rows[at] ?? [];
  const named = labels.findIndex((cell) => labelOf(cell) === 'name');
  if (named >= 0) return named;
  const isBare = (column: number) => labelOf(labels[column] ?? null) === null;
  const says = (column: number) =>
    rows.slice(at + 1).some((row) => {
      const cell = row[column];
      return cell !== undefined && cell !== null && cell.text !== '' && cell.text.length <= 80;
    });
  return isBare(0) && says(0) ? 0 : -1;
}

/** Without labels: each row says by itself what it is. */
function unlabelled(rows: Rows): PlanGrid | null {
  const plans = rows.filter((row) => {
    const lines = distinct(row).flatMap((cell) => cell.lines);
    return lines.some(({ priced }) => priced) && countKinds(lines.reduce((bits, { kinds }) => bits | kinds, 0)) >= 2;
  });
  if (plans.length < 2 || plans.length * 2 < rows.length) return null;
  return { labels: [], plans: plans.map((cells) => ({ cells, section: null })), nameColumn: -1 };
}
