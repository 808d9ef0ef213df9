/** Prices that no provider moves so far: a unit or a term was misread. Held for a person. */
import type { Finding } from '../listing.ts';
import type { PlanMovement, PriceMove } from './compare-prices.ts';
import { amount, examples, finding, moveWords, share } from './describe.ts';
import { type PricePoint, termWords } from './price-points.ts';
import { EXTREME_FACTOR, isBeyond, SLIP_TOLERANCE, SLIPS } from './thresholds.ts';

/**
 * Amounts that moved tenfold or further, named by the slip where the factor is an exact one, and amounts listed for a term
 * that cannot be theirs. Read twice is enough for introductory prices and set-up fees that moved by no exact slip, which is
 * what campaigns do, and against an old baseline where fewer than a third of the plans moved so.
 */
export function extremePrices(plans: readonly PlanMovement[], baseline: 'published' | 'bundled'): Finding[] {
  const extremes = plans.map((plan) => plan.moves.filter((move) => isBeyond(move.factor, EXTREME_FACTOR)));
  const hit = plans.filter((plan, index) => (extremes[index]?.length ?? 0) > 0 || plan.swaps.length > 0).length;
  const gravest = baseline === 'published' || hit * 3 >= plans.length ? 'hard' : 'soft';

  const groups = new Map<string, PriceMove[]>();
  for (const moves of extremes) {
    const perPlan = new Map(
      moves.toReversed().map((move) => [`${slipName(move.factor)}|${move.point.kind === 'regular'}`, move]),
    );
    for (const [group, move] of perPlan) groups.set(group, [...(groups.get(group) ?? []), move]);
  }
  const findings = [...groups].map(([group, found]) => {
    const [name, regular] = group.split('|');
    const diff = `${share(found.length, plans.length)}: ${examples(found.map(moveWords))}`;
    if (name) return finding(gravest, 'price-slip', `Prices moved by exactly ${name}, ${diff}`);
    const severity = regular === 'true' ? gravest : 'soft';
    return finding(severity, 'price-jump', `Prices moved further than any re-pricing, ${diff}`);
  });
  return [...findings, ...termSwaps(plans, gravest)];
}

function termSwaps(plans: readonly PlanMovement[], severity: Finding['severity']): Finding[] {
  const swaps = plans.flatMap((plan) => plan.swaps.slice(0, 1));
  if (swaps.length === 0) return [];
  const words = (point: PricePoint) => `${amount(point.micros, point.currency)} ${termWords(point)}`;
  const diff = swaps.map(({ offerId, before, after }) => `${offerId} ${words(before)} → ${words(after)}`);
  const message = `Amounts are listed for a term that cannot be theirs, ${share(swaps.length, plans.length)}: ${examples(diff)}`;
  return [finding(severity, 'price-slip', message)];
}

/** "×100 (cents for whole units)"; empty where the factor is none of the known slips. */
export function slipName(factor: number): string {
  const size = Math.max(factor, 1 / factor);
  const distance = (slip: number) => Math.abs(size / slip - 1);
  const near = SLIPS.filter(([slip]) => distance(slip) <= SLIP_TOLERANCE).toSorted(([a], [b]) => distance(a) - distance(b))[0];
  return near ? `${factor >= 1 ? '×' : '÷'}${near[0]} (${near[1]})` : '';
}
