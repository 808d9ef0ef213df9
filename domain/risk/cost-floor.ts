/**
 * What a month costs an efficient low-end host without overcommitting, in US dollars. Rates are estimates of ours, dated and editable
 * (`db/catalog/cost-floor.json`); prices under the floor are a reason, not a proof.
 */
import { z } from 'zod';

export const costRatesSchema = z.strictObject({
  /** First day of validity. */
  from: z.iso.date(),
  ramPerGb: z.number().positive(),
  perDedicatedThread: z.number().positive(),
  flashPerGb: z.number().positive(),
  hddPerGb: z.number().positive(),
  perIpv4: z.number().nonnegative(),
  fixedFee: z.number().nonnegative(),
  /** Share of the price that payment takes. */
  feeShare: z.number().min(0).max(0.5),
  reasoning: z.string().min(1),
});

/** Rates of one period. */
export type CostRates = z.infer<typeof costRatesSchema>;

/** The floor of one plan. */
export interface CostFloor {
  readonly usd: number;
  /** How it was summed. */
  readonly basis: string;
  /** Of when the rates are: "since 2026-01-01", "before 2026-01-01". */
  readonly ratesOf: string;
}

/** What the floor is summed over. */
export interface FloorPlan {
  readonly memoryMib: number | null;
  readonly storageGb: number | null;
  readonly storageType: string;
  readonly vcpu: number | null;
  readonly dedicatedCpu: boolean;
  readonly ipv4: number | null;
  readonly perMonthUsd: number;
  /** Months that one payment covers: the fixed fee is paid once each. */
  readonly termMonths: number;
}

/** The floor by the rates of a day; null where memory is not known, or no rates are that old. */
export function costFloor(plan: FloorPlan, rates: readonly CostRates[], day: string): CostFloor | null {
  const newestFirst = rates.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const at = newestFirst.findIndex(({ from }) => from <= day.slice(0, 10));
  const valid = newestFirst[at];
  const next = newestFirst[at - 1];
  if (!valid || plan.memoryMib === null) return null;
  const gb = plan.memoryMib / 1024;
  const perDisk = plan.storageType === 'hdd' ? valid.hddPerGb : valid.flashPerGb;
  const parts = [
    { what: `${round(gb)} GB of memory`, usd: gb * valid.ramPerGb },
    { what: `${plan.storageGb ?? 0} GB of disk`, usd: (plan.storageGb ?? 0) * perDisk },
    { what: `${plan.ipv4 ?? 0} IPv4`, usd: (plan.ipv4 ?? 0) * valid.perIpv4 },
    { what: `${plan.vcpu ?? 0} dedicated threads`, usd: plan.dedicatedCpu ? (plan.vcpu ?? 0) * valid.perDedicatedThread : 0 },
    { what: 'payment', usd: valid.fixedFee / Math.max(1, plan.termMonths) + plan.perMonthUsd * valid.feeShare },
  ].filter(({ usd }) => usd > 0);
  return {
    usd: round(parts.reduce((sum, { usd }) => sum + usd, 0)),
    basis: parts.map(({ what, usd }) => `${what} ${usd.toFixed(2)}`).join(' + '),
    // The oldest rates begin on a day that means nothing.
    ratesOf: next && at === newestFirst.length - 1 ? `before ${next.from}` : `since ${valid.from}`,
  };
}

function round(amount: number): number {
  return Number(amount.toFixed(2));
}
