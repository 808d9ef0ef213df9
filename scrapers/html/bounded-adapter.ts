/** The tree builder of parse5 with a budget: a hostile page is given up where it costs more than any real one does. */
import type { ParentNode } from 'domhandler';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** What a page may cost to build. */
export interface TreeBudget {
  /** Elements inside each other. */
  readonly depth: number;
  /** Elements in all. */
  readonly elements: number;
  /** Siblings looked through for misplaced nodes, in all: what stray content in tables costs. */
  readonly moves: number;
}

/** Why a page was given up. */
export type Overrun = 'too-deep' | 'too-many-elements' | 'too-misplaced';

/** Thrown through the parser, which has no other way to stop; caught where the parser is called. */
export class BudgetOverrun extends Error {
  constructor(readonly overrun: Overrun) {
    super(overrun);
  }
}

/** Tree adapter that keeps to the budget. One for each page: it counts. */
export function boundedAdapter(budget: TreeBudget): typeof adapter {
  let depth = 0;
  let elements = 0;
  let moves = 0;
  const move = (parent: ParentNode | null) => {
    moves += parent?.children.length ?? 0;
    if (moves > budget.moves) throw new BudgetOverrun('too-misplaced');
  };
  return {
    ...adapter,
    onItemPush: () => {
      depth += 1;
      if (depth > budget.depth) throw new BudgetOverrun('too-deep');
    },
    onItemPop: () => {
      depth -= 1;
    },
    createElement: (...args) => {
      elements += 1;
      if (elements > budget.elements) throw new BudgetOverrun('too-many-elements');
      return adapter.createElement(...args);
    },
    insertBefore: (parent, node, reference) => {
      move(parent);
      adapter.insertBefore(parent, node, reference);
    },
    insertTextBefore: (parent, text, reference) => {
      move(parent);
      adapter.insertTextBefore(parent, text, reference);
    },
    detachNode: (node) => {
      move(node.parent);
      adapter.detachNode(node);
    },
  };
}
