/** The hash by which a second run confirms a first. */
import { valueHash } from '../identity.ts';
import type { JudgedPlan } from './batch.ts';
import { sizesOf } from './pair-plans.ts';
import { pricePoints } from './price-points.ts';

/**
 * Equal for two batches that say the same about what is judged: plans, sizes, prices. Stock, locations, names and provenance
 * are left out, since they change from run to run and would keep a held batch from ever being confirmed. 64 hexadecimal digits.
 */
export function judgedHash(plans: readonly JudgedPlan[]): string {
  const said = plans.map((plan) => {
    const sets = plan.places.map((place) =>
      pricePoints(place.prices)
        .map((point) => `${point.key}|${point.micros}`)
        .join(' '),
    );
    return valueHash([plan.planId, sizesOf(plan.spec), [...new Set(sets)].toSorted()]);
  });
  return valueHash(said.toSorted());
}
