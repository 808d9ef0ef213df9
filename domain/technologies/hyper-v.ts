import { depends, say, type TechnologyKnowledge, yes } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';

/** Microsoft Hyper-V. */
export const HYPER_V: TechnologyKnowledge = {
  id: 'hyper-v',
  name: 'Hyper-V',
  kind: 'virtual-machine',
  summary: say("Microsoft's type 1 hypervisor: full virtual machines."),
  sharedKernel: false,
  kernel: say("The guest's own, any."),
  endOfLife: [{ what: 'Hyper-V', date: null, note: 'Follows the Windows Server cycle.', basis: say('', 'eol').basis }],
  guests: say('Windows, Linux, FreeBSD.'),
  overhead: say('A few percent of CPU with the integration drivers, which Linux has built in.'),
  whyProvidersChooseIt: say('Windows guests: licences of the host cover them, and the tools are those of Windows Server.'),
  capabilities: {
    ...MACHINE_CELLS,
    windows: yes('It is what Hyper-V was made for.'),
    bsd: yes('FreeBSD has the drivers.'),
    'custom-iso': depends('Possible; the panel must offer it.'),
    'nested-virtualization': depends('Where the provider switches it on; some cloud series do not support it.', 'az-b'),
  },
  overselling: {
    memory: say('Dynamic Memory with a minimum, a start value and a maximum; Smart Paging at restart.', 'hyperv-dm'),
    cpu: say('A weight, a reserve and a cap.'),
    disk: say('Disks that grow (dynamic VHDX).'),
    usualDefault: say('Fixed memory unless Dynamic Memory is switched on.', 'hyperv-dm'),
  },
  ballooning: {
    device: 'yes',
    limit: say(
      'Never above the configured maximum, which may exceed the start value and can be raised while the guest runs.',
      'hyperv-dm',
    ),
  },
  detection: {
    systemdDetectVirt: 'microsoft',
    marks: [say('hv_* modules, hv_balloon among them.')],
    pitfalls: [say('QEMU with Hyper-V enlightenments shows the same CPUID; systemd prefers other evidence.', 'sd-virt')],
  },
};
