import { depends, no, say, type TechnologyKnowledge } from './knowledge.ts';
import { CONTAINER_CELLS } from './shared-cells.ts';

/** OpenVZ on the 2.6.32 kernel: long out of support. */
export const OPENVZ6: TechnologyKnowledge = {
  id: 'openvz6',
  name: 'OpenVZ 6 (legacy)',
  kind: 'container',
  summary: say('Containers on one shared, very old kernel. Out of support since November 2019.', 'fwd617', 'vz7-readme'),
  sharedKernel: true,
  kernel: say('2.6.32-042stab… (before: 2.6.18), the same for all containers of a node.', 'report-ovz6'),
  endOfLife: [{ what: 'OpenVZ 6', date: '2019-11', note: 'No security fixes since.', basis: say('', 'fwd617').basis }],
  guests: say(
    'Linux with old user lands only: current glibc refuses a 2.6.32 kernel, so CentOS 6/7, Debian 8/9 and Ubuntu 16.04 are about the newest that run.',
  ),
  overhead: say('Almost none: processes run directly on the node. What is lost is isolation, not speed.'),
  whyProvidersChooseIt: say(
    'The most containers on a node of any technology, and hardware without virtualization extensions is enough.',
  ),
  capabilities: {
    ...CONTAINER_CELLS,
    docker: no(
      'Current Docker needs a newer kernel; only Docker 1.x with the slow vfs driver ever ran, where the provider switched the bridge feature on.',
      'moby20376',
      'moby28850',
      'docker-overlay',
    ),
    'nested-virtualization': no('A container has no virtual CPU that could offer it.'),
    ipset: no('The kernel answers "Operation not permitted" inside containers.', 'ipset-ovz', 'fail2ban827'),
    nftables: no('nftables came with Linux 3.13; this kernel is 2.6.32.'),
    iptables: depends('The provider chooses the modules of each container and may cap the number of rules.', 'vzctl-man'),
    wireguard: depends('No kernel module; a user space implementation works where TUN is switched on.', 'wg25'),
    tun: depends('The provider switches TUN/TAP on for a container.'),
    fuse: depends('The provider switches FUSE on for a container.'),
    swap: no(
      'There is only vSwap, which the provider sets: it slows the container down instead of using a disk of yours.',
      'vswap',
    ),
    sysctl: depends('Few keys can be set inside a container.'),
    ebpf: no('This kernel has no eBPF.'),
  },
  overselling: {
    memory: say('Memory is a limit without a reservation; vm_overcommit, swap of the node and vSwap stretch it.', 'vswap'),
    cpu: say('cpuunits are a weight; a hard limit (cpulimit) is optional.', 'vzctl-man'),
    disk: say('A quota on a shared file system (simfs), or sparse ploop images.'),
    usualDefault: say('No reservation. "Burst RAM" on an offer of this kernel means vSwap.', 'vswap', 'solus-vswap'),
  },
  ballooning: {
    device: 'no',
    limit: say('There is no balloon: what a container does not use is not reserved for it in the first place.'),
  },
  detection: {
    systemdDetectVirt: 'openvz',
    marks: [
      say('/proc/vz exists and /proc/bc does not; /proc/user_beancounters; venet0.', 'sd-virt'),
      say('The kernel name contains "stab"; root on simfs or /dev/ploop*.', 'report-ovz6'),
    ],
    pitfalls: [
      say('The template can fake the kernel release; ploop alone does not tell 6 from 7.', 'vzctl-osr'),
      say('Steal time is always 0 in a container: contention shows as longer run times only.', 'report-ovz7'),
    ],
  },
};
