import { depends, no, say, type TechnologyKnowledge } from './knowledge.ts';
import { CONTAINER_CELLS } from './shared-cells.ts';

/** OpenVZ 7 / Virtuozzo 7 containers. */
export const OPENVZ7: TechnologyKnowledge = {
  id: 'openvz7',
  name: 'OpenVZ 7 / Virtuozzo 7',
  kind: 'container',
  summary: say(
    'Containers on one shared kernel of the RHEL 7 line. The memory of a container is a limit: its guarantee is 0 % unless the provider changed that.',
    'vz7-readme',
    'vz7-guide',
    'vzctl-man',
  ),
  sharedKernel: true,
  kernel: say(
    '3.10.0-*.vz7.* with backports, for all containers of a node. Not modern any more; the template can show a higher release.',
    'report-ovz7',
    'vzctl-osr',
  ),
  endOfLife: [
    {
      what: 'OpenVZ 7',
      date: null,
      note: 'The project named no day: its table said "TBD" in 2020.',
      basis: say('', 'fwd617').basis,
    },
    { what: 'RHEL 7, its base', date: '2024-06-30', note: 'Extended support to 2029-05-31.', basis: say('', 'eol').basis },
  ],
  guests: say(
    'Linux only. Distributions whose glibc or systemd asks for a kernel after 3.10 do not run or need the faked release.',
  ),
  overhead: say('Almost none: processes run directly on the node. What is lost is isolation, not speed.'),
  whyProvidersChooseIt: say(
    'Many containers on a node, memory that is shared by default, and disk images that grow as they fill.',
  ),
  capabilities: {
    ...CONTAINER_CELLS,
    docker: depends(
      'The node loads overlay and the full netfilter set, so Docker works technically; whether it is allowed is up to the provider.',
      'vzctl-log',
      'docker-overlay',
    ),
    'nested-virtualization': no('A container has no virtual CPU that could offer it.'),
    ipset: depends('Works in principle since 7, where the node has it loaded.', 'fwd617'),
    nftables: depends('nft-based tools are reported to fail on some nodes.', 'crowdsec248'),
    iptables: depends(
      'The full set is the default since 2016; the provider can restrict it, and nft front ends may fail.',
      'vzctl-log',
    ),
    wireguard: depends('The kernel refuses the interface; a user space implementation works over TUN.', 'wgeasy609'),
    tun: depends('Allowed by the default device rule; the provider can take it away.', 'vzctl-log'),
    fuse: depends('The provider switches FUSE on for a container.'),
    swap: no('There is only the vSwap that the provider sets, often 0.', 'report-ovz7'),
    sysctl: depends('A subset of the keys can be set for each container.'),
    ebpf: no('There is no useful support on a 3.10 kernel.'),
  },
  overselling: {
    memory: say(
      'The memory guarantee of a container is 0 % by default (40 % for a virtual machine of the same product); pfcache shares pages of equal files.',
      'vz7-guide',
      'vz7-readme',
    ),
    cpu: say('cpuunits are a weight; a hard limit (cpulimit) is optional.', 'vzctl-man'),
    disk: say('ploop images expand as they fill.', 'vzctl-man'),
    usualDefault: say('As the product ships: a limit, no reservation.', 'vz7-guide'),
  },
  ballooning: { device: 'no', limit: say('Containers have none; virtual machines of the same product have one.', 'vz7-readme') },
  detection: {
    systemdDetectVirt: 'openvz',
    marks: [
      say('/proc/vz exists and /proc/bc does not; /proc/user_beancounters; venet0.', 'sd-virt'),
      say('The kernel name contains "vz7"; lscpu says "Hypervisor vendor: Parallels, type: container".', 'report-ovz7'),
    ],
    pitfalls: [
      say('A "4.19" kernel can still be vz7: the template fakes the release.', 'vzctl-osr'),
      say(
        'Steal time is always 0; CPU flags are those of the host, so "VM-x enabled" says nothing about nesting.',
        'report-ovz7',
      ),
    ],
  },
};
