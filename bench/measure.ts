/** Time taken, and what many times come to. */
import { performance } from 'node:perf_hooks';

/** Milliseconds that something took, with what came of it. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** The middle and the slow end of many times, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  /** How many in a second, one after another. */
  readonly perSecond: number;
}

/** Sums up times in milliseconds. */
export function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const total = all.reduce((sum, ms) => sum + ms, 0);
  return { p50: at(0.5), p99: at(0.99), perSecond: (all.length * 1000) / total };
}

/** When to stop measuring: after so many rounds or milliseconds, whichever comes first. */
export interface Limit {
  readonly rounds: number;
  readonly ms: number;
}

/** Rounds that only warm up. */
const WARM_UP = 5;

/**
 * Does several things in turns, so that whatever else the machine does meets all of them alike. Each is called with the
 * number of its round.
 */
export async function inTurns<Name extends string>(
  limit: Limit,
  tasks: Readonly<Record<Name, (round: number) => Promise<unknown>>>,
): Promise<Readonly<Record<Name, Times>> & { readonly rounds: number }> {
  const names = Object.keys(tasks) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < WARM_UP; round++) for (const name of names) await tasks[name](round);
  const end = performance.now() + limit.ms;
  let rounds = 0;
  while (rounds === 0 || (rounds < limit.rounds && performance.now() < end)) {
    for (const name of names) {
      const { ms } = await timed(() => tasks[name](rounds));
      times.get(name)?.push(ms);
    }
    rounds++;
  }
  const summed = Object.fromEntries(names.map((name) => [name, timesOf(times.get(name) ?? [])])) as Record<Name, Times>;
  return { ...summed, rounds };
}
