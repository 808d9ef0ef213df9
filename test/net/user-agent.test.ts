import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildUserAgent } from '../../net/user-agent.ts';

describe('buildUserAgent', () => {
  it('says who we are and where to complain', () => {
    expect(buildUserAgent('1.2.3', 'mailto:ops@example.org')).toBe('Stealtime/1.2.3 (+mailto:ops@example.org)');
  });
  it('is a valid header, whatever the operator wrote', () => {
    fc.assert(fc.property(fc.string(), (contact) => /^Stealtime\/1 \(\+[\x21-\x7e]*\)$/.test(buildUserAgent('1', contact))));
  });
});
