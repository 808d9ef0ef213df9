/** Whether the batch holds what the source sells: plans that are gone, twice there, newly rejected, or many more than before. */
import type { Finding } from '../listing.ts';
import type { BatchToJudge, JudgedPlan } from './batch.ts';
import { examples, finding, share } from './describe.ts';
import type { PairedPlans } from './pair-plans.ts';
import { REJECTED_SHARE, TINY_CATALOGUE, VANISHED_SHARE } from './thresholds.ts';

/** An empty batch of a shop that had plans is never a closed shop, whatever the baseline. */
export function emptyBatch(plans: PairedPlans): Finding[] {
  if (plans.after.length > 0) return [];
  return [finding('hard', 'empty', `The batch holds no plan; ${plans.before.length} were known before`)];
}

/** Two plans of one id cannot both be published. */
export function duplicatePlans(plans: readonly JudgedPlan[]): Finding[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { planId } of plans) (seen.has(planId) ? twice : seen).add(planId);
  if (twice.size === 0) return [];
  return [finding('hard', 'duplicate-plan', `Plans share an id with others: ${examples([...twice].toSorted())}`)];
}

/**
 * Plans that are gone: a tenth is held for a person; in a catalogue of fewer than ten a single one has to be missed twice.
 * Locations do not count: a plan that is still sold somewhere is there.
 */
export function vanishedPlans(plans: PairedPlans): Finding[] {
  const [gone, total] = [plans.gone.length, plans.before.length];
  if (gone === 0) return [];
  const message = `Plans are gone, ${share(gone, total)}: ${examples(plans.gone.map((plan) => plan.planId))}`;
  if (gone < total * VANISHED_SHARE) return [finding('info', 'count-drop', message)];
  return [finding(gone === 1 && total < TINY_CATALOGUE ? 'soft' : 'hard', 'count-drop', message)];
}

/** An incomplete batch withdraws nothing; with fewer plans than before it is held, so that its gaps are seen. */
export function thinBatch(plans: PairedPlans, complete: boolean): Finding[] {
  const [before, after] = [plans.before.length, plans.after.length];
  if (complete || after >= before) return [];
  return [finding('hard', 'incomplete', `The pages held only a part of the catalogue: ${after} plans, ${before} before`)];
}

/** Listings rejected beyond those that the published run rejected, as a share of all listings. */
export function risenRejections(batch: BatchToJudge, plans: PairedPlans): Finding[] {
  if (batch.baseline.kind !== 'published' || batch.baseline.rejections === null) return [];
  const [before, listings] = [batch.baseline.rejections, plans.after.length + batch.rejections];
  const more = batch.rejections - before;
  if (more < 2 || more <= listings * REJECTED_SHARE) return [];
  return [finding('hard', 'rejections-rise', `${batch.rejections} of ${listings} listings could not be read, ${before} before`)];
}

/** New plans are never held; a doubled catalogue is worth a look. */
export function risenCount(plans: PairedPlans): Finding[] {
  const [before, after] = [plans.before.length, plans.after.length];
  if (before === 0 || plans.added.length < before) return [];
  const news = examples(plans.added.map((plan) => plan.planId));
  return [finding('info', 'count-rise', `The catalogue grew from ${before} to ${after} plans: ${news}`)];
}
