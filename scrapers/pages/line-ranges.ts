/** Which lines of a page an element holds: always a run, as lines stand in document order. */
import { type AnyNode, type ChildNode, type Element, isTag } from 'domhandler';

/** A run of lines: from the first to before the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

const NONE: LineRange = { from: 0, to: 0 };

/** Runs of lines by element. */
export class LineRanges {
  readonly #ranges = new Map<Element, { from: number; to: number }>();
  readonly #children = new Map<Element, readonly Element[]>();

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
  childrenOf(element: Element): readonly Element[] {
    const known = this.#children.get(element);
    if (known) return known;
    const children = element.children.filter((child): child is Element => isTag(child) && this.#ranges.has(child));
    this.#children.set(element, children);
    return children;
  }

  /** The elements that hold lines right before and right after it, under the same parent. */
  beside(element: Element): { readonly before: Element | null; readonly after: Element | null } {
    return { before: this.#next(element.prev, 'prev'), after: this.#next(element.next, 'next') };
  }

  #next(node: ChildNode | null, way: 'prev' | 'next'): Element | null {
    for (let at = node; at !== null; at = at[way]) if (isTag(at) && this.#ranges.has(at)) return at;
    return null;
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
