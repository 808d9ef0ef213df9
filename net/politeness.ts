import PQueue from 'p-queue';
import { failed, type Outcome } from './outcome.ts';

/** Waits; rejects when the signal fires. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** What one host is owed. */
export interface Politeness {
  /**
   * Runs `work` when nothing else runs on `host` and `minDelayMs` have passed since the last start there.
   * `rate-limited` (with `notBefore`) instead, when the host asked for a pause or the delay is too long to wait for here;
   * `unreachable` when closing.
   */
  run<T>(host: string, minDelayMs: number, work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Refuses all work on `host` before `notBefore` (epoch milliseconds). */
  pause(host: string, notBefore: number): void;
}

interface HostState {
  readonly queue: PQueue;
  /** Epoch milliseconds. */
  lastStart: number;
  nextStart: number;
  notBefore: number;
}

interface Options {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Ends all waiting. */
  readonly closing: AbortSignal;
  /** Hosts remembered before those that are owed nothing any more are forgotten. */
  readonly rememberedHosts?: number;
}

/** A worker does not sit out longer delays; it comes back. */
const LONGEST_WAIT_MS = 120_000;

/** Keeps one process from hurting any host: one request at a time, a pause between starts, Retry-After remembered. */
export function createPoliteness({ now, sleep, closing, rememberedHosts = 2000 }: Options): Politeness {
  const hosts = new Map<string, HostState>();

  const isOwedNothing = (state: HostState) =>
    state.queue.size + state.queue.pending === 0 && Math.max(state.nextStart, state.notBefore) <= now();

  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known) return known;
    if (hosts.size >= rememberedHosts) {
      for (const [name, state] of hosts) if (isOwedNothing(state)) hosts.delete(name);
    }
    const fresh = { queue: new PQueue({ concurrency: 1 }), lastStart: -Infinity, nextStart: -Infinity, notBefore: -Infinity };
    hosts.set(host, fresh);
    return fresh;
  };

  const waitForTurn = async (host: string, state: HostState, minDelayMs: number): Promise<Outcome<undefined>> => {
    if (state.notBefore > now()) return failed('rate-limited', `${host} asked for a pause`, state.notBefore);
    // A clock set back must not make the wait longer than the delay.
    const waitMs = Math.min(state.lastStart + minDelayMs - now(), minDelayMs);
    if (waitMs > LONGEST_WAIT_MS)
      return failed('rate-limited', `${host} wants ${minDelayMs} ms between requests`, now() + waitMs);
    if (waitMs > 0 && !closing.aborted) {
      await sleep(waitMs, closing).catch((error: unknown) => {
        if (!closing.aborted) throw error;
      });
    }
    if (closing.aborted) return failed('unreachable', `${host} was not asked: the network is being closed`);
    state.lastStart = now();
    state.nextStart = state.lastStart + minDelayMs;
    return { ok: true, value: undefined };
  };

  return {
    run(host, minDelayMs, work) {
      const state = stateOf(host);
      return state.queue.add(async () => {
        const turn = await waitForTurn(host, state, minDelayMs);
        return turn.ok ? work() : turn;
      });
    },
    pause(host, notBefore) {
      const state = stateOf(host);
      state.notBefore = Math.max(state.notBefore, notBefore);
    },
  };
}
