import { depends, say, type TechnologyKnowledge, unknown } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';
import { XEN_COMMON } from './xen-family.ts';

const BY_MODE = 'HVM can, PV and PVH cannot, and the offer does not name the mode.';

/** Xen of a mode that nobody stated. */
export const XEN: TechnologyKnowledge = {
  ...XEN_COMMON,
  id: 'xen',
  name: 'Xen, mode not stated',
  kind: 'virtual-machine',
  summary: say(
    'A type 1 hypervisor; whether guests are paravirtualized (PV), full PCs (HVM) or in between (PVH) is not said.',
    'xl-cfg',
  ),
  sharedKernel: false,
  kernel: say("The guest's own; in PV and PVH mode a Xen-aware one.", 'xl-cfg'),
  guests: say('Linux in every mode; Windows in HVM only.', 'xl-cfg'),
  overhead: say('Low in every mode with paravirtual drivers.'),
  capabilities: {
    ...MACHINE_CELLS,
    'own-kernel': depends('HVM boots any kernel; in PV and PVH mode the provider decides.', 'xl-cfg'),
    windows: unknown(BY_MODE, 'xl-cfg'),
    bsd: unknown('Any BSD in HVM, some in the other modes, and the offer does not name the mode.', 'xl-cfg'),
    'custom-iso': unknown('Possible in HVM only, and the offer does not name the mode.'),
    'nested-virtualization': unknown(
      'Experimental in HVM, absent in the other modes; the offer does not name the mode.',
      'xen-support',
    ),
  },
};
