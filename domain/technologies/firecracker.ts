import { depends, no, say, type TechnologyKnowledge } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';

const BY_KERNEL = 'It depends on the kernel that the provider supplies.';

/** Firecracker microVMs. */
export const FIRECRACKER: TechnologyKnowledge = {
  id: 'firecracker',
  name: 'Firecracker (microVM)',
  kind: 'virtual-machine',
  summary: say('A minimal virtual machine monitor on KVM: few devices, starts in a fraction of a second.', 'fc-faq'),
  sharedKernel: false,
  kernel: say("The guest's own, but the provider usually supplies it."),
  endOfLife: [{ what: 'Firecracker', date: null, note: 'Per release.', basis: say('').basis }],
  guests: say('Linux; others in a limited way; no Windows.'),
  overhead: say('Less memory for each guest than any other virtual machine.', 'fc-readme'),
  whyProvidersChooseIt: say('Density and quick starts: overselling is one of its stated goals.', 'fc-charter'),
  capabilities: {
    ...MACHINE_CELLS,
    docker: depends('Where the supplied kernel has the options.'),
    'own-kernel': depends('Usually not: the provider supplies the kernel.'),
    'kernel-modules': depends(BY_KERNEL),
    windows: no('There is no emulated PC that could boot it.'),
    bsd: depends('In a limited way, where the provider lets you boot it.'),
    'custom-iso': no('There is no emulated CD drive or BIOS.'),
    'nested-virtualization': depends('Rare.'),
    ipset: depends(BY_KERNEL),
    nftables: depends(BY_KERNEL),
    iptables: depends(BY_KERNEL),
    wireguard: depends(BY_KERNEL),
    tun: depends(BY_KERNEL),
    fuse: depends(BY_KERNEL),
    swap: depends(BY_KERNEL),
    ebpf: depends(BY_KERNEL),
  },
  overselling: {
    memory: say('Memory is given on demand; a balloon is optional.', 'fc-readme', 'fc-balloon'),
    cpu: say('Oversubscription is enabled by default; shares and quotas by cgroups.', 'fc-charter'),
    disk: say('Sparse images.'),
    usualDefault: say('Oversubscription on.', 'fc-charter'),
  },
  ballooning: { device: 'optional', limit: say('Within the memory that the guest was started with.', 'fc-balloon') },
  detection: {
    systemdDetectVirt: 'kvm',
    marks: [say('virtio-mmio devices, no DMI data, in older versions no PCI.')],
    pitfalls: [say('Container platforms on top report the inner layer.', 'sd-man')],
  },
};
