/** What follows for every virtual machine from having a kernel of its own, and for every container from not having one. */
import type { Capability } from './capability.ts';
import { type Cell, no, yes } from './knowledge.ts';

const OWN = 'The guest runs a kernel of its own, so the technology sets no limit.';

/** Cells of a virtual machine with devices and kernel of its own; each technology says what differs. */
export const MACHINE_CELLS: Readonly<
  Record<Exclude<Capability, 'windows' | 'bsd' | 'custom-iso' | 'nested-virtualization'>, Cell>
> = {
  docker: yes(OWN),
  'own-kernel': yes('The guest boots whatever kernel is on its disk.'),
  'kernel-modules': yes(OWN),
  linux: yes('Any Linux distribution of the architecture runs.'),
  ipset: yes(OWN),
  nftables: yes(OWN),
  iptables: yes(OWN),
  wireguard: yes("WireGuard is part of Linux since 5.6; the kernel is the guest's own."),
  tun: yes(OWN),
  fuse: yes(OWN),
  swap: yes('The guest makes swap on its own disk.'),
  sysctl: yes(OWN),
  ebpf: yes(OWN),
};

/** Cells that hold for every container on a shared kernel. */
export const CONTAINER_CELLS = {
  'own-kernel': no('A container runs on the kernel of its node.', 'vz-kern'),
  'kernel-modules': no('Modules belong to the kernel of the node, which a container cannot change.', 'vz-kern'),
  linux: yes('The node runs Linux, so Linux user lands run.'),
  windows: no('A container on a Linux kernel cannot run another system.'),
  bsd: no('A container on a Linux kernel cannot run another system.'),
  'custom-iso': no('There is no virtual machine that could boot an image.'),
} satisfies Partial<Record<Capability, Cell>>;
