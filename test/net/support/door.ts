import { onTestFinished } from 'vitest';
import type { FetchedPage, PageResult } from '../../../net/fetch-page.ts';
import { createNet, type Net, type NetOptions } from '../../../net/net.ts';

/** A net on a clock that only moves when the net sleeps or the test says so. */
export interface Door extends Net {
  readonly clock: { now: number };
  /** Milliseconds the net slept, in order. */
  readonly slept: readonly number[];
}

/** Opens a net for one test. 127.0.0.1 is the only private host it may ask. */
export function openDoor(options: Partial<NetOptions> = {}): Door {
  const clock = { now: Date.parse('2026-11-22T12:00:00Z') };
  const slept: number[] = [];
  const net = createNet({
    contact: 'https://stealtime.example/about',
    version: '1.2.3',
    now: () => clock.now,
    sleep: async (ms) => {
      slept.push(ms);
      clock.now += ms;
    },
    allowPrivate: (hostname) => hostname === '127.0.0.1',
    ...options,
  });
  onTestFinished(() => net.close());
  return { ...net, clock, slept };
}

/** The page, or an error that shows the failure. */
export function pageOf(result: PageResult): FetchedPage {
  if (!result.ok) throw new Error(`no page: ${JSON.stringify(result.failure)}`);
  return result;
}

/** The failure's code, or `ok`. */
export function codeOf(result: PageResult): string {
  return result.ok ? 'ok' : result.failure.code;
}
