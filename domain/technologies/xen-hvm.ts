import { depends, say, type TechnologyKnowledge, yes } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';
import { XEN_COMMON } from './xen-family.ts';

/** Xen with hardware virtualization. */
export const XEN_HVM: TechnologyKnowledge = {
  ...XEN_COMMON,
  id: 'xen-hvm',
  name: 'Xen HVM',
  kind: 'virtual-machine',
  summary: say('A type 1 hypervisor with a full virtual PC for each guest.', 'xl-cfg'),
  sharedKernel: false,
  kernel: say("The guest's own, any.", 'xl-cfg'),
  guests: say('Linux, Windows, BSD: whatever a PC boots.', 'xl-cfg'),
  overhead: say('Low with paravirtual drivers, noticeable with emulated devices.'),
  capabilities: {
    ...MACHINE_CELLS,
    windows: yes('The guest is a full virtual PC.', 'xl-cfg'),
    bsd: yes('The guest is a full virtual PC.', 'xl-cfg'),
    'custom-iso': depends('Possible; the panel must offer it.'),
    'nested-virtualization': depends('Off by default, and experimental upstream.', 'xl-cfg', 'xen-support'),
  },
};
