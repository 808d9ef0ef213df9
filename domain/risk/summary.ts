/** The assessment in one sentence. */
import type { WeighedEvidence } from './evidence.ts';
import type { RiskLevel } from './level.ts';

const PHRASES: Readonly<Record<string, string>> = {
  'RM-DED-CPU': 'dedicated CPUs are promised',
  'RM-SHARED': 'the CPU is documented as shared',
  'RM-BURST-DOC': 'the CPU has a documented baseline with bursts',
  'RM-CAP-SOLD': 'a part of a core is what is sold',
  'RM-CAP-AUP': 'the terms limit how much CPU may be used',
  'RM-FAIRUSE': 'CPU use is "fair use" without a number',
  'RM-UPTO': 'cores are sold as "up to"',
  'RM-RAM-DED': 'memory is said to be dedicated',
  'RM-BURST-RAM': 'part of the memory is burst',
  'TE-OVZ': 'OpenVZ memory is a limit, not a reservation',
  'TE-LXC': 'LXC memory is a limit, not a reservation',
  'TE-XEN': 'Xen makes overselling memory hard',
  'TE-NAT': 'its IPv4 is shared',
  'PX-LOW': 'the price is far below its peers',
  'PX-FLOOR': 'the price is compared with what the parts cost',
  'PX-HIGH': 'the price is above most peers',
  'SH-UNLIM': 'transfer is unmetered at a low price',
  'SH-DISK': 'there is much disk for its memory',
  'SH-VCPU': 'there are many vCPUs for its memory',
  'SH-PREPAID': 'it is paid years ahead',
  'PR-AGE': "the provider's age is known",
  'PR-REPORTS': 'people report trouble',
  'PR-OPEN': 'the provider publishes how full its nodes are',
  'ME-STEAL': 'CPU time was measured under load',
  'ME-STEAL-IDLE': 'CPU time was taken from an idle server',
  'ME-FLAT': 'measured steal looks like a fixed limit',
  'ME-SINGLE': 'its speed was measured against the same chip elsewhere',
  'ME-CV': 'repeated runs were compared',
  'ME-SCALE': 'its vCPUs together do no more than one',
  'ME-SELF': 'two runs of one test differ',
  'ME-SLOWRUN': 'a benchmark took unusually long',
  'ME-CORES': 'fewer vCPUs are seen than were sold',
  'ME-TECH': 'another technology is seen than was sold',
  'ME-RAM': 'less memory is seen than was sold',
  'ME-DISK': 'its disk was measured',
  'ME-NET': 'its port was measured slow',
};

/** "Elevated: OpenVZ memory is a limit, not a reservation; part of the memory is burst." */
export function summaryOf(level: RiskLevel | 'unknown', weighed: readonly WeighedEvidence[], contradicted: boolean): string {
  const reasons = weighed
    .filter(({ counts }) => counts !== 0)
    .toSorted((a, b) => Math.abs(b.counts) - Math.abs(a.counts))
    .slice(0, 3)
    .map(phraseOf);
  if (contradicted) reasons.unshift('what is said of dedicated CPUs is contradicted by a measurement');
  const matching = weighed.some(({ ln, meaning }) => ln === 0 && meaning.includes('matches what was sold'));
  if (matching) reasons.push('what was measured matches what was sold');
  if (level === 'unknown') {
    return reasons.length === 0
      ? 'Unknown: nothing is said that it could be judged by.'
      : `Unknown: too little is known; ${reasons.join('; ')}.`;
  }
  return `${level.charAt(0).toUpperCase()}${level.slice(1)}: ${reasons.join('; ')}.`;
}

function phraseOf({ id, ln }: WeighedEvidence): string {
  if (id === 'PX-FLOOR') return ln > 0 ? 'the price is below what the parts cost' : 'the price is well above what the parts cost';
  if (id === 'PR-AGE') return ln > 0 ? 'the provider is young' : 'the provider has been there for years';
  if (id === 'ME-STEAL') return ln > 0 ? 'CPU time was taken under load' : 'no CPU time was taken under load';
  if (id === 'ME-SINGLE')
    return ln > 0 ? 'it measured slower than the same chip elsewhere' : 'it measured as fast as the same chip elsewhere';
  if (id === 'ME-CV') return ln > 0 ? 'its speed varies' : 'its speed is steady';
  if (id === 'ME-DISK') return 'its disk measured slow';
  return PHRASES[id] ?? id;
}
