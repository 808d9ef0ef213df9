/** Which lines of a page an element holds: always a run, as lines stand in document order. */
import { type AnyNode, type Element, isTag } from 'domhandler';

/** A run of lines: from the first to before the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

const NONE: LineRange = { from: 0, to: 0 };

/** Runs of lines by element. */
export class LineRanges {
  readonly #ranges = new Map<Element, { from: number; to: number }>();

  constructor(lines: readonly { readonly at: Element }[]) {
    for (const [index, { at }] of lines.entries()) {
      for (let element: AnyNode | null = at; element !== null && isTag(element); element = element.parent) {
        const range = this.#ranges.get(element);
        if (range) range.to = index + 1;
        else this.#ranges.set(element, { from: index, to: index + 1 });
      }
    }
  }

  /** The lines of an element. */
  of(element: Element): LineRange {
    return this.#ranges.get(element) ?? NONE;
  }

  /** Whether an element holds any line. */
  has(element: Element): boolean {
    return this.#ranges.has(element);
  }

  /** Child elements that hold lines, in order. */
  childrenOf(element: Element): Element[] {
    return element.children.filter((child): child is Element => isTag(child) && this.#ranges.has(child));
  }
}

/** The innermost element that holds both. */
export function commonAncestor(a: Element, b: Element): Element {
  const above = new Set<AnyNode>();
  for (let at: AnyNode | null = a; at !== null; at = at.parent) above.add(at);
  for (let at: AnyNode | null = b; at !== null; at = at.parent) if (above.has(at) && isTag(at)) return at;
  return a;
}

/** Whether an element is, or lies in, another. */
export function isWithin(element: Element, outer: Element): boolean {
  for (let at: AnyNode | null = element; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}
