/** A page as its lines in document order, each with where it stands and what it is about. Everything else is counted from these. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import { classesOf, visibilityOf } from '../html/visibility.ts';
import { type SeenLine, walkLines } from '../html/visible-text.ts';
import { priceMentions } from '../text/price-mentions.ts';
import { choicePricesOf } from './choice-prices.ts';
import { joinFragments } from './join-fragments.ts';
import { LineRanges } from './line-ranges.ts';
import { kindsIn, LONGEST_LINE } from './spec-kinds.ts';
import { type Per, termOfElement, termOfWords } from './structure-terms.ts';
import { type TabPanels, tabPanelsOf } from './tab-panels.ts';

/** A line of a page. */
export interface PageLine extends SeenLine {
  /** 1 to 6 for a heading, 0 for any other line. */
  readonly heading: number;
  /** Bits of `KIND`: what it gives figures for. */
  readonly kinds: number;
  /** Holds an amount that can be the price of a plan. */
  readonly priced: boolean;
  /** Term that the markup around it gives; null where it gives none. */
  readonly term: Per | null;
}

/** All lines of a page, and which of them an element holds. */
export interface PageText {
  readonly lines: readonly PageLine[];
  readonly ranges: LineRanges;
  /** Choices of billing terms: `<select>`s whose options are prices. */
  readonly choices: readonly Element[];
  /** Parts that a control opens, with its words. */
  readonly panels: TabPanels;
  /** The lines of a part by itself: nothing in it is joined with what stands beside it. */
  readonly within: (element: Element) => readonly PageLine[];
  /** Leaves out what holds no words about plans: menus, notices, and what is hidden and no control opens. */
  readonly skip: (element: Element) => boolean;
}

/** Menus hold links to plans, not plans; notices lie over the page. */
const ASIDE =
  /(?:^|[-_])(?:cookie|consent|gdpr|tooltip|popover|breadcrumbs?|megamenu|mega-menu|slick-cloned|cloned|swiper-slide-duplicate|modal|offcanvas|testimonials?|reviews?)(?:$|[-_])/i;

/** Reads the lines of a page's body. */
export function pageText(page: LoadedPage): PageText {
  const body = page.$('body').get(0);
  const panels = tabPanelsOf(page);
  const skip = (element: Element) => isAside(element) || isBuried(element, page, panels);
  const terms = new Map<Element, Per | null>();
  for (const [panel, words] of panels) {
    const term = termOfElement(panel) ?? termOfWords(words);
    if (term) terms.set(panel, term);
  }
  const within = (element: Element): PageLine[] => {
    const seen: SeenLine[] = [];
    walkLines(element, page.styles, { toggled: true, skip, apart: isTermed }, (line) => seen.push(line));
    return joinFragments(seen).map((line) => pageLine(line, terms));
  };
  const lines = body ? within(body) : [];
  return { lines, ranges: new LineRanges(lines), choices: choicesOf(page, skip), panels, within, skip };
}

const MOST_CHOICES = 200;

function choicesOf({ $ }: LoadedPage, skip: (element: Element) => boolean): Element[] {
  return $<Element, string>('select')
    .get()
    .slice(0, MOST_CHOICES)
    .filter((select) => !skip(select) && choicePricesOf(select, $).length > 0);
}

function pageLine(line: SeenLine, terms: Map<Element, Per | null>): PageLine {
  const priced = line.text.length <= LONGEST_LINE && isPriced(line.text);
  return {
    ...line,
    heading: headingLevel(line.at),
    kinds: kindsIn(line.text),
    priced,
    term: priced ? termAround(line.at, terms) : null,
  };
}

/** Hidden, and neither a panel nor one of two prices that take turns: nobody is ever shown it on a wide screen. */
function isBuried(element: Element, page: LoadedPage, panels: TabPanels): boolean {
  return visibilityOf(element, page.styles) === 'toggled' && !panels.has(element) && termOfElement(element) === null;
}

function isAside(element: Element): boolean {
  return (
    element.name === 'nav' ||
    /^(?:navigation|dialog|tooltip)$/.test(element.attribs.role ?? '') ||
    classesOf(element).some((name) => ASIDE.test(name))
  );
}

/** A short piece whose markup names a term is a line of its own: one of two prices that take turns. */
function isTermed(element: Element): boolean {
  return termOfElement(element) !== null && element.children.some((child) => holdsFigure(child, 4));
}

function holdsFigure(node: AnyNode, depth: number): boolean {
  if (isText(node)) return /\d/.test(node.data);
  return depth > 0 && isTag(node) && node.children.slice(0, 6).some((child) => holdsFigure(child, depth - 1));
}

function isPriced(text: string): boolean {
  return /\d/.test(text) && priceMentions(text).some(({ part }) => part !== 'setup');
}

function headingLevel(element: Element): number {
  for (let at: AnyNode | null = element; at !== null && isTag(at); at = at.parent) {
    const level =
      /^h([1-6])$/.exec(at.name)?.[1] ?? (at.attribs.role === 'heading' ? (at.attribs['aria-level'] ?? '3') : undefined);
    if (level !== undefined) return Number(level) || 3;
    if (/^(?:div|section|article|li|td|th|main|body)$/.test(at.name)) return 0;
  }
  return 0;
}

function termAround(element: Element, known: Map<Element, Per | null>): Per | null {
  const found = known.get(element);
  if (found !== undefined) return found;
  const { parent } = element;
  const term =
    termOfElement(element) ?? (parent !== null && isTag(parent) && parent.name !== 'body' ? termAround(parent, known) : null);
  known.set(element, term);
  return term;
}
