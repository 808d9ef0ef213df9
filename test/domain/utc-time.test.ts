import { describe, expect, it } from 'vitest';
import { hoursLater, utcTime } from '../../domain/utc-time.ts';

describe('utcTime', () => {
  it.each([
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T12:00:00Z', '2026-11-01T12:00:00.000Z'],
    ['2026-11-01T12:00:00.5+02:00', '2026-11-01T10:00:00.500Z'],
    ['2026-11-01T12:00:00.123456Z', '2026-11-01T12:00:00.123Z'],
  ])('reads %s', (text, canonical) => {
    expect(utcTime(text)).toBe(canonical);
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-11-01T25:00:00Z',
    '2026-11-01T12:00:00',
    '0000-01-01',
    '9999-12-31T23:59:59-01:00',
  ])('does not read %o', (text) => {
    expect(utcTime(text)).toBeNull();
  });
});

describe('hoursLater', () => {
  it('moves across days, both ways, by fractions', () => {
    expect(hoursLater('2026-11-30T23:30:00.000Z', 0.5)).toBe('2026-12-01T00:00:00.000Z');
    expect(hoursLater('2026-03-01T00:00:00.000Z', -24)).toBe('2026-02-28T00:00:00.000Z');
  });
});
