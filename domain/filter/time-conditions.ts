/** Conditions that depend on the hour of asking. */
import { hoursLater } from '../utc-time.ts';
import { allOf, type Condition, notOf, type TimeFact } from './condition.ts';

const withdrawn: Condition = { op: 'is', fact: 'withdrawn', value: true };

/** Whether a row is in a state now: only live observations turn stale, recorded ones say themselves that they are old. */
export function stateIs(state: string, now: string): Condition {
  if (state === 'withdrawn') return withdrawn;
  const observed: Condition = { op: 'in', fact: 'observation', values: [state === 'recorded' ? 'recorded' : 'live'] };
  if (state === 'recorded') return allOf(notOf(withdrawn), observed);
  return allOf(notOf(withdrawn), observed, { op: state === 'stale' ? 'before' : 'since', fact: 'staleAt', time: now });
}

/** At that time or later; an age in days ("7d") counts back from now. */
export function sinceThen(fact: TimeFact, value: string, now: string): Condition {
  const days = /^(\d+)d$/.exec(value)?.[1];
  return { op: 'since', fact, time: days === undefined ? value : hoursLater(now, -24 * Number(days)) };
}
