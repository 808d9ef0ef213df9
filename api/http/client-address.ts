import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import type { ApiEnv } from '../env.ts';

/**
 * Whom a request is counted for: an IPv4 address, or the /64 of an IPv6 one, which is what one client holds. Behind a trusted
 * proxy the last X-Forwarded-For is the client; the ones before it are the client's own invention.
 */
export function clientOf(c: Context<ApiEnv>): string {
  const forwarded = c.get('deps').trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? c.env?.incoming?.socket.remoteAddress ?? '';
  if (!ipaddr.isValid(address)) return 'unknown';
  const read = ipaddr.process(address);
  return read instanceof ipaddr.IPv6 ? read.parts.slice(0, 4).join(':') : read.toString();
}
