/** Statistics that a few wild prices do not move. */

/** Values in order with their median and the median of the distances from it. */
export interface Spread {
  readonly sorted: Float64Array;
  readonly median: number;
  /** Median absolute deviation. */
  readonly mad: number;
}

/** The spread of some values; null of none. */
export function spreadOf(values: readonly number[] | Float64Array): Spread | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const median = middle(sorted);
  const mad = middle(Float64Array.from(sorted, (value) => Math.abs(value - median)).sort());
  return { sorted, median, mad };
}

/** Robust z; null where the values do not differ. 1.4826 makes the deviation comparable with a standard deviation. */
export function robustZ(value: number, { median, mad }: Spread): number | null {
  return mad === 0 ? null : (value - median) / (1.4826 * mad);
}

/** Percent of the values that are below; equal ones count half. `isAmong`: the value is one of them, and not compared with itself. */
export function percentileOf(value: number, { sorted }: Spread, isAmong = false): number {
  const below = firstAtLeast(sorted, value - 1e-9);
  const notAbove = firstAtLeast(sorted, value + 1e-9);
  const own = isAmong ? 1 : 0;
  return ((below + Math.max(below, notAbove - own)) / 2 / Math.max(1, sorted.length - own)) * 100;
}

/** The value at which half of the weight is reached. */
export function weightedMedian(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const ordered = values.toSorted((a, b) => a.value - b.value);
  const half = ordered.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const [index, { value, weight }] of ordered.entries()) {
    sum += weight;
    if (sum > half) return value;
    if (sum === half) return (value + (ordered[index + 1]?.value ?? value)) / 2;
  }
  return null;
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Index of the first value that is not below, of values in order; their number where there is none. */
export function firstAtLeast(sorted: Float64Array, value: number): number {
  return firstWhere(sorted, (one) => one >= value);
}

/** Index of the first value that is above, of values in order; their number where there is none. */
export function firstAbove(sorted: Float64Array, value: number): number {
  return firstWhere(sorted, (one) => one > value);
}

/** `isFar` is false for the values before and true for those after. */
function firstWhere(sorted: Float64Array, isFar: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const half = (from + to) >> 1;
    if (isFar(sorted[half] ?? 0)) to = half;
    else from = half + 1;
  }
  return from;
}
