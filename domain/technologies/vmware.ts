import { depends, say, type TechnologyKnowledge, yes } from './knowledge.ts';
import { MACHINE_CELLS } from './shared-cells.ts';

const EOL = say('', 'eol').basis;

/** VMware ESXi. */
export const VMWARE: TechnologyKnowledge = {
  id: 'vmware',
  name: 'VMware ESXi',
  kind: 'virtual-machine',
  summary: say('A type 1 hypervisor: full virtual machines.'),
  sharedKernel: false,
  kernel: say("The guest's own, any."),
  endOfLife: [
    { what: 'ESXi 7.0', date: '2025-10-02', note: '', basis: EOL },
    { what: 'ESXi 8.0', date: '2027-10-11', note: '', basis: EOL },
    { what: 'ESXi 9.0', date: '2027-09-17', note: '', basis: EOL },
    { what: 'ESXi 9.1', date: '2028-08-12', note: '', basis: EOL },
  ],
  guests: say('Linux, Windows, BSD.'),
  overhead: say('A few percent of CPU with the paravirtual drivers.'),
  whyProvidersChooseIt: say(
    'Tools of enterprises: live migration, shared storage, backups. Its licences cost more than the alternatives.',
  ),
  capabilities: {
    ...MACHINE_CELLS,
    windows: yes('The guest is a full virtual PC.'),
    bsd: yes('The guest is a full virtual PC.'),
    'custom-iso': depends('Possible; the panel must offer it.'),
    'nested-virtualization': depends('Where the provider switches it on for the guest.'),
  },
  overselling: {
    memory: say('Page sharing, then balloon, then compression, then host swap.', 'esx-mem'),
    cpu: say('Shares, a reservation and a limit; the vendor calls overcommitment fine in most environments.', 'vsphere55'),
    disk: say('Thin VMDK.'),
    usualDefault: say('No reservation.'),
  },
  ballooning: { device: 'yes', limit: say('vmmemctl takes memory back within the configured size: never above it.', 'esx-mem') },
  detection: {
    systemdDetectVirt: 'vmware',
    marks: [say('DMI data VMware; vmw_balloon; open-vm-tools.')],
    pitfalls: [say('Steal time is not reported unless the stealclock feature is on.')],
  },
};
