/**
 * Times as text in one form, `2026-11-23T02:25:10.123Z`: equal instants are equal text, and the order of texts is the order
 * of times. Rules compare times without ever reading a clock.
 */
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true, local: false }).pipe(z.coerce.date());
const day = z.iso.date();

/** An RFC 3339 time (any offset; past milliseconds cut off) or a date (its midnight UTC), canonical; null for other texts. */
export function utcTime(text: string): string | null {
  const read = instant.safeParse(day.safeParse(text).success ? `${text}T00:00:00Z` : text);
  if (!read.success) return null;
  const canonical = read.data.toISOString();
  // Beyond four-digit years texts do not sort; databases have no year 0.
  return canonical.length === 24 && canonical >= '0001' ? canonical : null;
}

/** A time so many hours later (earlier if negative). Throws a RangeError for what `utcTime` does not read. */
export function hoursLater(time: string, hours: number): string {
  const moved = instant.parse(time);
  moved.setTime(moved.getTime() + hours * 3_600_000);
  return moved.toISOString();
}

/** Milliseconds from one time to another. Throws for what `utcTime` does not read. */
export function msBetween(from: string, to: string): number {
  return instant.parse(to).getTime() - instant.parse(from).getTime();
}
