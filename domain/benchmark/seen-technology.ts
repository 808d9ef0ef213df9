/**
 * Technology as seen from inside a server: the word that `systemd-detect-virt` prints (systemd-detect-virt(1); src/basic/virt.c),
 * what bench scripts make of DMI strings, and the name of the kernel.
 */
import type { Technology } from '../technology.ts';
import type { SeenTechnology } from './report.ts';

/** What a detector's word means here, and what must be said beside it. */
export interface Sighting extends SeenTechnology {
  readonly warning: string | null;
}

/** Words that name one technology. Nitro (amazon) and Compute Engine (google) are KVM. */
const WORDS: Readonly<Record<string, Technology>> = {
  kvm: 'kvm',
  amazon: 'kvm',
  google: 'kvm',
  xen: 'xen',
  'xen-domu': 'xen',
  'xen-dom0': 'xen',
  'xen-pv': 'xen-pv',
  'xen-hvm': 'xen-hvm',
  'xen-pvh': 'xen-pvh',
  openvz: 'openvz',
  lxc: 'lxc',
  'lxc-libvirt': 'lxc',
  vmware: 'vmware',
  microsoft: 'hyper-v',
  'hyper-v': 'hyper-v',
  hyperv: 'hyper-v',
  bhyve: 'bhyve',
  firecracker: 'firecracker',
  none: 'none',
};

/** DMI strings that some scripts print in place of a word. */
const DMI: readonly (readonly [RegExp, Technology])[] = [
  [/vmware/i, 'vmware'],
  [/\bkvm\b/i, 'kvm'],
  [/\bxen\b|hvm domu/i, 'xen'],
  [/hyper-?v|microsoft/i, 'hyper-v'],
  [/bhyve/i, 'bhyve'],
  [/openvz|virtuozzo container/i, 'openvz'],
  [/\blxc\b/i, 'lxc'],
];

/** Words that name a layer on top of, or a mask in front of, what the server runs on. */
const UNCLEAR: readonly (readonly [RegExp, string])[] = [
  [/^dedicated$/i, '"Dedicated" is what this script prints where it detects nothing; virtual machines print it as well.'],
  [
    /qemu|standard pc|i440fx|q35|bochs|seabios/i,
    "QEMU without KVM's signature: software emulation, or a provider that masks the signature.",
  ],
  [
    /^(?:docker|podman|pouch|rkt|systemd-nspawn|proot|wsl)$/i,
    'The report was made inside a container or WSL: what is below it cannot be seen.',
  ],
];

/** What a word of a detector means. The kernel tells OpenVZ 6 from 7, and speaks where the tool printed no word. */
export function seenTechnology(word: string | null, kernel: string | null): Sighting {
  const said = word?.trim() || null;
  const byKernel = kernel === null ? null : technologyOfKernel(kernel);
  if (said === null || /^(?:unknown|\?+)$/i.test(said)) {
    return byKernel === null ? { value: 'unknown', said, warning: null } : { value: byKernel, said: kernel, warning: null };
  }
  const named = WORDS[said.toLowerCase().replace(/[\s_]+/g, '-')] ?? DMI.find(([pattern]) => pattern.test(said))?.[1] ?? null;
  if (named === 'openvz') return { value: isOpenvz(byKernel) ? byKernel : 'openvz', said, warning: null };
  if (named !== null) return { value: named, said, warning: null };
  // A container whose kernel names OpenVZ is one, whatever a script made of it.
  if (isOpenvz(byKernel)) return { value: byKernel, said: kernel, warning: null };
  return { value: 'unknown', said, warning: UNCLEAR.find(([pattern]) => pattern.test(said))?.[1] ?? null };
}

function isOpenvz(technology: Technology | null): technology is 'openvz6' | 'openvz7' | 'openvz' {
  return technology === 'openvz6' || technology === 'openvz7' || technology === 'openvz';
}

/**
 * What the name of a kernel gives away: `stab` is OpenVZ's 2.6 line, `vz7` Virtuozzo 7's, `-pve` Proxmox's, which a server that
 * is sold sees in its containers. Null: nothing. Templates can fake the name of an OpenVZ 7 kernel, so its absence says nothing.
 */
export function technologyOfKernel(kernel: string): Technology | null {
  if (/\dstab\d/.test(kernel)) return 'openvz6';
  if (/\.vz7(?:\.|$)/.test(kernel)) return 'openvz7';
  if (/\.vz\d{1,2}(?:\.|$)/.test(kernel)) return 'openvz';
  if (/-pve$/.test(kernel)) return 'lxc';
  if (/-xen(?:U|-|$)/.test(kernel)) return 'xen';
  return null;
}
