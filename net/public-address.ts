import ipaddr from 'ipaddr.js';

// Outside 2000::/3 nothing is assigned for public use, yet ipaddr.js calls unassigned space (and ::a.b.c.d) 'unicast'.
const GLOBAL_UNICAST_IPV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Is this IP address (text, either family) on the public internet?
 * No for private, loopback, link-local, shared, multicast, reserved and documentation ranges, for every range that carries an
 * IPv4 address inside (6to4, Teredo, NAT64, SIIT), and for text that is no IP address. IPv4-mapped IPv6 counts as its IPv4.
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST_IPV6);
}
