/** What to ask a seller: only what the offer leaves open. */
import type { PlanSpec } from '../plan.ts';
import type { PlanResources } from '../resource-model/resource-model.ts';

/** What the questions depend on. */
export interface AskedAbout {
  readonly technology: PlanSpec['technology'];
  readonly cpu: PlanSpec['cpu'];
  readonly memory: PlanSpec['memory'];
  readonly storage: Pick<PlanSpec['storage'], 'type'>;
  readonly network: PlanSpec['network'];
  readonly locations: readonly unknown[];
  readonly hasPrice: boolean;
  readonly introductoryWithoutRenewal: boolean;
}

/** The questions, the weightiest first. */
export function questionsFor(offer: AskedAbout, { cpu, memory }: PlanResources): readonly string[] {
  const { technology, network, storage } = offer;
  const container = ['openvz', 'openvz6', 'openvz7', 'lxc'].includes(technology.value);
  const all: readonly (readonly [boolean, string])[] = [
    [technology.value === 'unknown', 'Which virtualization is it: KVM, Xen, OpenVZ (6 or 7), LXC or another?'],
    [technology.value === 'openvz', 'Is it OpenVZ 6 or 7, and which kernel does a container see?'],
    [technology.value === 'xen', 'Which mode of Xen: PV, HVM or PVH?'],
    [cpu.model === 'unknown', 'Are the vCPUs dedicated, shared, or limited to a part of a core, and where is that written?'],
    [cpu.model === 'shared', 'How much CPU may be used all day before it counts as abuse, in percent and hours?'],
    [
      (cpu.model === 'burst' || cpu.model === 'capped') && cpu.baselinePct === null,
      'What share of a vCPU is guaranteed when the burst is used up?',
    ],
    [container && memory.model !== 'dedicated', 'Is the memory guaranteed to the container, or only limited?'],
    [container, 'Are Docker, TUN/TAP and FUSE allowed?'],
    [offer.cpu.model === null, 'Which chip does the node have?'],
    [storage.type === 'unknown', 'Is the disk NVMe, SSD or HDD, and local or over a network?'],
    [network.unmetered === true, 'What is fair use of unmetered transfer, as a figure?'],
    [
      network.unmetered === false && network.transferGb !== null && network.overage === 'unknown',
      'What happens beyond the transfer: is it charged, slowed down or cut off?',
    ],
    [network.portMbps === null, 'How fast is the port, and is it shared?'],
    [network.ipv4 === null && network.natIpv4 === null, 'Is there an IPv4 address of its own?'],
    [offer.introductoryWithoutRenewal, 'What does it cost after the first term?'],
    [!offer.hasPrice, 'What does it cost, for which term?'],
    [offer.locations.length === 0, 'Where is the server?'],
  ];
  return all.flatMap(([open, question]) => (open ? [question] : []));
}
