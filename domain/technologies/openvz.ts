import { depends, no, say, type TechnologyKnowledge, unknown } from './knowledge.ts';
import { OPENVZ6 } from './openvz6.ts';
import { OPENVZ7 } from './openvz7.ts';
import { CONTAINER_CELLS } from './shared-cells.ts';

const BY_VERSION = 'It depends on the version, which the offer does not name: not on 6 as a rule, possibly on 7.';

/** OpenVZ of a version that nobody stated: what holds for both, and otherwise unknown. */
export const OPENVZ: TechnologyKnowledge = {
  id: 'openvz',
  name: 'OpenVZ, version not stated',
  kind: 'container',
  summary: say(
    'Containers on one shared kernel: of 2.6.32 (version 6, out of support) or 3.10 (version 7). Ask which.',
    'vz7-readme',
  ),
  sharedKernel: true,
  kernel: say('Not known: 2.6.32 or 3.10. The kernel name tells ("stab" or "vz7").', 'report-ovz6', 'report-ovz7'),
  endOfLife: [...OPENVZ6.endOfLife, ...OPENVZ7.endOfLife],
  guests: say('Linux only; which distributions run depends on the version.'),
  overhead: OPENVZ7.overhead,
  whyProvidersChooseIt: OPENVZ7.whyProvidersChooseIt,
  capabilities: {
    ...CONTAINER_CELLS,
    docker: unknown(BY_VERSION, 'moby28850', 'vzctl-log'),
    'nested-virtualization': no('A container has no virtual CPU that could offer it.'),
    ipset: unknown(BY_VERSION, 'ipset-ovz', 'fwd617'),
    nftables: unknown(BY_VERSION, 'crowdsec248'),
    iptables: unknown(BY_VERSION, 'vzctl-man', 'vzctl-log'),
    wireguard: depends('Never in the kernel; a user space implementation works where TUN is on.', 'wg25', 'wgeasy609'),
    tun: depends('The provider decides on TUN/TAP.'),
    fuse: depends('The provider decides on FUSE.'),
    swap: no('There is only vSwap, which the provider sets.', 'vswap'),
    sysctl: unknown('Few keys on 6, a subset on 7.'),
    ebpf: no('Neither kernel has useful support.'),
  },
  overselling: {
    memory: say('Memory is a limit without a reservation in both versions unless the provider set one.', 'vswap', 'vz7-guide'),
    cpu: OPENVZ7.overselling.cpu,
    disk: say('A quota on a shared file system, or ploop images that grow.', 'vzctl-man'),
    usualDefault: say('No reservation.', 'vswap', 'vz7-guide'),
  },
  ballooning: OPENVZ6.ballooning,
  detection: { systemdDetectVirt: 'openvz', marks: OPENVZ6.detection.marks.slice(0, 1), pitfalls: OPENVZ7.detection.pitfalls },
};
