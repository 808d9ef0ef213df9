/** Chance with a seed: the same seed, the same benchmark data. */
export interface Random {
  /** From 0 up to but not 1. */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True that often. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(values: readonly T[]): T;
  /** One of a list by weights. */
  weighted<T>(values: readonly (readonly [T, number])[]): T;
}

/** A sequence of chance (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  return {
    next,
    pick,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    weighted(values) {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
      const found = values.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? pick(values))[0];
    },
  };
}
