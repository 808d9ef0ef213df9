import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../net/public-address.ts';

const REFUSED_V4 = [
  ...[
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
  ],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
const REFUSED_V6 = [
  ...[
    '::/96',
    '::ffff:0:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    '3fff::/20',
  ],
  ...['4000::/3', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/** Any address inside a CIDR block. */
function addressIn(cidr: string): fc.Arbitrary<string> {
  const [network, prefix] = ipaddr.parseCIDR(cidr);
  const base = network.toByteArray();
  return fc.uint8Array({ minLength: base.length, maxLength: base.length }).map((random) => {
    const bytes = base.map((byte, index) => {
      const free = Math.min(8, Math.max(0, (index + 1) * 8 - prefix));
      const mask = (1 << free) - 1;
      return (byte & ~mask) | ((random[index] ?? 0) & mask);
    });
    return ipaddr.fromByteArray(bytes).toString();
  });
}

describe('isPublicAddress', () => {
  it.each([...REFUSED_V4, ...REFUSED_V6])('refuses every address of %s', (cidr) => {
    fc.assert(fc.property(addressIn(cidr), (ip) => !isPublicAddress(ip)));
  });

  it('judges an IPv4 address mapped into IPv6 as that IPv4 address', () => {
    fc.assert(fc.property(fc.ipV4(), (ip) => isPublicAddress(`::ffff:${ip}`) === isPublicAddress(ip)));
  });

  it('refuses 6to4 and NAT64 addresses, whatever IPv4 address they carry', () => {
    const groups = (ip: string) =>
      ipaddr.IPv4.parse(ip)
        .toIPv4MappedAddress()
        .parts.slice(6)
        .map((part) => part.toString(16))
        .join(':');
    fc.assert(
      fc.property(fc.ipV4(), (ip) => !isPublicAddress(`2002:${groups(ip)}::1`) && !isPublicAddress(`64:ff9b::${groups(ip)}`)),
    );
  });

  it.each(['1.1.1.1', '93.184.215.14', '172.15.255.255', '172.32.0.0', '100.128.0.0', '2606:4700:4700::1111', '2a01:4f8::1'])(
    'accepts %s',
    (ip) => expect(isPublicAddress(ip)).toBe(true),
  );

  it.each(['255.255.255.255', '::', '::1', 'fe80::1%eth0', '', 'localhost', 'example.com', '1.2.3.4.5', '[::1]'])(
    'refuses "%s"',
    (ip) => expect(isPublicAddress(ip)).toBe(false),
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isPublicAddress(text) === 'boolean'));
  });
});
