/** The repeated unit of a page without tables: the smallest parts that say what a plan is made of and what it costs, and their like. */
import { type AnyNode, type Element, isTag } from 'domhandler';
import { isComplete, isSpecified, type Stats } from './element-stats.ts';
import type { PageText } from './page-text.ts';
import { type Segment, splitBlock } from './split-block.ts';

/** What was found: parts that hold one plan each, and parts that hold several which nobody can tell apart. */
export interface Blocks {
  readonly plans: readonly Segment[];
  readonly tangled: readonly Segment[];
}

/** Lines of a part that is made larger around what was found. */
const MOST_ADDED = 14;
/** Where there are several, the others end the growth. */
const MOST_ADDED_BESIDE = 50;
const MOST_LINES = 90;

/** Finds the parts of a page that hold one plan. */
export function findBlocks(text: PageText, stats: Stats): Blocks {
  const cores = stats.innermost(isComplete);
  const inside = countInside(cores);
  const mostAdded = [...inside.values()].some((count) => count > 1) ? MOST_ADDED_BESIDE : MOST_ADDED;
  const plans: Segment[] = [];
  const tangled: Segment[] = [];
  const grown: Element[] = [];
  for (const core of cores) {
    const { memory, priced } = stats.of(core);
    const several = memory > 1 && priced > 1 ? splitBlock(core, text) : null;
    if (several) plans.push(...several);
    else if (memory > 2 && priced > 1) tangled.push(segmentOf(core, text));
    else grown.push(grow(core, text, stats, inside, mostAdded));
  }
  const known = new Set<Element>([...grown, ...plans.flatMap(({ parts }) => parts), ...tangled.flatMap(({ parts }) => parts)]);
  const alike = likesOf(grown, text, stats, known, inside);
  plans.push(...withHeadings([...new Set([...grown, ...alike])], text));
  return { plans: plans.sort((a, b) => a.from - b.from), tangled };
}

/** Parts that say what servers are made of and name no price, outside of everything that was found. */
export function unpricedBlocks(text: PageText, stats: Stats): Segment[] {
  return stats.innermost(isSpecified).map((element) => segmentOf(element, text));
}

function segmentOf(element: Element, text: PageText): Segment {
  return { parts: [element], ...text.ranges.of(element) };
}

function countInside(cores: readonly Element[]): Map<AnyNode, number> {
  const inside = new Map<AnyNode, number>();
  for (const core of cores)
    for (let at: AnyNode | null = core; at !== null; at = at.parent) inside.set(at, (inside.get(at) ?? 0) + 1);
  return inside;
}

/** From what says it all to the box around it, which holds the name and the button too. */
function grow(core: Element, text: PageText, stats: Stats, inside: ReadonlyMap<AnyNode, number>, mostAdded: number): Element {
  const lines = (element: Element) => {
    const { from, to } = text.ranges.of(element);
    return text.lines.slice(from, to);
  };
  const most = lines(core).length + mostAdded;
  let current = core;
  for (let { parent } = current; parent !== null && isTag(parent); parent = current.parent) {
    if (/^(?:body|html|main)$/.test(parent.name) || (inside.get(parent) ?? 0) > 1) break;
    if (/^(?:table|tbody|thead)$/.test(parent.name) && !isInCell(parent)) break;
    if (hasAlternatives(current, parent, text, stats)) break;
    const around = lines(parent);
    if (around.length > most || around.length > MOST_LINES) break;
    const [own, all] = [lines(current), around].map((some) => some.filter(({ heading }) => heading > 0));
    const added = (all?.length ?? 0) - (own?.length ?? 0);
    const top = Math.min(7, ...(own ?? []).map(({ heading }) => heading));
    // A second headline as high as the plan's own heads more than the plan.
    if (
      added > 0 &&
      (own?.length ?? 0) > 0 &&
      around.filter(({ heading }) => heading > 0 && heading <= top).length >
        (own ?? []).filter(({ heading }) => heading <= top).length
    )
      break;
    // The headline of the page is no plan's, unless the plan writes its price in one.
    if (around.some(({ heading, priced }) => heading === 1 && !priced) && !(own ?? []).some(({ heading }) => heading === 1))
      break;
    current = parent;
  }
  return current;
}

