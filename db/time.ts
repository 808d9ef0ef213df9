/** Times leave the database as ISO 8601 UTC strings with milliseconds, whatever the driver made of them. */

/** A timestamp of PostgreSQL (Date or text) as an ISO string. */
export function isoTime(value: Date | string): string {
  return (value instanceof Date ? value : new Date(value)).toISOString();
}

/** The same for columns that may be empty. */
export function isoTimeOrNull(value: Date | string | null): string | null {
  return value === null ? null : isoTime(value);
}
