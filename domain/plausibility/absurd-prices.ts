/** Prices that are wrong without looking at others: amounts that no server costs. */
import type { Finding } from '../listing.ts';
import { amount, examples, finding, share } from './describe.ts';
import type { PointedPlan } from './pair-plans.ts';
import { type PricePoint, termWords } from './price-points.ts';
import { BOUNDED_CURRENCIES, MONTHLY_BOUNDS, MONTHLY_PER_GIB_BOUNDS } from './thresholds.ts';

/** Prices outside everything ever recorded, of plans whose prices have nothing to be compared with. Held for a person. */
export function absurdPrices(plans: readonly PointedPlan[]): Finding[] {
  const absurd = plans.flatMap((plan) => {
    for (const place of plan.places) {
      const point = place.points.find((candidate) => isAbsurd(candidate, plan.spec.memory.mib));
      if (point) return [`${place.offerId} ${amount(point.micros, point.currency)} ${termWords(point)}`];
    }
    return [];
  });
  if (absurd.length === 0) return [];
  const bounds = `${MONTHLY_BOUNDS.join(' to ')} a month and ${MONTHLY_PER_GIB_BOUNDS.join(' to ')} for each GiB of memory`;
  return [
    finding('hard', 'absurd-price', `Prices outside ${bounds}, ${share(absurd.length, plans.length)}: ${examples(absurd)}`),
  ];
}

function isAbsurd(point: PricePoint, mib: number | null): boolean {
  if (point.kind !== 'regular' || point.termMonths === null || point.micros <= 0n) return false;
  if (!BOUNDED_CURRENCIES.has(point.currency)) return false;
  const monthly = Number(point.micros) / 1e6 / point.termMonths;
  const outside = (value: number, [least, most]: readonly [number, number]) => value < least || value > most;
  return outside(monthly, MONTHLY_BOUNDS) || (mib !== null && mib > 0 && outside((monthly * 1024) / mib, MONTHLY_PER_GIB_BOUNDS));
}
