/** Documents that the knowledge about technologies rests on. Read as of {@link AS_OF}. */

/** Day on which the documents were read. */
export const AS_OF = '2026-11-22';

/** One document, at the commit read where it has commits. `url` is null for observations that have no public address. */
export interface Reference {
  readonly title: string;
  readonly url: string | null;
}

const github = (path: string, what: string): Reference => ({ title: what, url: `https://github.com/${path}` });

export const REFERENCES = {
  moby20376: github('moby/moby/issues/20376', 'Docker 1.10.1 with vfs on an OpenVZ 6 kernel (moby issue 20376)'),
  moby28850: github('moby/moby/issues/28850', 'Docker on OpenVZ, provided bridge mode is enabled (moby issue 28850)'),
  moby32334: github('moby/moby/issues/32334', 'overlay is missing on OpenVZ 6 (moby issue 32334)'),
  'docker-overlay': {
    title: 'Docker: OverlayFS storage driver',
    url: 'https://docs.docker.com/engine/storage/drivers/overlayfs-driver/',
  },
  'ipset-ovz': github('dannysheehan/iptables-ipset-blacklists/issues/1', 'ipset is refused inside OpenVZ 6 containers'),
  fail2ban827: github('fail2ban/fail2ban/issues/827', 'ipset on OpenVZ (fail2ban issue 827)'),
  fwd617: github('firewalld/firewalld/issues/617', 'firewalld issue 617, which quotes the release table of wiki.openvz.org'),
  crowdsec248: github(
    'crowdsecurity/cs-firewall-bouncer/issues/248',
    'nft-based tools on OpenVZ 7 (cs-firewall-bouncer issue 248)',
  ),
  wg25: github('angristan/wireguard-install/issues/25', 'WireGuard on OpenVZ (wireguard-install issue 25)'),
  wgeasy609: github('wg-easy/wg-easy/issues/609', 'WireGuard interfaces are refused on OpenVZ 7 (wg-easy issue 609)'),
  wgeasy327: github('wg-easy/wg-easy/issues/327', 'WireGuard in LXC (wg-easy issue 327)'),
  vswap: { title: 'OpenVZ wiki: VSwap', url: 'https://wiki.openvz.org/VSwap' },
  'solus-vswap': { title: 'Virtualizor: VSwap on OpenVZ', url: 'https://www.virtualizor.com/wiki/VSwap_Openvz' },
  'ubc-calc': { title: 'OpenVZ memory statistics', url: 'https://nazeems.wordpress.com/2012/11/16/openvz-memory-statistics' },
  'vz-kern': github(
    'linuxserver/docker-wireguard/issues/32',
    'containers share the kernel of their node (docker-wireguard issue 32)',
  ),
  'vz7-readme': github('OpenVZ/vz-docs/blob/e97b2fd/virtuozzo_7_readme.asc', 'Virtuozzo 7 readme'),
  'vz7-guide': github('OpenVZ/vz-docs/blob/e97b2fd/virtuozzo_7_users_guide.asc', "Virtuozzo 7 user's guide"),
  'vzctl-man': github('OpenVZ/vzctl/blob/42ab7b3/man/vzctl.8', 'vzctl(8)'),
  'vzctl-log': github('OpenVZ/vzctl/commits/42ab7b3', 'vzctl commit log, 2016 and 2017'),
  'vzctl-osr': github('OpenVZ/libvzctl/tree/ebbfc38', 'libvzctl: OSRELEASE of a template'),
  'pve-pct': github('proxmox/pve-docs/blob/e5010dc/pct.adoc', 'Proxmox VE: container toolkit'),
  'pve-qm': github('proxmox/pve-docs/blob/e5010dc/qm.adoc', 'Proxmox VE: virtual machines'),
  'pve-ksm': github('proxmox/pve-docs/blob/e5010dc/kernel-samepage-merging.adoc', 'Proxmox VE: kernel samepage merging'),
  'pve-docs': github('proxmox/pve-docs/tree/e5010dc', 'Proxmox VE documentation'),
  'incus-faq': github('lxc/incus/blob/be7afc5/doc/faq.md', 'Incus: frequently asked questions'),
  'incus-opt': github('lxc/incus/blob/be7afc5/doc/config_options.txt', 'Incus: instance options'),
  'incus-sys': github('lxc/incus/blob/be7afc5/doc/syscall-interception.md', 'Incus: system call interception'),
  lxcfs: github('lxc/lxcfs/blob/e1c5a7d/README.md', 'lxcfs'),
  'zfs-gist': { title: 'Docker in LXC on ZFS', url: 'https://gist.github.com/afanjul/492ca7b10982f6de2cb2c475fe76af6a' },
  'xl-cfg': github('xen-project/xen/blob/c447b73/docs/man/xl.cfg.5.pod.in', 'xl.cfg(5)'),
  'xl-mem': github('xen-project/xen/blob/c447b73/docs/man/xl.1.pod.in', 'xl(1)'),
  'xen-support': github('xen-project/xen/blob/c447b73/SUPPORT.md', 'Xen: support statement'),
  hpaluch: github('hpaluch/hpaluch.github.io/wiki', 'memory overcommit of hypervisors, tested'),
  nova: github('openstack/nova/blob/00a0304/nova/conf/compute.py', 'OpenStack Nova: allocation ratios'),
  kubevirt: github('kubevirt/user-guide/tree/bf1f356', 'KubeVirt: node overcommit'),
  rhel10: { title: 'RHEL 10: optimizing virtual machine CPU performance', url: 'https://docs.redhat.com/' },
  'rhv-mem': { title: 'RHV: memory policy', url: 'https://docs.redhat.com/' },
  'hyperv-dm': github('MicrosoftDocs/windowsserverdocs', 'Hyper-V: dynamic memory (2025-10-27)'),
  'az-b': github('MicrosoftDocs/azure-docs', 'Azure: B-series'),
  'fc-readme': github('firecracker-microvm/firecracker/blob/81b38b9/README.md', 'Firecracker'),
  'fc-charter': github('firecracker-microvm/firecracker/blob/81b38b9/CHARTER.md', 'Firecracker: charter'),
  'fc-balloon': github('firecracker-microvm/firecracker/blob/81b38b9/docs/ballooning.md', 'Firecracker: ballooning'),
  'fc-faq': github('firecracker-microvm/firecracker/blob/81b38b9/FAQ.md', 'Firecracker: frequently asked questions'),
  'bhyve-man': github('freebsd/freebsd-src/blob/main/usr.sbin/bhyve/bhyve.8', 'bhyve(8), 2025-10-28'),
  'esx-mem': { title: 'VMware: understanding memory resource management in ESX', url: null },
  vsphere55: { title: 'vSphere 5.5 performance guide, as quoted', url: 'https://blog.heroix.com' },
  'sd-virt': github('systemd/systemd/blob/0099e55/src/basic/virt.c', 'systemd: detection of virtualization'),
  'sd-man': {
    title: 'systemd-detect-virt(1)',
    url: 'https://www.freedesktop.org/software/systemd/man/latest/systemd-detect-virt.html',
  },
  eol: github('endoflife-date/endoflife.date/tree/a70eca3', 'endoflife.date'),
  'report-ovz7': { title: 'benchmark report from inside an OpenVZ 7 container, May 2026', url: null },
  'report-ovz6': { title: 'benchmark report from inside an OpenVZ 6 container, 2018', url: null },
  'report-lxc': { title: 'benchmark report from inside an LXC container, 2024', url: null },
  'report-qemu': { title: 'benchmark reports of KVM offers that show qemu from inside, 2025 and 2026', url: null },
  reports: { title: 'published benchmark reports', url: null },
} as const satisfies Readonly<Record<string, Reference>>;

export type ReferenceId = keyof typeof REFERENCES;
