/** Product cards of a cart: for each product the part of the page that is about it alone, whatever a theme makes of it. */
import { type AnyNode, type Element, isTag } from 'domhandler';

/** An element that belongs to one product: its order link, its form, its menu of cycles. */
export interface Marker {
  readonly element: Element;
  /** The shop's id of the product. */
  readonly product: string;
}

/** A product with the elements that are about it, in document order. */
export interface Card {
  readonly product: string;
  readonly elements: readonly Element[];
  readonly marker: Element;
}

/** Products of one page that are looked at; the largest groups have some hundred. */
const MOST_MARKERS = 2000;
const MANY = Symbol('many');

/** Elements that hold a whole page or list: never a card, even where the list has one product only. */
const SHELL = /^(?:html|body|main|tbody|table|article)$/;
const SHELL_ID = /^(?:order-|products$|product-list|main-?body|main-?content|content$|wrapper|cart)/i;
const SHELL_CLASS =
  /(?:^|\s)(?:products|product-list|container(?:-fluid)?|main-content|cart-body|page-content|order-form)(?:\s|$)/i;

/** Finds the card of each marked product: the outermost element around it that holds no other product. */
export function cardsOf(markers: readonly Marker[]): Card[] {
  const owners = new Map<AnyNode, string | typeof MANY>();
  const known = markers.slice(0, MOST_MARKERS);
  for (const { element, product } of known) {
    for (let at: AnyNode | null = element; at !== null; at = at.parent) {
      const owner = owners.get(at);
      if (owner === MANY) break;
      owners.set(at, owner === undefined || owner === product ? product : MANY);
    }
  }
  const cards = new Map<Element, Card>();
  for (const { element, product } of known) {
    const top = outermost(element, product, owners);
    if (!cards.has(top)) cards.set(top, { product, elements: withFlatNeighbours(top, owners), marker: element });
  }
  return [...cards.values()];
}

function outermost(element: Element, product: string, owners: ReadonlyMap<AnyNode, string | typeof MANY>): Element {
  let top = element;
  for (let at: AnyNode | null = element.parent; at !== null && isTag(at); at = at.parent) {
    if (owners.get(at) !== product || isShell(at)) break;
    top = at;
  }
  return top;
}

function isShell({ name, attribs }: Element): boolean {
  return SHELL.test(name) || SHELL_ID.test(attribs.id ?? '') || SHELL_CLASS.test((attribs.class ?? '').slice(0, 300));
}

/** Themes without a box for each product put name, text and form beside each other, with a rule between products. */
function withFlatNeighbours(top: Element, owners: ReadonlyMap<AnyNode, string | typeof MANY>): Element[] {
  if (holdsName(top)) return [top];
  const before: Element[] = [];
  for (let at = top.prev; at !== null && before.length < 30; at = at.prev) {
    if (!isTag(at)) continue;
    if (at.name === 'hr' || owners.has(at) || /^(?:form|script|style)$/.test(at.name)) break;
    before.unshift(at);
    if (/^h[1-6]$/.test(at.name)) break;
  }
  return [...before, top];
}

const NAMES = /^(?:h[1-6]|strong|b|header)$/;
const NAME_CLASS = /(?:^|[\s_-])(?:name|title|header|top-area)(?:$|\s)/i;

function holdsName(root: Element): boolean {
  const queue: AnyNode[] = [root];
  for (let looked = 0; looked < 2000; looked += 1) {
    const node = queue.shift();
    if (node === undefined) return false;
    if (!isTag(node)) continue;
    if (NAMES.test(node.name) || NAME_CLASS.test(node.attribs.class ?? '') || /-name$/.test(node.attribs.id ?? '')) return true;
    queue.push(...node.children);
  }
  return true;
}
