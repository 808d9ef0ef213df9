import { describe, expect, it } from 'vitest';
import { readTarget, refuseTarget } from '../../net/target-rules.ts';

describe('refuseTarget', () => {
  const rules = { allowedHosts: ['Shop.Example', 'api.example:8443', 'münchen.example'], allowPrivate: () => false };
  const refusal = (to: string, from?: string) => {
    const target = readTarget(to, from === undefined ? undefined : new URL(from));
    if (!target.ok) return target.failure.code;
    return refuseTarget(target.value, rules, from === undefined ? undefined : new URL(from))?.code ?? 'ok';
  };
  it.each([
    ['https://shop.example/a', 'ok'],
    ['https://SHOP.example:443/a', 'ok'],
    ['https://xn--mnchen-3ya.example/', 'ok'],
    ['https://api.example:8443/', 'ok'],
    ['https://api.example/', 'host-not-allowed'],
    ['https://shop.example:22/', 'host-not-allowed'],
    ['https://shop.example.evil.example/', 'host-not-allowed'],
    ['https://shop.example@evil.example/', 'host-not-allowed'],
    ['http://shop.example/', 'host-not-allowed'],
    ['file:///etc/passwd', 'host-not-allowed'],
    ['javascript:alert(1)', 'host-not-allowed'],
    ['https://0x7f.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://0177.0.0.1/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
    ['not a url', 'unreadable-page'],
  ])('%s: %s', (url, code) => expect(refusal(url)).toBe(code));
  it('refuses a redirect from https to http, also to a host that may be asked by http', () => {
    const everywhere = { allowedHosts: 'any', allowPrivate: () => true } as const;
    expect(refuseTarget(new URL('http://a.example/'), everywhere)).toBeUndefined();
    expect(refuseTarget(new URL('http://a.example/'), everywhere, new URL('https://a.example/'))?.code).toBe('host-not-allowed');
  });
  it('reads redirects relative to where they came from, without user name and fragment', () => {
    expect(readTarget('//u:p@b.example/x#y', new URL('https://a.example/c'))).toEqual({
      ok: true,
      value: new URL('https://b.example/x'),
    });
  });
});
