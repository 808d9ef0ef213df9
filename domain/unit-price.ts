/** A price by the amount of what it buys. Truncating integer arithmetic, repeated to the letter in SQL (`db/queries/sort-sql.ts`). */
import type { Micros } from './money.ts';

/** What a price can be divided by, with how many thousandths of its measure (MiB, vCPU, GB) one unit is. */
export const UNIT_THOUSANDTHS = {
  /** 1 GB of memory is 1024 MiB. */
  gbMemory: 1_024_000n,
  vcpu: 1_000n,
  /** 1 TB of disk or transfer is 1000 GB. */
  tb: 1_000_000n,
} as const;
export type Unit = keyof typeof UNIT_THOUSANDTHS;

/** Price of one unit, truncated to micros; null where the amount is not known or zero, as nothing divides by nothing. */
export function unitPrice(micros: Micros, amount: number | null, unit: Unit): Micros | null {
  const thousandths = amount === null ? 0 : Math.floor(amount * 1000 + 0.5);
  return thousandths <= 0 ? null : (micros * UNIT_THOUSANDTHS[unit]) / BigInt(thousandths);
}
