/**
 * Whose the vCPUs are, from the words of a plan. The rules know what sellers' words do not mean: "dedicated resources", "dedicated
 * IP" and "VDS" promise no core, and a vCPU "dedicated within the VM" is a shared one.
 */
import type { ResourceModel } from '../plan.ts';
import { fairUseLimits, saysFairUse } from './fair-use.ts';
import { sentencesOf } from './sentences.ts';

/** What words say about the vCPUs. */
export interface CpuWords {
  readonly model: Exclude<ResourceModel, 'unknown'>;
  /** The sentence or line. */
  readonly said: string;
  /** Name of the rule that read it. */
  readonly rule: string;
  /** Percent of each vCPU that is guaranteed or sold, where the words give a number. */
  readonly baselinePct: number | null;
}

const CORE = '(?:v?cpus?|v?cores?|(?:hyper-?)?threads?|processors?)';
/** What follows "dedicated" or "shared" where it is not about the CPU. */
const OTHER = String.raw`(?!\s{0,2}(?:ip\b|ip ?addr|ipv[46]|server|resource|support|port|bandwidth|line|uplink|host|ram\b|memory|gpu|disk|storage|network|account|manager|/\d))`;
const CHIPS = String.raw`(?:(?:physical|virtual|full|logical|amd|intel|epyc|ryzen|xeon|gold|cpu|high-frequency)[\s-]{1,2}){0,3}`;

const DEDICATED: readonly (readonly [string, RegExp])[] = [
  ['dedicated-cores', new RegExp(String.raw`\b(?:dedicated|exclusive|reserved)[\s_-]{1,2}${CHIPS}${CORE}\b`, 'i')],
  [
    'cores-dedicated',
    new RegExp(
      String.raw`\b${CORE}\b[\s:(=\dx-]{0,6}(?:(?:is|are|type|always|fully|exclusively|100%|all|cores?)[\s:]{1,2}){0,3}dedicated\b${OTHER}`,
      'i',
    ),
  ],
  ['cores-not-shared', new RegExp(String.raw`\b${CORE}\b[^.]{0,40}\b(?:not|never) (?:be )?shared\b`, 'i')],
  [
    'cores-not-shared',
    /\b(?:do|does|will) (?:not|never) share (?:(?:their|its|your|the|any) )?(?:compute|cpu|core|vcpu|processor)/i,
  ],
  [
    'full-thread',
    /\b(?:guaranteed|exclusive|sole) (?:access to|use of) (?:the |a )?(?:full |entire |whole |physical )?(?:hyper-?thread|cpu|core|thread)/i,
  ],
  [
    'cores-reserved',
    new RegExp(
      String.raw`\b(?:each|every|all|your) ${CHIPS}${CORE} (?:is|are) (?:exclusively |fully |always )?(?:reserved|dedicated|yours)\b`,
      'i',
    ),
  ],
  [
    'full-thread',
    /\bfull access to (?:the|a|an|your|each) (?:full |entire |whole |physical )?(?:hyper-?thread|cpu core|core|thread)\b/i,
  ],
  ['pinned-cores', new RegExp(String.raw`\b${CORE}[\s-]{1,2}pinn(?:ed|ing)\b|\bpinned[\s-]{1,2}(?:to )?${CHIPS}${CORE}\b`, 'i')],
];

