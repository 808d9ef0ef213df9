/** Prices that moved as prices do, but far, or many at once: to be read twice, or released by a person. */
import type { Finding } from '../listing.ts';
import type { PlanMovement } from './compare-prices.ts';
import { medianFactor } from './compare-prices.ts';
import { examples, factorWords, finding, moveWords, share } from './describe.ts';
import {
  EXTREME_FACTOR,
  isBeyond,
  isMany,
  isMass,
  JUMP_FACTOR,
  MASS_JUMP_FACTOR,
  MEDIAN_FACTOR,
  STILL_FACTOR,
  UNIFORM_TOLERANCE,
} from './thresholds.ts';

/** A plan whose prices were compared. */
interface ComparedPlan extends PlanMovement {
  readonly factor: number;
}

/** Jumps of single plans and of many, uniform changes, a moved median, terms that changed for many. */
export function movedPrices(plans: readonly PlanMovement[]): Finding[] {
  const compared = plans.filter((plan): plan is ComparedPlan => plan.factor !== null);
  return [...massJump(plans), ...singleJumps(plans), ...uniformChange(compared), ...medianMove(compared), ...otherTerms(plans)];
}

/** Regular prices only: introductory prices and set-up fees change with every campaign. */
function jumpsOf(plan: PlanMovement, limit: number): PlanMovement['moves'] {
  return plan.moves.filter((move) => move.point.kind === 'regular' && isBeyond(move.factor, limit));
}

function massJump(plans: readonly PlanMovement[]): Finding[] {
  const jumps = plans.flatMap((plan) => jumpsOf(plan, MASS_JUMP_FACTOR).slice(0, 1));
  if (!isMass(jumps.length, plans.length)) return [];
  const diff = `${share(jumps.length, plans.length)}: ${examples(jumps.map(moveWords))}`;
  return [
    finding('hard', 'price-jump', `Prices moved beyond ${factorWords(MASS_JUMP_FACTOR)} as if the term was misread, ${diff}`),
  ];
}

function singleJumps(plans: readonly PlanMovement[]): Finding[] {
  const jumps = plans.flatMap((plan) =>
    jumpsOf(plan, JUMP_FACTOR)
      .filter((move) => !isBeyond(move.factor, EXTREME_FACTOR))
      .slice(0, 1),
  );
  if (jumps.length === 0) return [];
  const diff = `${share(jumps.length, plans.length)}: ${examples(jumps.map(moveWords))}`;
  return [finding('soft', 'price-jump', `Prices moved beyond ${factorWords(JUMP_FACTOR)}, ${diff}`)];
}

/** The largest group of plans that moved by the same factor, found in one pass over the sorted factors. */
function uniformChange(plans: readonly ComparedPlan[]): Finding[] {
  const moved = plans.filter((plan) => isBeyond(plan.factor, STILL_FACTOR)).toSorted((a, b) => a.factor - b.factor);
  let [from, best]: [number, readonly ComparedPlan[]] = [0, []];
  moved.forEach((plan, to) => {
    // Twice the tolerance: a per cent on either side of the group's middle.
    while (plan.factor > (moved[from]?.factor ?? plan.factor) * UNIFORM_TOLERANCE ** 2) from++;
    if (to + 1 - from > best.length) best = moved.slice(from, to + 1);
  });
  if (!isMany(best.length, plans.length)) return [];
  const diff = examples(best.flatMap((plan) => plan.moves.slice(0, 1)).map(moveWords));
  const factor = factorWords(medianFactor(best.map((plan) => plan.factor)) ?? 1);
  return [finding('soft', 'uniform-change', `${share(best.length, plans.length)} moved by the same factor, ${factor}: ${diff}`)];
}

function medianMove(plans: readonly ComparedPlan[]): Finding[] {
  const median = medianFactor(plans.map((plan) => plan.factor));
  if (median === null || plans.length < 2 || !isBeyond(median, MEDIAN_FACTOR)) return [];
  const moved = plans.filter((plan) => isBeyond(plan.factor, STILL_FACTOR));
  if (moved.length < 2) return [];
  const diff = examples(moved.flatMap((plan) => plan.moves.slice(0, 1)).map(moveWords));
  return [
    finding(
      'soft',
      'median-move',
      `The median price moved by ${factorWords(median)}, ${share(moved.length, plans.length)}: ${diff}`,
    ),
  ];
}

function otherTerms(plans: readonly PlanMovement[]): Finding[] {
  const changed = plans.filter((plan) => plan.otherTerms && plan.swaps.length === 0);
  if (!isMany(changed.length, plans.length)) return [];
  const diff = `${share(changed.length, plans.length)}: ${examples(changed.map((plan) => plan.planId))}`;
  return [finding('soft', 'term-change', `Prices are listed for other terms than before and could not be compared, ${diff}`)];
}
