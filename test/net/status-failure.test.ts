import { describe, expect, it } from 'vitest';
import { statusFailure } from '../../net/status-failure.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('statusFailure', () => {
  const codeOf = (status: number, headers = {}) => statusFailure({ status, headers, host: 'a.example', now: NOW })?.code;
  it.each([
    [200, undefined],
    [204, undefined],
    [206, 'unreadable-page'],
    [304, 'unreadable-page'],
    [401, 'blocked'],
    [403, 'blocked'],
    [404, 'not-found'],
    [408, 'timed-out'],
    [410, 'not-found'],
    [429, 'rate-limited'],
    [451, 'blocked'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('reads %s as %s', (status, code) => expect(codeOf(status)).toBe(code));
  it('reads 503 with Retry-After as a request for a pause', () =>
    expect(codeOf(503, { 'retry-after': '5' })).toBe('rate-limited'));
});
