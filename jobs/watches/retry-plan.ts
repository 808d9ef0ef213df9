/** When a delivery is tried again, and when it is given up. Pure. */

/** Pauses after each failed try, in minutes: an outage of an hour delays a mail by as much again at most, and after two days nobody needs it. */
const PAUSES_MINUTES = [1, 4, 10, 15, 30, 3 * 60, 6 * 60, 12 * 60, 24 * 60] as const;

/** The time of the next try (ISO) after so many; null: it is given up. */
export function nextTry(attempts: number, now: number): string | null {
  const pause = PAUSES_MINUTES[attempts - 1];
  return pause === undefined ? null : new Date(now + pause * 60_000).toISOString();
}

/**
 * A webhook that has failed for so long is switched off, in milliseconds: just less than all tries of one message take, so that a watch
 * that seldom tells does not lose one after the other in silence.
 */
export const MUTE_AFTER_MS = 45 * 3_600_000;

/** Tries whose end nobody knows: one may be repeated, so that a crash costs no message; a second one may have been the second copy. */
export const MOST_LOST = 1;
