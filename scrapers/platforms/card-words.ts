/** The words of a product card, by the part they play: name, price, stock, everything else. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import { textLines } from '../html/visible-text.ts';
import { all } from './dom.ts';

/** Where a platform's themes keep the parts; the first selector that finds words wins. */
export interface CardParts {
  readonly name: readonly string[];
  readonly price: readonly string[];
  readonly stock: readonly string[];
  /** What says nothing about the plan: buttons, badges, copies for small screens. */
  readonly ignored: readonly string[];
}

/** A card taken apart. */
export interface CardWords {
  readonly name: string | null;
  /** Lines of the price, set-up fee and all; empty where the theme shows none. */
  readonly price: readonly string[];
  readonly stock: string | null;
  readonly lines: readonly string[];
}

/** Takes a card apart. Lines about the plan are what is left. */
export function cardWords(page: LoadedPage, elements: readonly Element[], parts: CardParts): CardWords {
  const name = firstWith(page, elements, parts.name);
  const price = firstWith(page, elements, parts.price, name);
  const stock = firstWith(page, elements, parts.stock, price);
  const out = new Set<Element | null>([
    name,
    price,
    stock,
    ...all(page, [...parts.ignored, ...parts.price].join(', '), elements),
  ]);
  const inner = (part: Element | null, but: readonly (Element | null)[]) =>
    part === null ? [] : textLines(part, page.styles, { skip: (element) => element !== part && but.includes(element) });
  return {
    name: inner(name, [stock, price]).join(' ').trim().slice(0, 200) || null,
    price: inner(price, [name, stock]),
    stock: stock === null ? null : textLines(stock, page.styles).join(' ').slice(0, 100),
    lines: bounded(textLines(elements, page.styles, { skip: (element) => out.has(element) || isButton(element) })),
  };
}

/** A description longer than any plan's is read as far as a person would. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 2000;

function bounded(lines: readonly string[]): string[] {
  return lines.slice(0, MOST_LINES).map((line) => line.slice(0, MOST_CHARACTERS));
}

/** The first element of a card that a selector finds with words in it, another than `but`. */
export function firstWith(
  page: LoadedPage,
  elements: readonly Element[],
  selectors: readonly string[],
  but: Element | null = null,
): Element | null {
  for (const selector of selectors)
    for (const element of all(page, selector, elements).slice(0, 50))
      if (element !== but && textLines(element, page.styles).length > 0) return element;
  return null;
}

const BUTTON = /(?:^|\s)(?:btn|button|order-button|cartbutton|ordernow|app-btns)(?:$|[\s-])/i;

function isButton({ name, attribs }: Element): boolean {
  if (name === 'button' || name === 'input') return true;
  return name === 'a' && (BUTTON.test(attribs.class ?? '') || /order-button$/.test(attribs.id ?? ''));
}
