import type postgres from 'postgres';

/** int8 as bigint: amounts in micros and counters do not fit a double, and must not silently round. */
export const clientTypes = {
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: bigint) => value.toString(),
    parse: (text: string) => BigInt(text),
  },
};

/** PostgreSQL's type numbers. */
const JSON_TYPES = [114, 3802];
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const TIMESTAMP = 1114;
/** Arrays of date, timestamp, timestamptz (and an interval's), whose readers drizzle replaces. */
const DATE_ARRAYS = [1182, 1115, 1185, 1231];

/**
 * Gives a client that drizzle was built on readers and writers that serve both. drizzle had replaced them for itself (dates
 * and JSON as bare text), which breaks raw SQL: objects could no longer be bound to json. These serve drizzle as well, because
 * its columns take strings for every mode and write only strings.
 */
export function shareParsers(sql: postgres.Sql<{ bigint: bigint }>): void {
  const { parsers, serializers } = sql.options;
  for (const type of JSON_TYPES) {
    serializers[type] = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const type of [TIMESTAMPTZ, TIMESTAMP, DATE]) {
    // Text goes through as it is: reading it as a JS date would lose microseconds and shift bare dates by our time zone.
    serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  }
  parsers[TIMESTAMPTZ] = isoInstant;
  // Deleted, the driver builds array readers from the element's.
  for (const type of DATE_ARRAYS) {
    delete parsers[type];
    delete serializers[type];
  }
}

/** `2026-11-23 02:25:10.123+00` → `2026-11-23T02:25:10.123Z`. `infinity` stays. */
function isoInstant(text: string): string {
  return text
    .replace(' ', 'T')
    .replace(/[+-]00$/, 'Z')
    .replace(/([+-]\d\d)$/, '$1:00');
}
