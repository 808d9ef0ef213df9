import { depends, no, say, type TechnologyKnowledge, yes } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';

/** bhyve on FreeBSD. */
export const BHYVE: TechnologyKnowledge = {
  id: 'bhyve',
  name: 'bhyve',
  kind: 'virtual-machine',
  summary: say('Virtual machines by the vmm module of the FreeBSD kernel.', 'bhyve-man'),
  sharedKernel: false,
  kernel: say("The guest's own, any."),
  endOfLife: [{ what: 'FreeBSD 14.4', date: '2026-12-31', note: 'The 15.x line follows.', basis: say('', 'eol').basis }],
  guests: say('FreeBSD and other BSDs, Linux, Windows by UEFI.'),
  overhead: say('A few percent of CPU with virtio devices.'),
  whyProvidersChooseIt: say('ZFS and the tools of FreeBSD on the host. Rare among sellers.'),
  capabilities: {
    ...MACHINE_CELLS,
    windows: yes('Boots by UEFI.'),
    bsd: yes('The host is FreeBSD; its guests run best.'),
    'custom-iso': depends('Possible; the panel must offer it.'),
    'nested-virtualization': no('bhyve does not pass hardware virtualization on.'),
  },
  overselling: {
    memory: say('Host swap, unless the memory is wired with -S.', 'bhyve-man'),
    cpu: say('vCPUs are threads on the scheduler of the host; pinning (-p) is optional.', 'bhyve-man'),
    disk: say('Sparse files, sparse zvols.'),
    usualDefault: say('Memory is not wired.', 'bhyve-man'),
  },
  ballooning: { device: 'no', limit: say('There is no virtio balloon in its list of devices.', 'bhyve-man') },
  detection: {
    systemdDetectVirt: 'bhyve',
    marks: [say('systemd knows it by its CPUID; DMI data BHYVE.', 'sd-virt')],
    pitfalls: [say('Old systemd prints nothing. Steal time is not reported to guests.')],
  },
};
