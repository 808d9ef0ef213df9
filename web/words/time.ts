/** Times as people read them. */
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** "3 years ago", in whole units; `now` in epoch milliseconds. */
export function ago(time: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(time));
  const whole = (unit: number, name: Intl.RelativeTimeFormatUnit) => relative.format(-Math.floor(ms / unit), name);
  if (ms < 2 * MINUTE) return 'just now';
  if (ms < 2 * HOUR) return whole(MINUTE, 'minute');
  if (ms < 2 * DAY) return whole(HOUR, 'hour');
  if (ms < 60 * DAY) return whole(DAY, 'day');
  return ms < 2 * YEAR ? whole(MONTH, 'month') : whole(YEAR, 'year');
}

/** The day of a time, in UTC. */
export function day(time: string): string {
  return time.slice(0, 10);
}

/** "2026-11-23 02:25 UTC" */
export function minute(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}
