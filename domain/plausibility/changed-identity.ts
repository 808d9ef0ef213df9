/** Whether ids still mean the same machines: renamed ids, ids given to other machines, sizes that are no longer read. */
import { canonicalJson } from '../identity.ts';
import type { Finding } from '../listing.ts';
import type { JudgedSpec } from './batch.ts';
import { examples, finding, share } from './describe.ts';
import { type PairedPlans, type PlanPair, type PointedPlan, sizesOf } from './pair-plans.ts';
import { isMany, isMass, TINY_CATALOGUE, VANISHED_SHARE } from './thresholds.ts';

/**
 * Plans that are gone while the same sizes at the same prices appeared under new ids (Linode renamed `g6-highmem-*` to
 * `g7-highmem-*`). Publishing them would end and begin histories. Judged like vanished plans, which they are.
 */
export function renamedIds(plans: PairedPlans): Finding[] {
  const spare = new Map<string, PointedPlan[]>();
  for (const plan of plans.added) spare.set(signature(plan), [...(spare.get(signature(plan)) ?? []), plan]);
  const renamed = plans.gone.flatMap((plan) => {
    const successor = spare.get(signature(plan))?.shift();
    return successor ? [`${plan.planId} → ${successor.planId}`] : [];
  });
  const [count, total] = [renamed.length, plans.before.length];
  if (count === 0) return [];
  const message = `Plans kept sizes and prices and changed their ids, ${share(count, total)}: ${examples(renamed)}`;
  const held = count >= total * VANISHED_SHARE && (count > 1 || total >= TINY_CATALOGUE);
  return [finding(held ? 'hard' : 'info', 'identity-churn', message)];
}

/** Ids that now carry another machine. For many plans at once that is a shifted column or a row number taken for an id. */
export function reusedIds(plans: PairedPlans): Finding[] {
  const changed = plans.both.filter((pair) => !pair.sameMachine);
  if (changed.length === 0) return [];
  const severity = isMass(changed.length, plans.both.length)
    ? 'hard'
    : isMany(changed.length, plans.both.length)
      ? 'soft'
      : 'info';
  const diff = examples(
    changed.map(({ before, after }) => `${after.planId} ${sizeWords(before.spec)} → ${sizeWords(after.spec)}`),
  );
  return [
    finding(
      severity,
      'identity-churn',
      `Ids carry other machines, whose prices are not compared, ${share(changed.length, plans.both.length)}: ${diff}`,
    ),
  ];
}

/** Sizes that were known and are no longer read for many plans: searches would lose them in silence. */
export function lostSizes(plans: PairedPlans): Finding[] {
  const lost = plans.both.filter(({ before, after }) => {
    const now = sizesOf(after.spec);
    return sizesOf(before.spec).some((size, index) => size !== null && now[index] === null);
  });
  if (!isMany(lost.length, plans.both.length)) return [];
  const diff = examples(
    lost.map(({ before, after }: PlanPair) => `${after.planId} ${sizeWords(before.spec)} → ${sizeWords(after.spec)}`),
  );
  return [
    finding('soft', 'facts-lost', `Sizes known before are not read any more, ${share(lost.length, plans.both.length)}: ${diff}`),
  ];
}

/** Equal for plans of the same sizes at the same prices, wherever sold. */
function signature(plan: PointedPlan): string {
  const prices = plan.places.flatMap((place) => place.points).map((point) => `${point.key}|${point.micros}`);
  return canonicalJson([sizesOf(plan.spec), [...new Set(prices)].toSorted()]);
}

/** "2 vCPU, 4096 MiB, 80 GB". */
function sizeWords(spec: JudgedSpec): string {
  const [vcpu, mib, gb] = sizesOf(spec).map((size) => size ?? '?');
  return `${vcpu} vCPU, ${mib} MiB, ${gb} GB`;
}
