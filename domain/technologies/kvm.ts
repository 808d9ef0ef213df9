import { depends, say, type TechnologyKnowledge, yes } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';

/** KVM with QEMU. */
export const KVM: TechnologyKnowledge = {
  id: 'kvm',
  name: 'KVM (QEMU)',
  kind: 'virtual-machine',
  summary: say('Full virtual machines by a module of the Linux kernel and the hardware virtualization of the CPU.'),
  sharedKernel: false,
  kernel: say("The guest's own, any."),
  endOfLife: [{ what: 'KVM', date: null, note: 'Follows the distribution of the host.', basis: say('').basis }],
  guests: say('Linux, Windows, BSD: whatever a PC boots, in any current release.'),
  overhead: say('A few percent of CPU with virtio devices, and the memory of a kernel of its own for each guest.'),
  whyProvidersChooseIt: say('It is part of Linux, every panel drives it, and customers may run what they like.'),
  capabilities: {
    ...MACHINE_CELLS,
    windows: yes('The guest is a full virtual PC; the licence is another question.'),
    bsd: yes('The guest is a full virtual PC.'),
    'custom-iso': depends('Possible and common; the panel must offer it.'),
    'nested-virtualization': depends(
      'Where the provider passes the vmx or svm flag on: published reports show it both ways.',
      'reports',
    ),
  },
  overselling: {
    memory: say(
      'Host swap, page merging (KSM), balloon, free page reporting, compressed memory. Vendor presets go to 150 and 200 %; OpenStack starts at 1.0 (1.5 before).',
      'pve-ksm',
      'rhv-mem',
      'nova',
    ),
    cpu: say(
      'Any ratio. OpenStack starts at 4 vCPUs a core (16 before), Red Hat calls 5:1 usually safe below full load, KubeVirt starts at 10, Proxmox calls more vCPUs than cores perfectly safe.',
      'nova',
      'rhel10',
      'kubevirt',
      'pve-qm',
    ),
    disk: say('qcow2, thin LVM, Ceph.', 'pve-docs'),
    usualDefault: say('Proxmox: balloon device present, KSM on, thin LVM.', 'pve-qm', 'pve-ksm', 'pve-docs'),
  },
  ballooning: {
    device: 'yes',
    limit: say(
      'A plain balloon takes from and gives back the memory that the guest booted with: never above the configured maximum. On Proxmox the maximum can be above the guaranteed minimum. The device alone proves nothing: Proxmox adds it to machines of fixed size too.',
      'pve-qm',
    ),
  },
  detection: {
    systemdDetectVirt: 'kvm',
    marks: [
      say('CPUID signature KVMKVMKVM; DMI data QEMU or SeaBIOS; virtio devices.', 'sd-virt'),
      say('Amazon, Google and others answer with names of their own (amazon, google).', 'sd-virt'),
    ],
    pitfalls: [
      say(
        '"qemu" instead of "kvm" means software emulation or a hidden signature: compare the speed before judging.',
        'sd-virt',
        'report-qemu',
      ),
      say(
        'A bound virtio_balloon device is no sign of use; MemTotal constant while MemAvailable falls without an owner is.',
        'pve-qm',
      ),
    ],
  },
};
