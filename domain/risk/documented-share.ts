/** A documented limit, and whether a measurement is what it gives. */
import type { RiskInput } from './assess-input.ts';

/** The part of a vCPU that is documented; null: none is. */
export function documentedShare({ resources: { cpu } }: RiskInput): number | null {
  return cpu.baselinePct !== null && cpu.baselinePct < 100 ? cpu.baselinePct / 100 : null;
}

/** Within a quarter of what is documented. */
export function matches(measured: number, documented: number): boolean {
  return Math.abs(measured - documented) <= documented * 0.25;
}