const SHARED: readonly (readonly [string, RegExp])[] = [
  [
    'dedicated-within-vm',
    /\b(?:dedicated (?:within|inside|in|to) (?:the |your |a |each )?(?:vms?|virtual machines?|guests?)\b(?=.{0,60}\b(?:shared|distributed|scheduled|but))|dedicated within (?:the |your |a )?vm\b|dedicated\b.{0,40}\bphysically (?:distributed|shared))/i,
  ],
  ['shared-cores', new RegExp(String.raw`\bshared[\s_-]{1,2}${CHIPS}${CORE}\b`, 'i')],
  [
    'cores-shared',
    new RegExp(
      String.raw`\b${CORE}\b[\s:(=\dx-]{0,6}(?:(?:is|are|type|may be|can be)[\s:]{1,2}){0,2}(?:fair[\s-]?)?shared?\b${OTHER}`,
      'i',
    ),
  ],
  [
    'cores-shared',
    new RegExp(String.raw`\b${CORE}\b[^.]{0,60}\b(?:may be|can be|is|are|being) shared (?:between|among|with|by|across)\b`, 'i'),
  ],
  [
    'overcommitted-cores',
    new RegExp(
      String.raw`\b(?:oversubscribed|overcommitted|oversold) ${CHIPS}${CORE}\b|\b${CORE}\b[^.]{0,20} (?:is |are |may be )?(?:oversubscribed|overcommitted)\b|\bcpu (?:overcommit(?:ment)?|oversubscription) (?:ratio|factor|rate)\b`,
      'i',
    ),
  ],
  [
    'equal-share',
    new RegExp(
      String.raw`\b${CORE}[\s:]{1,2}(?:equal|proportional) shares?\b|\b(?:equal|proportional) share of (?:the )?(?:host )?${CORE}\b`,
      'i',
    ),
  ],
  ['same-cores', /\bon the same (?:physical )?(?:cpu |host )?(?:cores?|cpus?|hyper-?threads?)\b/i],
  ['same-cores', /\bsame (?:physical )?(?:cpu )?(?:cores?|hyper-?threads?) as\b/i],
  ['same-cores', /\bshar(?:es?|ing) (?:the |a )?(?:physical |same )?(?:cpus?|cores?|processors?) (?:with|between|among)\b/i],
];

const BURST: readonly (readonly [string, RegExp])[] = [
  ['burstable-cpu', /\bburstable[\s_-]{1,2}(?:v?cpus?|v?cores?|performance|compute|instances?|vms?)\b/i],
  [
    'burstable-cpu',
    new RegExp(String.raw`\b${CORE}\b[\s:(]{0,3}(?:\w{1,12} ){0,2}burst(?:able|s|ing)?\b(?!\s{0,2}(?:ram|memory|port|net))`, 'i'),
  ],
  ['cpu-credits', /\bcpu[\s-](?:burst )?credits?\b|\bearns? \d{1,4} credits?\b|\bcpu burst capacity\b/i],
  ['baseline', /\bbaseline (?:cpu |performance|utili[sz]ation|level)/i],
  ['baseline', new RegExp(String.raw`\b${CORE}\b.{0,60}\bbaseline (?:of |is |at |: ?)?\d`, 'i')],
];

const NOT =
  /\b(?:not|non|no|without|unlike|than|instead of|upgrade to|optional|optionally|want|need|versus|vs|or)[ -]{1,2}(?:\w{1,12} ){0,1}$/i;
const NOT_OVERSOLD = /\b(?:not?|never|without|zero|non|avoid)\b/i;
const OFFERED_BESIDE =
  /\b(?:available (?:as|on|for|separately)|add-?on|on request|as an upgrade|for an extra|extra cost|upgradable)\b/i;

/** Reads the words of a plan; null where they say nothing, or one thing and its opposite. */
export function readCpuWords(text: string): CpuWords | null {
  const read = sentencesOf(text).flatMap((said) => readSentence(said) ?? []);
  const capped = read.find(({ model }) => model === 'capped');
  const burst =
    read.find(({ model, baselinePct }) => model === 'burst' && baselinePct !== null) ??
    read.find(({ model }) => model === 'burst');
  if (capped ?? burst) return capped ?? burst ?? null;
  const models = new Set(read.map(({ model }) => model));
  return models.size === 1 ? (read[0] ?? null) : null;
}

function readSentence(said: string): CpuWords | null {
  const limits = fairUseLimits(said);
  const byBurst = first(BURST, said);
  // A share beside a burst is the baseline, not a ceiling.
  const share = byBurst === null ? sharePct(said) : null;
  if (share !== null && limits.length === 0) return { ...share, said };
  if (byBurst !== null) return { model: 'burst', said, rule: byBurst, baselinePct: percentIn(said) };
  const shared = sharedRule(said);
  if (shared === 'dedicated-within-vm') return { model: 'shared', said, rule: shared, baselinePct: null };
  const dedicated = dedicatedRule(said);
  // "Choose shared or dedicated cores" says nothing about this plan.
  if (shared !== null && dedicated !== null) return null;
  if (dedicated !== null) return { model: 'dedicated', said, rule: dedicated, baselinePct: null };
  if (shared !== null) return { model: 'shared', said, rule: shared, baselinePct: null };
  const fair = limits.length > 0 || (saysFairUse(said) && new RegExp(String.raw`\b${CORE}\b`, 'i').test(said));
  return fair ? { model: 'shared', said, rule: limits.length > 0 ? 'cpu-use-limit' : 'cpu-fair-use', baselinePct: null } : null;
}

