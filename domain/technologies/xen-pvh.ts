import { depends, no, say, type TechnologyKnowledge } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';
import { XEN_COMMON } from './xen-family.ts';

/** Xen, hardware virtualization without emulated devices. */
export const XEN_PVH: TechnologyKnowledge = {
  ...XEN_COMMON,
  id: 'xen-pvh',
  name: 'Xen PVH',
  kind: 'virtual-machine',
  summary: say('A type 1 hypervisor with hardware virtualization and no emulated devices.', 'xl-cfg'),
  sharedKernel: false,
  kernel: say("The guest's own, PVH-aware.", 'xl-cfg'),
  guests: say('Linux and FreeBSD with a PVH-aware kernel; no Windows.'),
  overhead: say('Low.'),
  capabilities: {
    ...MACHINE_CELLS,
    'own-kernel': depends('Where the provider lets you choose the kernel.'),
    windows: no('Windows has no PVH kernel.'),
    bsd: depends('FreeBSD runs where the provider lets you choose the kernel.'),
    'custom-iso': no('There is no emulated BIOS or CD drive.'),
    'nested-virtualization': no('PVH guests do not pass virtualization on.'),
  },
};
