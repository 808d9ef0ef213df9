/** The virtualization technologies an offer can run on, and the families a search may name. */

/** Every technology value; `none` is a dedicated server, `unknown` is a fact not known. */
export const TECHNOLOGIES = [
  'openvz6',
  'openvz7',
  'openvz',
  'lxc',
  'xen-pv',
  'xen-hvm',
  'xen-pvh',
  'xen',
  'kvm',
  'hyper-v',
  'vmware',
  'bhyve',
  'firecracker',
  'none',
  'unknown',
] as const;

/** Name of a technology. */
export type Technology = (typeof TECHNOLOGIES)[number];

/** How sure a technology is: `none` goes with `unknown`. */
export const CONFIDENCES = ['high', 'medium', 'low', 'none'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

const FAMILIES: Partial<Record<Technology, readonly Technology[]>> = {
  openvz: ['openvz', 'openvz6', 'openvz7'],
  xen: ['xen', 'xen-pv', 'xen-hvm', 'xen-pvh'],
};

/** What a search for a technology takes in: `openvz` its versions, `xen` its modes, everything else itself. */
export function withVersions(technology: Technology): readonly Technology[] {
  return FAMILIES[technology] ?? [technology];
}
