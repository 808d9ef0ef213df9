/** Plans in tables and in grids of boxes. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import type { FoundUnit } from './build-unit.ts';
import { type Grid, gridOfBoxes, gridOfTable } from './grid.ts';
import { type PlanGrid, planGridOf } from './grid-roles.ts';
import { gridUnit } from './grid-unit.ts';
import { isWithin } from './line-ranges.ts';
import type { PageText } from './page-text.ts';
import { countKinds, isSpec, labelKindOf } from './spec-kinds.ts';

/** Tables that are looked at, and grids of boxes. */
const MOST_TABLES = 300;
const MOST_TRIED = 400;

/** A table's plans, and which lines of the page it holds. */
export interface TablePlans {
  readonly element: Element;
  readonly units: readonly FoundUnit[];
  /** Whether any of its plans has a price. */
  readonly priced: boolean;
}

/** Finds the plans of every table of a page. */
export function findTables(page: LoadedPage, text: PageText): TablePlans[] {
  const found: TablePlans[] = [];
  for (const table of page.$<Element, string>('table').get().slice(0, MOST_TABLES)) {
    if (!text.ranges.has(table) || page.$(table).find('table').length > 0) continue;
    const read = readGrid(gridOfTable(table, text), page, text);
    if (read) found.push(read);
  }
  for (const element of boxesOf(text)) {
    if (found.some((one) => isWithin(element, one.element) || isWithin(one.element, element))) continue;
    const grid = gridOfBoxes(element, text);
    const read = grid ? readGrid(grid, page, text) : null;
    if (read) found.push(read);
  }
  return found;
}

/** Elements that may be grids: around labels that stand without a value. */
function boxesOf(text: PageText): Set<Element> {
  const found = new Set<Element>();
  for (const { text: words, at } of text.lines) {
    if (!isSpec(labelKindOf(words))) continue;
    for (let element = at, depth = 0; depth < 5; depth += 1) {
      const { parent } = element;
      if (parent === null || !('name' in parent) || parent.name === 'body') break;
      if (found.size < MOST_TRIED) found.add(parent);
      element = parent;
    }
  }
  return found;
}

function readGrid(grid: Grid, page: LoadedPage, text: PageText): TablePlans | null {
  const plans = planGridOf(grid);
  if (!plans) return null;
  const place = text.ranges.of(grid.element);
  const title = plans.plans.length === 1 ? titleOf(grid.element, page, text) : null;
  const units = plans.plans.map((plan) => withTitle(gridUnit(plans, plan, page, place), title)).filter(saysAnything);
  const priced = units.some(({ unit }) => unit.prices.length > 0);
  const specified = units.some(({ kinds }) => countKinds(kinds) >= 2);
  if (units.length === 0 || !specified || (!priced && !isComparison(plans))) return null;
  return { element: grid.element, units, priced };
}

/** A table of one plan is named by what stands above it. */
function withTitle(found: FoundUnit, title: string | null): FoundUnit {
  return found.unit.name === null && title !== null ? { ...found, unit: { ...found.unit, name: title } } : found;
}

function titleOf(element: Element, page: LoadedPage, text: PageText): string | null {
  const caption = page.$(element).children('caption').text().replace(/\s+/g, ' ').trim();
  if (caption !== '' && caption.length <= 80) return caption;
  const before = text.lines[text.ranges.of(element).from - 1];
  return before && before.heading > 0 && before.text.length <= 80 ? before.text : null;
}

function saysAnything({ unit, kinds }: FoundUnit): boolean {
  return kinds !== 0 || unit.prices.length > 0;
}

/** Several plans beside each other, with or without prices. */
function isComparison({ plans, labels }: PlanGrid): boolean {
  return plans.length >= 2 && labels.length >= 3;
}