/** A table in a cell of another is a box of an old layout. */
function isInCell(element: Element): boolean {
  const table = element.name === 'table' ? element : element.parent;
  return table !== null && table.parent !== null && 'name' in table.parent && table.parent.name === 'td';
}

/** Whether boxes like this one stand beside it that say something about plans too. */
function hasAlternatives(current: Element, parent: Element, text: PageText, stats: Stats): boolean {
  return text.ranges
    .childrenOf(parent)
    .some((child) => child !== current && isLike(child, current) && looksLikePlan(child, text, stats));
}

function looksLikePlan(element: Element, text: PageText, stats: Stats): boolean {
  const { kinds, priced } = stats.of(element);
  const { from, to } = text.ranges.of(element);
  return (kinds & (kinds - 1)) !== 0 || (priced > 0 && (kinds !== 0 || to - from > 2));
}

/** Same element with the same first class: what one template makes. */
function isLike(a: Element, b: Element): boolean {
  return a.name === b.name && firstClass(a) === firstClass(b);
}

function firstClass({ attribs }: Element): string {
  return (attribs.class ?? '').trim().split(/\s+/)[0] ?? '';
}

/** Elements of one template have this in common: what they and the two around them are. */
function templateOf(element: Element): string {
  const names: string[] = [];
  for (
    let at: Element['parent'] | Element = element, depth = 0;
    at !== null && isTag(at) && depth < 3;
    at = at.parent, depth += 1
  )
    names.push(`${at.name}.${firstClass(at)}`);
  return names.join(' < ');
}

const MOST_LIKE = 500;

/** Boxes of the same make that were not found whole: sold out, without a price or a description, "on request". */
function likesOf(
  grown: readonly Element[],
  text: PageText,
  stats: Stats,
  known: ReadonlySet<Element>,
  inside: ReadonlyMap<AnyNode, number>,
): Element[] {
  const templates = new Set(
    grown.filter((one) => firstClass(one) !== '' || /^(?:article|section)$/.test(one.name)).map(templateOf),
  );
  const parents = new Map(grown.map((one) => [one.parent, one] as const));
  const found: Element[] = [];
  for (const element of stats.elements()) {
    if (known.has(element) || inside.has(element) || found.length >= MOST_LIKE) continue;
    const beside = parents.get(element.parent);
    const alike = (beside !== undefined && isLike(element, beside)) || templates.has(templateOf(element));
    if (alike && looksLikePlan(element, text, stats) && !isWithinAny(element, known)) found.push(element);
  }
  return found;
}

function isWithinAny(element: Element, known: ReadonlySet<Element>): boolean {
  for (let at: Element['parent'] | Element = element; at !== null && isTag(at); at = at.parent) if (known.has(at)) return true;
  return false;
}

/** Boxes without a headline take the one that stands right before each of them. */
function withHeadings(elements: readonly Element[], text: PageText): Segment[] {
  const taken = new Set(elements);
  return elements.map((element) => {
    const segment = segmentOf(element, text);
    const own = text.lines.slice(segment.from, segment.to);
    if (own.some(({ heading }) => heading > 0)) return segment;
    const before = headingBefore(element, text, taken);
    return before ? { parts: [before, element], from: text.ranges.of(before).from, to: segment.to } : segment;
  });
}

function headingBefore(element: Element, text: PageText, taken: ReadonlySet<Element>): Element | null {
  const { before, after } = text.ranges.beside(element);
  if (before === null || taken.has(before)) return null;
  const { from, to } = text.ranges.of(before);
  const [line] = text.lines.slice(from, to);
  // The headline of a list of several is the list's, not its first entry's.
  const isAlone = after === null || !taken.has(after);
  return to - from === 1 && line !== undefined && line.heading > 0 && isAlone ? before : null;
}
