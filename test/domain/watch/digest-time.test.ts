import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, nextDigest } from '../../../domain/watch/digest-time.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
  'America/St_Johns',
];

/** What the wall clock of a zone shows. */
function wall(time: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(time));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

describe('the next digest', () => {
  it('keeps its hour on the wall clock when clocks change', () => {
    const berlin = { weekday: 1, hour: 8, timeZone: 'Europe/Berlin' };
    // Summer time ended on 2026-10-25: 08:00 is 06:00 UTC before and 07:00 UTC after it.
    expect(nextDigest(berlin, '2026-10-18T00:00:00.000Z')).toBe('2026-10-19T06:00:00.000Z');
    expect(nextDigest(berlin, '2026-10-19T06:00:00.000Z')).toBe('2026-10-26T07:00:00.000Z');
    // And begins on 2027-03-28.
    expect(nextDigest(berlin, '2027-03-22T07:00:00.000Z')).toBe('2027-03-29T06:00:00.000Z');
  });

  it('comes an hour later where its hour is skipped, and once where it is repeated', () => {
    const sunday = { weekday: 7, hour: 2, timeZone: 'Europe/Berlin' };
    expect(nextDigest(sunday, '2027-03-27T12:00:00.000Z')).toBe('2027-03-28T01:00:00.000Z');
    const first = nextDigest(sunday, '2026-10-24T12:00:00.000Z');
    expect(first).toBe('2026-10-25T00:00:00.000Z');
    expect(nextDigest(sunday, first)).toBe('2026-11-01T01:00:00.000Z');
  });

  it('is within eight days, after now, on its weekday, and at its hour but where the clock has none', () => {
    const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const time = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        time,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        (date, timeZone, weekday, hour) => {
          const now = date.toISOString();
          const next = nextDigest({ weekday, hour, timeZone }, now);
          const hours = (Date.parse(next) - Date.parse(now)) / 3_600_000;
          expect(hours).toBeGreaterThan(0);
          // Samoa left a whole day out: the weekday of that week came a week later.
          expect(hours).toBeLessThanOrEqual(8 * 24);
          const shown = wall(next, timeZone);
          if (Number(shown.hour) === hour) expect(shown.weekday).toBe(NAMES[weekday - 1]);
          else
            expect(Number(shown.hour) - hour === 1 || timeZone === 'Pacific/Apia' || timeZone === 'Australia/Lord_Howe').toBe(
              true,
            );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows time zones by their names', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '', 'x'.repeat(80)].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
