/** What a person sees of a part of a page, as lines: one a block, hidden and struck-out content left out. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { LineWriter } from './line-writer.ts';
import type { PageStyles } from './styles.ts';
import { classesOf, isStruckOut, visibilityOf } from './visibility.ts';

/** What counts besides what is plainly seen. */
export interface TextOptions {
  /** Keep struck-out text. */
  readonly struck?: boolean;
  /** Keep content that is hidden until somebody clicks. */
  readonly toggled?: boolean;
  /** Leaves an element out with all that is in it. */
  readonly skip?: (element: Element) => boolean;
  /** Makes lines of their own of elements that styles do not set apart by themselves. */
  readonly apart?: (element: Element) => boolean;
}

/** A line with where it stands. */
export interface SeenLine {
  readonly text: string;
  /** The innermost element that holds the whole line. */
  readonly at: Element;
  /** Hidden until somebody clicks. */
  readonly toggled: boolean;
  /** Raised or small by its markup, as the cents of a price are. */
  readonly fraction: boolean;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Choices in forms: they are read where prices are looked for, never as words about a plan. */
const CHOICES = new Set(['select', 'datalist', 'textarea']);
const FRACTIONS = /(?:^|[-_])(?:cents?|decimals?|fraction(?:s|al)?|pence|penny|small)(?:$|[-_])/i;
/** Words of pictures longer than this describe the picture, not the plan. */
const MOST_ALT = 30;

/** Hands on every line of an element, in document order. */
export function walkLines(root: Element, styles: PageStyles, options: TextOptions, emit: (line: SeenLine) => void): void {
  let at = root;
  let toggledDepth = 0;
  let fractionLine = false;
  const writer = new LineWriter((text) => emit({ text, at, toggled: toggledDepth > 0, fraction: fractionLine }));
  const walk = (node: AnyNode, fraction: boolean): void => {
    if (isText(node)) {
      if (writer.isEmpty) fractionLine = fraction;
      writer.add(node.data, fraction);
    } else if (isTag(node)) element(node, fraction);
  };
  const element = (node: Element, fraction: boolean): void => {
    if (CHOICES.has(node.name) || options.skip?.(node)) return;
    const seen = visibilityOf(node, styles);
    if (seen === 'never' || (seen === 'toggled' && !options.toggled)) return;
    if (!options.struck && isStruckOut(node, styles)) {
      if (holdsDigit(node)) writer.leaveOut();
      return;
    }
    // Words for screen readers repeat numbers that are shown in pieces beside them.
    if (seen === 'spoken' && holdsDigit(node)) return;
    const apart = BLOCKS.has(node.name) || isWordyComponent(node) || seen === 'toggled' || (options.apart?.(node) ?? false);
    if (apart) writer.break();
    else writer.edge('open');
    const outer = at;
    if (apart) at = node;
    if (seen === 'toggled') toggledDepth += 1;
    const said = standIn(node);
    if (said !== '') writer.add(` ${said} `);
    const small = fraction || isFraction(node);
    for (const child of node.children) walk(child, small);
    if (apart) writer.break();
    else writer.edge('close');
    if (seen === 'toggled') toggledDepth -= 1;
    at = outer;
  };
  element(root, false);
  writer.break();
}

/** Lines of elements in a row. */
export function textLines(elements: Element | readonly Element[], styles: PageStyles, options: TextOptions = {}): string[] {
  const lines: string[] = [];
  for (const element of isTagList(elements) ? elements : [elements])
    walkLines(element, styles, options, ({ text }) => lines.push(text));
  return lines;
}

function isTagList(elements: Element | readonly Element[]): elements is readonly Element[] {
  return Array.isArray(elements);
}

/** The lines as one text. */
export function visibleText(elements: Element | readonly Element[], styles: PageStyles, options: TextOptions = {}): string {
  return textLines(elements, styles, options).join('\n');
}

/** Words that stand for an element without text: a picture's, or a label. */
function standIn(element: Element): string {
  const { attribs } = element;
  const words = element.name === 'img' ? attribs.alt : element.children.length === 0 ? attribs['aria-label'] : undefined;
  const said = words?.trim() ?? '';
  return said.length <= MOST_ALT ? said : '';
}

/** Components of one's own (`mat-card-title`) are boxes where they hold words; figures in one belong to the line around it. */
function isWordyComponent({ name, children }: Element): boolean {
  if (!name.includes('-') || /(?:price|amount|currency|number|period|icon|text|span|inline)$/.test(name)) return false;
  return children.some((child) => isTag(child) || (isText(child) && /\p{L}{3}/u.test(child.data)));
}

function isFraction(element: Element): boolean {
  return /^(?:sup|sub|small)$/.test(element.name) || classesOf(element).some((name) => FRACTIONS.test(name));
}

function holdsDigit(element: Element): boolean {
  const queue: AnyNode[] = [...element.children];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isText(node) && /\d/.test(node.data)) return true;
    if (isTag(node)) queue.push(...node.children);
  }
  return false;
}
