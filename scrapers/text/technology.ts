/** The virtualization technology that words name, as `docs/vocabulary.md` maps them. Panels, consoles and nesting are not it. */
import type { Confidence, Technology } from '../../domain/technology.ts';

/** A technology with the words that carried it. */
export interface TechnologyWords {
  readonly value: Technology;
  readonly confidence: Confidence;
  readonly said: string;
}

/** Words that name a technology without selling it: remote consoles, nesting inside, comparisons. */
const NOT_SOLD = [
  /\b(?:ip|remote|rescue|free|24\/7)[\s-]{0,3}kvm\b(?!\s+(?:vps|virt|server))/gi,
  /\bkvm[\s-]{0,3}(?:over[\s-]{0,3}ip|ip|console|access|switch|ipmi)\b/gi,
  /\bkvmoip\b/gi,
  /\bipmi\s*[/&+]\s*kvm\b/gi,
  /\b(?:nested|nesting)[\s-]{1,3}(?:\w{1,20}[\s-]{1,3}){0,2}\(?(?:kvm|xen|hyper-?v|vmware)\b\)?/gi,
  /\b(?:not?|unlike|never|no\s+more|instead\s+of|better\s+than|vs\.?|kein|nicht|pas\s+d['’e]?)\s+(?:\w{1,12}\s+)?(?:open\s?vz|ovz|lxc|kvm|xen|vmware|hyper-?v)\b(?:\s*(?:or|\/|,|and)\s*(?:open\s?vz|ovz|lxc|kvm|xen)\b)?/gi,
  /\b(?:migrat\w{1,5}|moved|switch\w{0,4})\s+(?:away\s+)?from\s+\w{1,12}\b/gi,
  /\bvmware\s+(?:tools|horizon|workstation)\b/gi,
];

interface Name {
  readonly pattern: RegExp;
  readonly value: Technology;
  readonly confidence: Confidence;
}

const EDGE = String.raw`(?<!(?!\p{Script=Han})[\p{L}])`;
/** A name may go on into figures and units ("KVM1GB", "OVZ2GB"), not into letters ("KVMs" aside). */
const END = String.raw`(?:s\b|(?!(?!\p{Script=Han})[\p{L}]))`;
const named = (pattern: string, value: Technology, confidence: Confidence = 'high'): Name => ({
  pattern: new RegExp(`${EDGE}(?:${pattern})${END}`, 'iu'),
  value,
  confidence,
});

const NAMES: readonly Name[] = [
  named(String.raw`(?:open[\s-]?vz|ovz|virtuozzo(?:\s+containers?)?|vz)[\s-]?v?(?:ersion\s)?7`, 'openvz7'),
  named(String.raw`(?:open[\s-]?vz|ovz)[\s-]?v?(?:ersion\s)?6`, 'openvz6'),
  named(String.raw`open[\s-]?vz|ovz|virtuozzo\s+containers?`, 'openvz'),
  named('virtuozzo', 'openvz', 'low'),
  named(String.raw`lxc|lxd|incus|container[\s-]vps`, 'lxc'),
  named(String.raw`xen[\s(/-]{0,3}hvm`, 'xen-hvm'),
  named(String.raw`xen[\s(/-]{0,3}pvh`, 'xen-pvh'),
  named(String.raw`xen[\s(/-]{0,3}pv`, 'xen-pv'),
  named(String.raw`xen[\s-]?server|xcp[\s-]?ng|citrix\s+xen`, 'xen', 'medium'),
  named('xen', 'xen'),
  named(String.raw`hyper[\s-]?v`, 'hyper-v'),
  named('vmware|esxi|vsphere', 'vmware'),
  named('bhyve', 'bhyve'),
  named(String.raw`firecracker|micro[\s-]?vms?`, 'firecracker'),
  named('kvm', 'kvm'),
  named(
    String.raw`proxmox\s+(?:vms?|vps|virtual)|(?:virtuali[sz]ation|hypervisor|virtualisierung)\s*:\s*proxmox`,
    'kvm',
    'medium',
  ),
];

const FAMILY = (value: Technology) => (value.startsWith('openvz') ? 'openvz' : value.startsWith('xen') ? 'xen' : value);

/** The technologies that a text names, each family once, the most exact member of it. */
export function technologiesIn(text: string): readonly TechnologyWords[] {
  const left = NOT_SOLD.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  const found = new Map<string, TechnologyWords>();
  for (const { pattern, value, confidence } of NAMES) {
    const match = pattern.exec(left);
    if (match && !found.has(FAMILY(value))) found.set(FAMILY(value), { value, confidence, said: text.trim() });
  }
  return [...found.values()];
}

/** The one technology that the texts name; null where they name none or several. Texts in order of nearness. */
export function technologyOf(texts: readonly string[]): TechnologyWords | null {
  for (const text of texts) {
    const named = technologiesIn(text);
    const label =
      /\b(?:virtuali[sz]ation|hypervisor|virtualisierung|virtualización|virtualisation|technology|vps type|type)\b\s*[:=-]/i.test(
        text,
      );
    if (named.length === 1 && named[0]) {
      if (label) return named[0];
    } else if (named.length > 1 && label) return null;
  }
  const all = new Map(texts.flatMap((text) => technologiesIn(text).map((one) => [one.value, one] as const)));
  const families = new Set([...all.keys()].map(FAMILY));
  if (families.size !== 1) return null;
  const exact = [...all.values()].sort((a, b) => rank(a) - rank(b));
  return exact[0] ?? null;
}

/** Exact before general, sure before doubtful. */
function rank({ value, confidence }: TechnologyWords): number {
  return (value === FAMILY(value) ? 1 : 0) + (confidence === 'high' ? 0 : 2);
}
