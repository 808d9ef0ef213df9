/** NAT is no technology: it changes what others can do from outside. */
import type { Capability } from './capability.ts';
import { type Statement, say } from './knowledge.ts';

/** What NAT does to a plan of any technology. */
export const NAT = {
  id: 'nat',
  name: 'NAT VPS (modifier)',
  summary: say(
    'An IPv4 address shared with others, with some ports forwarded. The technology underneath decides what runs; often it is OpenVZ 7 or LXC.',
    'report-ovz7',
  ),
  notes: {
    docker: say('Published ports are limited to those that are forwarded.'),
    wireguard: say('Works outbound; inbound needs a forwarded UDP port.'),
  } satisfies Partial<Record<Capability, Statement>>,
  overselling: say('As the technology underneath. In this price class expect limits without reservations.'),
} as const;
