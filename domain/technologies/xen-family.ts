/** What the modes of Xen have in common. */
import { say } from './knowledge.ts';

export const XEN_COMMON = {
  endOfLife: [{ what: 'Xen', date: null, note: 'Per release of Xen.', basis: say('').basis }],
  whyProvidersChooseIt: say(
    'A small hypervisor with memory that is hard to oversell, and years of tools around it.',
    'xen-support',
  ),
  overselling: {
    memory: say(
      'Ballooning up to `maxmem` and populate-on-demand are supported; page sharing and paging are experimental, and guest memory is not swapped by the host by default. In a test of a 6 GB host Xen ran 4 guests of 1 GB where others ran 10.',
      'xen-support',
      'hpaluch',
    ),
    cpu: say(
      'The credit scheduler has a weight and an optional cap; without a cap and without pinning vCPUs are shared.',
      'xl-cfg',
    ),
    disk: say('Thin LVM, VHD, qcow2.'),
    usualDefault: say('Memory is fixed where `maxmem` is not set.', 'xl-cfg'),
  },
  ballooning: {
    device: 'yes',
    limit: say(
      'Never above the configured maximum (`maxmem`), which can be above what the guest started with.',
      'xl-cfg',
      'xl-mem',
    ),
  },
  detection: {
    systemdDetectVirt: 'xen',
    marks: [
      say('systemd says xen for guests only.', 'sd-virt'),
      say('/sys/hypervisor/guest_type says PV, HVM or PVH; HVM has "Xen" in its DMI data, PV has none.'),
    ],
    pitfalls: [say('systemd does not tell the modes apart; Xen may look like Hyper-V, which systemd checks for.', 'sd-virt')],
  },
} as const;