/** "No oversubscribed cores" is no shared core. */
function sharedRule(said: string): string | null {
  for (const [rule, pattern] of SHARED) {
    const found = pattern.exec(said);
    if (found && !(rule === 'overcommitted-cores' && NOT_OVERSOLD.test(said))) return rule;
  }
  return null;
}

function dedicatedRule(said: string): string | null {
  if (OFFERED_BESIDE.test(said)) return null;
  for (const [rule, pattern] of DEDICATED) {
    const found = pattern.exec(said);
    if (found && (rule === 'cores-not-shared' || !NOT.test(said.slice(Math.max(0, found.index - 30), found.index)))) return rule;
  }
  return null;
}

function first(rules: readonly (readonly [string, RegExp])[], said: string): string | null {
  return rules.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

/** A part of a core that is sold or guaranteed: "1 Core limited to 25% usage", "0.5 vCPU", "guaranteed 25% of its 4 vCPU". */
function sharePct(said: string): Pick<CpuWords, 'model' | 'rule' | 'baselinePct'> | null {
  const ceiling =
    /\b(?:limited|capped|restricted|throttled)[ -](?:to|at) (?:max(?:imum)? )?(?:of )?(\d{1,3}(?:\.\d{1,2})?) ?%/i.exec(said);
  if (ceiling && /\b(?:v?cpus?|v?cores?|usage)\b/i.test(said)) return share('capped', 'cpu-limited-to', Number(ceiling[1]));
  const limit = /\bcpu (?:limit|cap|quota)[\s:=]{1,3}(\d{1,2}(?:\.\d{1,2})?) ?%/i.exec(said);
  if (limit) return share('capped', 'cpu-limited-to', Number(limit[1]));
  const guaranteed =
    /\bguaranteed (?:minimum )?(?:of )?(\d{1,3}(?:\.\d{1,2})?) ?% (?:of|cpu)\b|\b(\d{1,3}(?:\.\d{1,2})?) ?% (?:cpu )?guaranteed\b/i.exec(
      said,
    );
  if (guaranteed && /\b(?:v?cpus?|v?cores?|threads?)\b/i.test(said))
    return share('burst', 'guaranteed-share', Number(guaranteed[1] ?? guaranteed[2]));
  const part = /(?<![\d.])(0?\.\d{1,2}) ?x? ?(?:v?cpus?|v?cores?)\b/i.exec(said);
  if (part) return share('capped', 'part-of-a-core', Number(part[1]) * 100);
  const of = /\b(\d{1,2}(?:\.\d{1,2})?) ?% of (?:a|one|1|the|each) (?:single )?(?:cpu )?(?:v?cpus?|v?cores?|threads?)\b/i.exec(
    said,
  );
  if (of) return share('capped', 'part-of-a-core', Number(of[1]));
  const named = /\b(half|quarter|1\/2|1\/4|1\/8)(?: of)?(?: a| an| one)? (?:v?cpus?|v?cores?|ocpus?)\b/i.exec(said);
  const pct = named && { half: 50, quarter: 25, '1/2': 50, '1/4': 25, '1/8': 12.5 }[named[1]?.toLowerCase() ?? ''];
  return pct ? share('capped', 'part-of-a-core', pct) : null;
}

function share(model: 'capped' | 'burst', rule: string, pct: number) {
  return pct > 0 && pct < 100 ? { model, rule, baselinePct: Number(pct.toFixed(2)) } : null;
}

function percentIn(said: string): number | null {
  const found = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?) ?%/.exec(said);
  const pct = found ? Number(found[1]) : 0;
  return pct > 0 ? pct : null;
}
