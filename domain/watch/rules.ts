/** What a watch can wait for: which changes it looks at, when it is told again, and how that is said. */
import type { ChangeKind } from '../offer-changes.ts';

/** The kinds of watch. */
export const WATCH_RULES = ['price-below', 'price-drop-pct', 'restock', 'new-offer', 'any-change'] as const;
export type WatchRule = (typeof WATCH_RULES)[number];

/** How far a price has to leave again before a watch waits for it anew, in thousandths: a dance of a percent or two stays one event. */
export const HYSTERESIS_PERMILLE = 30n;

/** Stock that comes and goes is told once in this time, in hours. */
export const COOLING_HOURS = 6;

/** One kind of watch. */
export interface RuleFacts {
  /** One sentence for documents. */
  readonly means: string;
  /** What its threshold is. */
  readonly threshold: 'amount' | 'percent' | null;
  /** Changes that can make it fire. */
  readonly triggers: readonly ChangeKind[];
  /** When it fires again, as subscribers are told. */
  readonly again: string;
}

/** Rules with what they do. */
export const RULES: Readonly<Record<WatchRule, RuleFacts>> = {
  'price-below': {
    means: 'The comparable price per month is at or below the threshold, by a change that the seller made.',
    threshold: 'amount',
    triggers: ['price', 'new', 'restocked', 'returned', 'spec'],
    again:
      'Told once for each plan; told again after its price has risen at least 3 % above both the threshold and the price told, and falls below once more. Exchange rates alone never fire it.',
  },
  'price-drop-pct': {
    means: 'The price fell by at least so many per cent from its highest of the last 30 days.',
    threshold: 'percent',
    triggers: ['price'],
    again:
      'Told once for each fall; told again when the price falls by the same share once more, or after it has recovered by at least 3 %.',
  },
  restock: {
    means: 'What was sold out, or gone, is on sale again.',
    threshold: null,
    triggers: ['restocked', 'returned'],
    again: 'Told once for each plan in six hours, however often the stock comes and goes.',
  },
  'new-offer': {
    means: 'A plan, or a place that sells it, is on offer for the first time.',
    threshold: null,
    triggers: ['new'],
    again: 'Each new offer is told once.',
  },
  'any-change': {
    means: 'Anything that happens to it: price, stock, specification, its coming and going.',
    threshold: null,
    triggers: ['new', 'price', 'restocked', 'sold-out', 'spec', 'withdrawn', 'returned'],
    again: 'Each change is told once; stock that comes and goes at most once in six hours.',
  },
};

/** Rules that a kind of change can make fire. */
export function rulesTriggeredBy(kind: ChangeKind): readonly WatchRule[] {
  return WATCH_RULES.filter((rule) => RULES[rule].triggers.includes(kind));
}
