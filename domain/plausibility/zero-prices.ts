/** Prices of nothing: mostly a field that was not read. */
import type { Finding } from '../listing.ts';
import type { Baseline } from './batch.ts';
import { amount, examples, finding, share } from './describe.ts';
import type { PairedPlans, PointedPlan } from './pair-plans.ts';
import { type PricePoint, termWords } from './price-points.ts';

/**
 * Regular prices of nothing. Where a price was published before, or where nothing free was, they are held for a person. Free
 * plans do exist (Vultr lists one), so in a first batch and beside an old catalogue only a free majority is held.
 * Introductory prices of nothing (the first month free) are no finding.
 */
export function zeroPrices(plans: PairedPlans, baseline: Baseline['kind']): Finding[] {
  const before = new Map(plans.before.map((plan) => [plan.planId, plan]));
  const [priced, free]: [string[], string[]] = [[], []];
  for (const plan of plans.after) {
    const zero = newZero(plan, before.get(plan.planId));
    if (zero) (zero.wasPriced ? priced : free).push(zero.words);
  }
  const total = plans.after.length;
  const findings: Finding[] = [];
  if (priced.length > 0) {
    findings.push(
      finding(
        'hard',
        'zero-price',
        `Nothing to pay where there was a price, ${share(priced.length, total)}: ${examples(priced)}`,
      ),
    );
  }
  if (free.length > 0) {
    const severity = baseline === 'published' || free.length * 2 > total ? 'hard' : 'info';
    findings.push(finding(severity, 'zero-price', `Nothing to pay, ${share(free.length, total)}: ${examples(free)}`));
  }
  return findings;
}

/** Prices where nothing was to be paid, which no factor describes: read twice. */
export function endedZeroPrices(plans: PairedPlans): Finding[] {
  const ended = plans.both.flatMap(({ before, after }) => {
    if (!before.places.some((place) => place.points.some(isZero))) return [];
    const places = new Map(before.places.map((place) => [place.offerId, place.points]));
    for (const place of after.places) {
      const free = places.get(place.offerId)?.filter(isZero) ?? [];
      const now = place.points.find((point) => point.micros > 0n && free.some((old) => old.key === point.key));
      if (now) return [`${place.offerId} ${amount(0n, now.currency)} → ${amount(now.micros, now.currency)} ${termWords(now)}`];
    }
    return [];
  });
  if (ended.length === 0) return [];
  const diff = `${share(ended.length, plans.both.length)}: ${examples(ended)}`;
  return [finding('soft', 'zero-price', `A price where nothing was to be paid, ${diff}`)];
}

function newZero(plan: PointedPlan, before: PointedPlan | undefined): { words: string; wasPriced: boolean } | null {
  if (!plan.places.some((place) => place.points.some(isZero))) return null;
  const places = new Map(before?.places.map((place) => [place.offerId, place.points]));
  const anywhere = [...places.values()].flat();
  for (const place of plan.places) {
    const earlier = places.get(place.offerId) ?? anywhere;
    for (const point of place.points) {
      if (!isZero(point)) continue;
      if (earlier.some((old) => old.key === point.key && old.micros <= 0n)) continue;
      const old = anywhere.find((other) => other.key === point.key && other.micros > 0n);
      const now = `${amount(point.micros, point.currency)} ${termWords(point)}`;
      return {
        words: `${place.offerId} ${old ? `${amount(old.micros, old.currency)} → ` : ''}${now}`,
        wasPriced: old !== undefined,
      };
    }
  }
  return null;
}

function isZero(point: PricePoint): boolean {
  return point.kind === 'regular' && point.micros <= 0n;
}
