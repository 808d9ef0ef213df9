/** What every element of a page holds, counted from its lines. */
import { type AnyNode, type Element, isTag } from 'domhandler';
import type { PageText } from './page-text.ts';
import { countKinds, KIND } from './spec-kinds.ts';

/** Counts of one element. */
export interface ElementStats {
  /** Bits of `KIND`. */
  kinds: number;
  /** Lines with a price. */
  priced: number;
  /** Lines that give memory. */
  memory: number;
}

const NONE: ElementStats = { kinds: 0, priced: 0, memory: 0 };

/** Counts by element; lines whose index is in `taken` count for nothing. */
export class Stats {
  readonly #byElement = new Map<Element, ElementStats>();

  constructor({ lines, choices }: PageText, taken: ReadonlySet<number>) {
    for (const choice of choices) this.#count(choice, 0, 1);
    for (const [index, line] of lines.entries()) {
      if (taken.has(index) || (line.kinds === 0 && !line.priced)) continue;
      this.#count(line.at, line.kinds, line.priced ? 1 : 0);
    }
  }

  #count(element: Element, kinds: number, priced: number): void {
    for (let at: AnyNode | null = element; at !== null && isTag(at); at = at.parent) {
      const stats = this.#byElement.get(at) ?? { ...NONE };
      stats.kinds |= kinds;
      stats.priced += priced;
      stats.memory += kinds & KIND.memory ? 1 : 0;
      this.#byElement.set(at, stats);
    }
  }

  /** Counts of an element. */
  of(element: Element): ElementStats {
    return this.#byElement.get(element) ?? NONE;
  }

  /** Elements that hold any figure or price. */
  elements(): Iterable<Element> {
    return this.#byElement.keys();
  }

  /** Elements that pass, none of whose descendants does, in document order. */
  innermost(passes: (stats: ElementStats) => boolean): Element[] {
    const passing = [...this.#byElement].flatMap(([element, stats]) => (passes(stats) ? [element] : []));
    const holding = new Set<AnyNode>();
    for (const { parent } of passing) if (parent !== null) holding.add(parent);
    return passing.filter((element) => !holding.has(element));
  }
}

/** Says what a plan is made of and what it costs. */
export function isComplete({ kinds, priced }: ElementStats): boolean {
  return priced > 0 && countKinds(kinds) >= 2;
}

/** Says what a server is made of, whatever it costs. */
export function isSpecified({ kinds }: ElementStats): boolean {
  return countKinds(kinds) >= 3 && (kinds & KIND.memory) !== 0 && (kinds & (KIND.cpu | KIND.disk)) !== 0;
}
