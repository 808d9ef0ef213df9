/** Everything known about technologies, by id. */
import type { Technology } from '../technology.ts';
import { BHYVE } from './bhyve.ts';
import { FIRECRACKER } from './firecracker.ts';
import { HYPER_V } from './hyper-v.ts';
import type { KnownTechnology, TechnologyKnowledge } from './knowledge.ts';
import { KVM } from './kvm.ts';
import { LXC } from './lxc.ts';
import { NONE } from './none.ts';
import { OPENVZ } from './openvz.ts';
import { OPENVZ6 } from './openvz6.ts';
import { OPENVZ7 } from './openvz7.ts';
import { VMWARE } from './vmware.ts';
import { XEN } from './xen.ts';
import { XEN_HVM } from './xen-hvm.ts';
import { XEN_PV } from './xen-pv.ts';
import { XEN_PVH } from './xen-pvh.ts';

/** In the order in which they are listed. */
export const KNOWLEDGE: Readonly<Record<KnownTechnology, TechnologyKnowledge>> = {
  openvz6: OPENVZ6,
  openvz7: OPENVZ7,
  openvz: OPENVZ,
  lxc: LXC,
  'xen-pv': XEN_PV,
  'xen-hvm': XEN_HVM,
  'xen-pvh': XEN_PVH,
  xen: XEN,
  kvm: KVM,
  'hyper-v': HYPER_V,
  vmware: VMWARE,
  bhyve: BHYVE,
  firecracker: FIRECRACKER,
  none: NONE,
};

/** What is known of a technology; null for `unknown`. */
export function knowledgeOf(technology: Technology): TechnologyKnowledge | null {
  return technology === 'unknown' ? null : KNOWLEDGE[technology];
}
