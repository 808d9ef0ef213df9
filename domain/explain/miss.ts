/** How far a row is from a condition that it does not meet, where that can be measured. */
import { cheapestCost, lowestSetupFee } from '../comparable.ts';
import type { RateTable } from '../exchange-rates.ts';
import type { Condition } from '../filter/condition.ts';
import { holds } from '../filter/predicate.ts';
import { divideRounded } from '../money.ts';
import type { SearchFacts } from '../search-facts.ts';

/** A distance in percent of what is asked. */
export interface Miss {
  readonly percent: number;
  /** "10 % over", "25 % short". */
  readonly words: string;
  /** Whether it is near: a buyer may want to see it all the same. */
  readonly near: boolean;
}

/** Up to a fifth beyond the limit, a limit may have been set too narrow. */
const NEAR_PERCENT = 20;

type Direction = 'over' | 'short';
interface Distance {
  /** In tenths of a percent. */
  readonly permille: number;
  readonly direction: Direction;
}

/** How far off a row is; null where it is not, or where nothing can be measured. */
export function missOf(condition: Condition, facts: SearchFacts, rates: RateTable): Miss | null {
  const distance = distanceOf(condition, facts, rates);
  if (distance === null) return null;
  const percent = distance.permille / 10;
  return { percent, words: `${percent} % ${distance.direction}`, near: percent <= NEAR_PERCENT };
}

function distanceOf(condition: Condition, facts: SearchFacts, rates: RateTable): Distance | null {
  if (holds(condition, facts, rates) !== false) return null;
  const inside = (part: Condition) => distanceOf(part, facts, rates);
  switch (condition.op) {
    case 'any':
      return extreme(
        condition.parts.map(inside).filter((one) => one !== null),
        'nearest',
      );
    case 'all': {
      const failing = condition.parts.filter((part) => holds(part, facts, rates) === false).map(inside);
      return failing.includes(null)
        ? null
        : extreme(
            failing.filter((one) => one !== null),
            'farthest',
          );
    }
    case 'at-least':
      return measured(facts[condition.fact], condition.value, 'short');
    case 'at-most':
      return measured(facts[condition.fact], condition.value, 'over');
    case 'cost-at-least':
    case 'cost-at-most': {
      const cost = cheapestCost(facts.options, condition.cost, rates)?.perMonthEuroMicros ?? null;
      return measured(cost, condition.euroMicros, condition.op === 'cost-at-most' ? 'over' : 'short');
    }
    case 'setup-at-most':
      return measured(lowestSetupFee(facts.options, condition.termMonths, rates), condition.euroMicros, 'over');
    default:
      return null;
  }
}

/** Nothing is a percentage of zero. */
function measured(has: number | bigint | null, asked: number | bigint, direction: Direction): Distance | null {
  if (has === null || Number(asked) === 0) return null;
  const permille =
    typeof has === 'bigint' && typeof asked === 'bigint'
      ? Number(divideRounded((has > asked ? has - asked : asked - has) * 1000n, asked))
      : Math.round((Math.abs(Number(has) - Number(asked)) * 1000) / Number(asked));
  // A miss is never nothing.
  return { permille: Math.max(1, permille), direction };
}

function extreme(distances: readonly Distance[], which: 'nearest' | 'farthest'): Distance | null {
  const ordered = distances.toSorted((a, b) => a.permille - b.permille);
  return ordered.at(which === 'nearest' ? 0 : -1) ?? null;
}
