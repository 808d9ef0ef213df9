import { depends, no, say, type TechnologyKnowledge } from './knowledge.ts';
import { CONTAINER_CELLS } from './shared-cells.ts';

/** LXC, LXD, Incus, Proxmox containers. */
export const LXC: TechnologyKnowledge = {
  id: 'lxc',
  name: 'LXC (LXD, Incus, Proxmox container)',
  kind: 'container',
  summary: say(
    'Containers on the kernel of their node, which is recent as a rule. Memory is a limit, not a reservation.',
    'pve-pct',
    'incus-opt',
  ),
  sharedKernel: true,
  kernel: say('That of the node, for example 5.15-pve.', 'report-lxc'),
  endOfLife: [
    {
      what: 'Proxmox VE 8',
      date: '2026-08-31',
      note: 'Version 9 is current; support follows the host.',
      basis: say('', 'eol').basis,
    },
  ],
  guests: say('Linux only; current distributions run.', 'pve-pct'),
  overhead: say('Almost none: processes run directly on the node.'),
  whyProvidersChooseIt: say(
    'Small plans at a low price: a container needs no memory for a kernel of its own and starts in a second.',
  ),
  capabilities: {
    ...CONTAINER_CELLS,
    'own-kernel': no('A container runs on the kernel of its node.', 'pve-pct'),
    'kernel-modules': no('The node loads modules; a container only uses what is there.', 'incus-faq'),
    windows: no('A container on a Linux kernel cannot run another system.', 'pve-pct'),
    bsd: no('A container on a Linux kernel cannot run another system.', 'pve-pct'),
    docker: depends(
      'Needs nesting (and keyctl for unprivileged containers) switched on by the provider; on a ZFS root older hosts fall back to slow drivers.',
      'incus-faq',
      'pve-docs',
      'zfs-gist',
    ),
    'nested-virtualization': depends('Not by itself; the provider can pass /dev/kvm in.'),
    ipset: depends('Works where the node has the module loaded.'),
    nftables: depends('Works on current hosts where the module is loaded.'),
    iptables: depends('Modules must be loaded on the node.', 'incus-faq'),
    wireguard: depends("The kernel's own works where the node has the module, a user space one otherwise.", 'wgeasy327'),
    tun: depends('The provider must allow the device.'),
    fuse: depends('The provider switches it on (`fuse=1` on Proxmox).', 'pve-docs'),
    swap: no('There is a share of the swap of the node; a container cannot add its own.', 'incus-opt'),
    sysctl: depends('Namespaced keys only; the host can set more.', 'incus-opt'),
    ebpf: no('Not by default; interception of bpf is an opt-in of the host and covers little.', 'incus-sys'),
  },
  overselling: {
    memory: say(
      'The cgroup limit is not a reservation; with soft enforcement a container may exceed it while the host has spare memory.',
      'incus-opt',
    ),
    cpu: say(
      'A percentage is a soft share, a time slice a hard cap; a number of CPUs is balanced, not pinned.',
      'incus-opt',
      'pve-pct',
    ),
    disk: say('Thin LVM, sparse ZFS volumes.', 'pve-docs'),
    usualDefault: say('Proxmox: no CPU cap, weight 100.', 'pve-pct'),
  },
  ballooning: { device: 'no', limit: say('There is no balloon: a limit is not a reservation.', 'incus-opt') },
  detection: {
    systemdDetectVirt: 'lxc',
    marks: [
      say('PID 1 has container=lxc in its environment.', 'sd-virt'),
      say('Kernel name ending in -pve, /dev/.lxd or an Incus agent socket, lxcfs mounts over /proc.', 'lxcfs', 'report-lxc'),
    ],
    pitfalls: [
      say(
        "lxcfs shows the container's own values, so steal time is not the host's; without lxcfs `free` shows the whole host.",
        'lxcfs',
      ),
    ],
  },
};
