/** What a plan's words say that can or cannot run: "Docker: yes", "TUN/TAP on request", "no nested virtualization". */
import { sentencesOf } from '../resource-model/sentences.ts';
import type { Capability } from './capability.ts';
import type { StatedCapability } from './stated-capability.ts';

const WORDS: readonly (readonly [Capability, RegExp])[] = [
  ['docker', /\bdocker\b/i],
  ['nested-virtualization', /\bnested (?:virtuali[sz]ation|kvm|vms?)\b|\bvt-x (?:passthrough|passed)/i],
  ['custom-iso', /\b(?:custom|own|your) isos?\b|\biso (?:mount(?:ing)?|upload|support)\b/i],
  ['tun', /\btun(?:\/| ?& ?|-)tap\b|\btun enabled\b|\btun device\b/i],
  ['fuse', /\bfuse\b/i],
  ['wireguard', /\bwireguard\b/i],
  ['windows', /\bwindows(?: server)?\b/i],
  ['bsd', /\b(?:free|open|net)bsd\b/i],
  ['own-kernel', /\b(?:custom|own) kernels?\b/i],
  ['nftables', /\bnftables\b/i],
  ['ipset', /\bipset\b/i],
];

const NO = /\b(?:no|not|without|cannot|can't|isn't|aren't|disabled|prohibited|forbidden|unsupported|unavailable)\b|✗|❌|: ?no\b/i;
const MAYBE =
  /\b(?:on request|upon request|by ticket|via ticket|on demand|ask|contact|optional|may be enabled|can be enabled|extra|add-?on)\b/i;
const YES =
  /\b(?:yes|supported|supports?|enabled|allowed|available|included|compatible|ready|works?|run|runs|installable|possible|friendly|capable|permitted)\b|✓|✔|✅|: ?yes\b/i;
const BARE = /^(?:[-*+•\s]|✓|✔|✅)*[\w/&\- ]{2,40}$/;

/**
 * Statements in the words of a plan. A capability that is merely mentioned in a sentence states nothing; a line that is hardly more
 * than its name ("TUN/TAP", "Custom ISO") offers it.
 */
export function readStatedCapabilities(text: string): readonly StatedCapability[] {
  const found = new Map<Capability, StatedCapability>();
  for (const said of sentencesOf(text).flatMap((sentence) => sentence.split(/, (?=[A-Z✓✔✅])/))) {
    for (const [capability, pattern] of WORDS) {
      if (found.has(capability) || !pattern.test(said)) continue;
      const value = valueIn(said, capability);
      if (value !== null) found.set(capability, { capability, value, said });
    }
  }
  return [...found.values()];
}

function valueIn(said: string, capability: Capability): StatedCapability['value'] | null {
  if (MAYBE.test(said)) return 'provider-dependent';
  if (NO.test(said)) return 'no';
  if (YES.test(said)) return 'yes';
  // "Windows" alone stands in names of plans and lists of licences too.
  return BARE.test(said) && said.length <= 30 && capability !== 'windows' ? 'yes' : null;
}
