/** What a buyer may want to do on a server, by name. */

/** Every capability, with what it means in a few words. */
export const CAPABILITIES = {
  docker: 'run current Docker',
  'own-kernel': 'boot a kernel of your own',
  'kernel-modules': 'load kernel modules',
  linux: 'run Linux',
  windows: 'run Windows',
  bsd: 'run a BSD',
  'custom-iso': 'install from your own ISO image',
  'nested-virtualization': 'run virtual machines inside',
  ipset: 'use ipset',
  nftables: 'use nftables',
  iptables: 'use every iptables module',
  wireguard: "use the kernel's WireGuard",
  tun: 'use TUN/TAP devices',
  fuse: 'mount FUSE file systems',
  swap: 'add swap of your own',
  sysctl: 'set any sysctl',
  ebpf: 'load eBPF programs',
} as const;

export type Capability = keyof typeof CAPABILITIES;
export const CAPABILITY_NAMES = Object.keys(CAPABILITIES) as Capability[];

/** `provider-dependent`: the technology allows it, the provider decides. Never to be shown as yes; `unknown` never as no. */
export const CAPABILITY_VALUES = ['yes', 'no', 'provider-dependent', 'unknown'] as const;
export type CapabilityValue = (typeof CAPABILITY_VALUES)[number];
