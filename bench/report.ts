/** What a benchmark says: a table for people, figures for programs. */

import type { Limit } from './measure.ts';

/** How much is measured. */
export interface BenchSize {
  /** Search rows of a full catalogue. */
  readonly rows: number;
  /** How long each figure is measured. */
  readonly limit: Limit;
  /** Told how far the benchmark is. */
  readonly say: (progress: string) => void;
}

/** One benchmark's outcome. */
export interface BenchReport {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same, unrounded. */
  readonly figures: unknown;
}

/** A figure with so many decimals. */
export function fixed(value: number, decimals = 2): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** How many times the floor: "3.4 ×". */
export function ratio(value: number, floor: number): string {
  return `${fixed(value / floor, value / floor < 10 ? 1 : 0)} ×`;
}
