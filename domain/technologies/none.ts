import { depends, say, type TechnologyKnowledge, yes } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';

/** A dedicated server: no virtualization at all. */
export const NONE: TechnologyKnowledge = {
  id: 'none',
  name: 'Dedicated server (no virtualization)',
  kind: 'bare-metal',
  summary: say('The whole machine is yours; there are no neighbours on it.'),
  sharedKernel: false,
  kernel: say('Yours, any.'),
  endOfLife: [],
  guests: say('Whatever the hardware boots.'),
  overhead: say('None.'),
  whyProvidersChooseIt: say('Customers who need a whole machine, and hardware that is already paid for.'),
  capabilities: {
    ...MACHINE_CELLS,
    windows: yes('The hardware boots it; the licence is another question.'),
    bsd: yes('The hardware boots it where drivers exist.'),
    'custom-iso': depends('Where the provider gives remote media or a rescue system.'),
    'nested-virtualization': depends('The CPU must have it and the firmware must have it on; nothing is nested then.'),
  },
  overselling: {
    memory: say('None: there is no host that could share it.'),
    cpu: say('None: there is no host that could share it.'),
    disk: say('None, except where disks are on a network.'),
    usualDefault: say('The network port and the uplink are still shared.'),
  },
  ballooning: { device: 'no', limit: say('There is nobody who could inflate one.') },
  detection: {
    systemdDetectVirt: 'none',
    marks: [say('No hypervisor flag in /proc/cpuinfo while vmx or svm is there.')],
    pitfalls: [say('A tool that prints "Dedicated" can be wrong: trust systemd-detect-virt.', 'reports')],
  },
};
