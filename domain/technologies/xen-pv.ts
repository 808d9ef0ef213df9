import { depends, no, say, type TechnologyKnowledge } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';
import { XEN_COMMON } from './xen-family.ts';

/** Xen, paravirtualized. */
export const XEN_PV: TechnologyKnowledge = {
  ...XEN_COMMON,
  id: 'xen-pv',
  name: 'Xen PV',
  kind: 'virtual-machine',
  summary: say(
    'A type 1 hypervisor with guests that know they are guests: an own, Xen-aware kernel and no emulated devices.',
    'xl-cfg',
  ),
  sharedKernel: false,
  kernel: say("The guest's own, Xen-aware.", 'xl-cfg'),
  guests: say('Linux; NetBSD and 32-bit FreeBSD in part; no Windows. Current Linux kernels still run as PV guests.'),
  overhead: say('Low for I/O; system calls of 64-bit guests cost more than on hardware virtualization.'),
  capabilities: {
    ...MACHINE_CELLS,
    'own-kernel': depends('Where the provider boots by pygrub or pvgrub; otherwise it supplies the kernel.'),
    windows: no('Windows needs the emulated PC that PV does not have.'),
    bsd: depends('NetBSD and 32-bit FreeBSD only, where the provider lets you choose the kernel.'),
    'custom-iso': no('There is no emulated BIOS or CD drive.'),
    'nested-virtualization': no('A PV guest has no hardware virtualization to pass on.'),
  },
};
