import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../net/retry-after.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

describe('readRetryAfter', () => {
  it('reads seconds', () => expect(readRetryAfter(' 90 ', NOW)).toBe(NOW + 90_000));
  it('reads an HTTP date', () => expect(readRetryAfter('Sun, 22 Nov 2026 12:10:00 GMT', NOW)).toBe(NOW + 600_000));
  it('takes a past date as now', () => expect(readRetryAfter('Sun, 22 Nov 2020 12:10:00 GMT', NOW)).toBe(NOW));
  it.each([undefined, '', 'soon'])('pauses five minutes for %s', (text) => expect(readRetryAfter(text, NOW)).toBe(NOW + 300_000));
  it('stays between now and a day later, whatever is written', () => {
    const text = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.bigInt().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(fc.property(text, (written) => readRetryAfter(written, NOW) >= NOW && readRetryAfter(written, NOW) <= NOW + DAY));
  });
});
