/**
 * The plausibility gate: a whole batch against the last published one, before anything of it is published. Two-sided, and
 * net of exchange rates, because prices are only compared in their own currency.
 */
import type { Finding } from '../listing.ts';
import { absurdPrices } from './absurd-prices.ts';
import type { BatchToJudge, Judgement } from './batch.ts';
import { duplicatePlans, emptyBatch, risenCount, risenRejections, thinBatch, vanishedPlans } from './catalogue-size.ts';
import { changedCurrency } from './changed-currency.ts';
import { lostSizes, renamedIds, reusedIds } from './changed-identity.ts';
import { comparePlan } from './compare-prices.ts';
import { finding } from './describe.ts';
import { extremePrices } from './extreme-prices.ts';
import { movedPrices } from './moved-prices.ts';
import { type PairedPlans, pairPlans } from './pair-plans.ts';
import { endedZeroPrices, zeroPrices } from './zero-prices.ts';

/**
 * Judges a batch. Hard findings hold it until a person releases it. Soft ones hold it until the next run reads the same
 * (`heldHash` equals `batchHash`) or a person releases it. Locations, stock, names and new plans never hold a batch.
 */
export function judgeBatch(batch: BatchToJudge): Judgement {
  const { baseline } = batch;
  const plans = pairPlans(baseline.kind === 'none' ? [] : baseline.plans, batch.next);
  const found = [...duplicatePlans(batch.next), ...emptyBatch(plans), ...unprecedented(plans, baseline.kind)];
  if (baseline.kind === 'none') {
    const size = `${plans.after.length} ${plans.after.length === 1 ? 'plan' : 'plans'}`;
    found.push(finding('info', 'first-batch', `The first batch of this source, ${size}: there is nothing to compare it with`));
  } else {
    const movements = plans.both.filter((pair) => pair.sameMachine).map(comparePlan);
    found.push(...changedCurrency(plans.both), ...extremePrices(movements, baseline.kind));
    const drift = [...catalogueDrift(batch, plans), ...movedPrices(movements), ...endedZeroPrices(plans)];
    found.push(...(baseline.kind === 'bundled' ? againstOld(drift, baseline.ageDays) : drift));
  }
  return verdictOn(found, batch.heldHash === batch.batchHash);
}

/** What is judged without a price to compare with: everything in a first batch, later new plans and reused ids. */
function unprecedented(plans: PairedPlans, baseline: BatchToJudge['baseline']['kind']): Finding[] {
  const reused = plans.both.filter((pair) => !pair.sameMachine).map((pair) => pair.after);
  return [...zeroPrices(plans, baseline), ...absurdPrices([...plans.added, ...reused])];
}

function catalogueDrift(batch: BatchToJudge, plans: PairedPlans): Finding[] {
  return [
    ...vanishedPlans(plans),
    ...thinBatch(plans, batch.complete),
    ...risenRejections(batch, plans),
    ...risenCount(plans),
    ...renamedIds(plans),
    ...reusedIds(plans),
    ...lostSizes(plans),
  ];
}

/** A catalogue of years ago differs by what happened since: told, not held. */
function againstOld(drift: readonly Finding[], ageDays: number): Finding[] {
  if (drift.length === 0) return [];
  const age = `The bundled catalogue is ${Math.round(ageDays)} days old: differences from it do not hold the batch`;
  return [finding('info', 'old-baseline', age), ...drift.map((one): Finding => ({ ...one, severity: 'info' }))];
}

const GRAVEST_FIRST: readonly Finding['severity'][] = ['hard', 'soft', 'info'];

function verdictOn(found: readonly Finding[], readTwice: boolean): Judgement {
  const hard = found.some((one) => one.severity === 'hard');
  const soft = found.some((one) => one.severity === 'soft');
  const confirmed = soft && !hard && readTwice;
  const all = confirmed ? [...found, finding('info', 'confirmed', 'A second run read the same: published')] : found;
  return {
    verdict: hard || (soft && !readTwice) ? 'quarantine' : 'publish',
    findings: all.toSorted((a, b) => GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity)),
  };
}
