/** When a weekly digest is due: a weekday and an hour on the wall clock of a time zone, across its daylight-saving changes. */
import { hoursLater, msBetween } from '../utc-time.ts';

/** When a subscriber wants the digest. */
export interface DigestTime {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23, on the wall clock. */
  readonly hour: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** Days of the week as they are written in JSON, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const EPOCH = '1970-01-01T00:00:00.000Z';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whether it is the name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return name.length <= 64 && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The first time after `now` (ISO) at which the digest is due. An hour that the clocks skip comes as much later; of one
 * that they repeat it is the first.
 */
export function nextDigest({ weekday, hour, timeZone }: DigestTime, now: string): string {
  const at = msBetween(EPOCH, now);
  const today = Math.floor((at + offsetMs(timeZone, at)) / DAY_MS);
  for (let days = 0; days <= 8; days++) {
    const day = today + days;
    if (weekdayOf(day) !== weekday) continue;
    const due = instantOf(day * DAY_MS + hour * HOUR_MS, timeZone);
    if (due > at) return hoursLater(EPOCH, due / HOUR_MS);
  }
  throw new RangeError(`"${weekday}" is no weekday`);
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The instant at which a wall clock shows a time, both as milliseconds since 1970 (the wall clock's as if it were UTC). */
function instantOf(wall: number, timeZone: string): number {
  // The offsets a day before and after are the only two that can hold at that time.
  const offsets = [offsetMs(timeZone, wall - DAY_MS), offsetMs(timeZone, wall + DAY_MS)];
  const shown = offsets.map((offset) => wall - offset).filter((instant) => instant + offsetMs(timeZone, instant) === wall);
  // In a gap no instant shows it: by the offset before the change it lies as far after the gap as into it.
  return shown.length > 0 ? Math.min(...shown) : wall - Math.min(...offsets);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall clock of a zone is ahead of UTC. */
function offsetMs(timeZone: string, instant: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const wall = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}.000Z`;
  return msBetween(EPOCH, wall) - Math.floor(instant / 1000) * 1000;
}
