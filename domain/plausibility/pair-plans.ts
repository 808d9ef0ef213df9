/** Two batches side by side, by plan id and independent of order. */
import type { JudgedPlan, JudgedSpec } from './batch.ts';
import { type PricePoint, pricePoints } from './price-points.ts';

/** One location of a plan with its single amounts. */
export interface PointedPlace {
  readonly offerId: string;
  readonly points: readonly PricePoint[];
}

/** A plan with its prices taken apart, once for everything that looks at them. */
export interface PointedPlan {
  readonly planId: string;
  readonly spec: JudgedSpec;
  readonly places: readonly PointedPlace[];
}

/** A plan before and after. */
export interface PlanPair {
  readonly before: PointedPlan;
  readonly after: PointedPlan;
  /** False where one of the sizes is known to be another one: the id was given to another machine, prices say nothing. */
  readonly sameMachine: boolean;
}

/** Two batches compared by plan id; everything sorted by id. */
export interface PairedPlans {
  /** Plans before and after that are sold anywhere at all. */
  readonly before: readonly PointedPlan[];
  readonly after: readonly PointedPlan[];
  readonly both: readonly PlanPair[];
  readonly gone: readonly PointedPlan[];
  readonly added: readonly PointedPlan[];
}

/** Pairs plans by id. A plan that no place sells counts as absent: nothing of it could be published. */
export function pairPlans(before: readonly JudgedPlan[], after: readonly JudgedPlan[]): PairedPlans {
  const [old, next] = [byId(before), byId(after)];
  const both: PlanPair[] = [];
  for (const [planId, plan] of next) {
    const earlier = old.get(planId);
    if (earlier) both.push({ before: earlier, after: plan, sameMachine: !sizesDiffer(earlier.spec, plan.spec) });
  }
  return {
    before: [...old.values()],
    after: [...next.values()],
    both,
    gone: [...old.values()].filter((plan) => !next.has(plan.planId)),
    added: [...next.values()].filter((plan) => !old.has(plan.planId)),
  };
}

/** Vcpus, memory in MiB, storage in GB: what makes a plan the same machine. */
export function sizesOf(spec: JudgedSpec): readonly (number | null)[] {
  return [spec.cpu.vcpu, spec.memory.mib, spec.storage.gb];
}

/** An unknown size differs from nothing: a reader that learns or loses a field has not met another machine. */
function sizesDiffer(before: JudgedSpec, after: JudgedSpec): boolean {
  const now = sizesOf(after);
  return sizesOf(before).some((size, index) => size !== null && typeof now[index] === 'number' && now[index] !== size);
}

function byId(plans: readonly JudgedPlan[]): Map<string, PointedPlan> {
  const sold = plans.filter((plan) => plan.places.length > 0).toSorted((a, b) => (a.planId < b.planId ? -1 : 1));
  return new Map(
    sold.map(({ planId, spec, places }) => [
      planId,
      { planId, spec, places: places.map(({ offerId, prices }) => ({ offerId, points: pricePoints(prices) })) },
    ]),
  );
}
