/** Reasons from what is said about CPU and memory. They are of the offer itself: as long as it is assessed, they do not age. */
import { fairUseLimits, saysFairUse } from '../resource-model/fair-use.ts';
import { sentencesOf } from '../resource-model/sentences.ts';
import type { RiskInput } from './assess-input.ts';
import { type Evidence, evidence } from './evidence.ts';

const FAMILY = 'resource-model';

/** Everything that the resource model gives. */
export function resourceSignals(input: RiskInput): readonly Evidence[] {
  return [...cpuSignals(input), ...memorySignals(input), ...termSignals(input), ...upTo(input)];
}

function cpuSignals({ resources: { cpu } }: RiskInput): Evidence[] {
  const source = { quote: cpu.said, url: cpu.url };
  const told = cpu.said === null ? 'The source gives the CPU as' : `It says "${short(cpu.said)}": the CPU is`;
  const share = cpu.baselinePct === null ? '' : ` (${cpu.baselinePct} % of each vCPU)`;
  switch (cpu.model) {
    case 'dedicated':
      return [
        evidence({
          id: 'RM-DED-CPU',
          family: FAMILY,
          topic: 'cpu',
          ln: -1.8,
          value: 'dedicated',
          observation: `${told} dedicated.`,
          meaning: 'A core that is promised to one customer is not sold to another.',
          doubt: 'It is a promise; only a measurement under load shows that it is kept.',
          source,
        }),
      ];
    case 'shared':
      return [
        evidence({
          id: 'RM-SHARED',
          family: FAMILY,
          topic: 'cpu',
          ln: 0.3,
          value: 'shared',
          observation: `${told} shared.`,
          meaning: 'Speed depends on what the neighbours do at the same time.',
          doubt: 'Saying so is disclosure, and most shared plans are fine most of the time.',
          source,
        }),
      ];
    case 'burst':
      return [
        evidence({
          id: 'RM-BURST-DOC',
          family: FAMILY,
          topic: 'cpu',
          ln: 0.3,
          value: cpu.baselinePct,
          observation: `${told} burstable${share}.`,
          meaning: 'Full speed lasts as long as credits or spare capacity do; the documented baseline is what to count on.',
          doubt: 'It is a small plan honestly described: a measurement that matches it is as documented.',
          source,
        }),
      ];
    case 'capped':
      return [
        evidence({
          id: 'RM-CAP-SOLD',
          family: FAMILY,
          topic: 'cpu',
          ln: 0.3,
          value: cpu.baselinePct,
          observation: `${told} sold with a ceiling${share}.`,
          meaning: 'That part of a core is what to expect, and no more.',
          doubt: 'The limit is stated before purchase: reaching it is as documented.',
          source,
        }),
      ];
    case 'unknown':
      return [];
  }
}

function memorySignals({ resources: { memory }, memoryMib }: RiskInput): Evidence[] {
  const source = { quote: memory.said, url: memory.url };
  if (memory.model === 'dedicated') {
    return [
      evidence({
        id: 'RM-RAM-DED',
        family: FAMILY,
        topic: 'memory',
        ln: -0.4,
        value: 'dedicated',
        observation:
          memory.said === null ? 'The memory is given as dedicated.' : `It says "${short(memory.said)}" of the memory.`,
        meaning: 'Memory that is reserved is not taken back.',
        doubt: 'It says nothing about the CPU.',
        source,
      }),
    ];
  }
  const guaranteed = memory.guaranteedMib ?? memoryMib;
  const limit = Math.max(memory.burstMib ?? 0, (guaranteed ?? 0) + (memory.vswapMib ?? 0));
  const isBurst = memory.model === 'burst' && guaranteed !== null && limit > guaranteed;
  if (!isBurst) return [];
  const share = (limit - guaranteed) / limit;
  return [
    evidence({
      id: 'RM-BURST-RAM',
      family: FAMILY,
      topic: 'memory',
      ln: share >= 0.5 ? 0.6 : 0.3,
      value: Number(share.toFixed(2)),
      threshold: 'half of the limit or more counts double',
      observation: `Of ${limit} MiB that it may use, ${guaranteed} MiB are its own.`,
      meaning: 'The rest is there while the node has it to spare.',
      doubt: 'On recent OpenVZ "burst" means vSwap, which slows a server down rather than ending it.',
      source,
    }),
  ];
}

function termSignals({ words, terms }: RiskInput): Evidence[] {
  const texts = [...words, ...terms];
  const found = texts.flatMap(({ text, url }) => fairUseLimits(text).map((limit) => ({ limit, url })));
  const worst = found.toSorted((a, b) => weightOf(b.limit) - weightOf(a.limit))[0];
  if (worst) {
    const { limit, url } = worst;
    const over = limit.windowSeconds === null ? '' : ` over ${windowWords(limit.windowSeconds)}`;
    return [
      evidence({
        id: 'RM-CAP-AUP',
        family: FAMILY,
        topic: 'cpu',
        ln: weightOf(limit),
        value: limit.pct,
        threshold: '25 % of a vCPU or less, or a window under 5 minutes, counts more',
        observation: `Its terms limit the use of the CPU to ${limit.pct} %${over}: "${short(limit.said)}".`,
        meaning: 'What is advertised is not what may be used all day.',
        doubt: 'Good hosts have such clauses against mining too, and terms of web hosting are often copied.',
        source: { quote: limit.said, url },
      }),
    ];
  }
  for (const { text, url } of texts) {
    const said = sentencesOf(text).find((sentence) => saysFairUse(sentence));
    if (said === undefined) continue;
    return [
      evidence({
        id: 'RM-FAIRUSE',
        family: FAMILY,
        topic: 'cpu',
        ln: 0.4,
        value: 'fair use',
        observation: `It speaks of fair use without a number: "${short(said)}".`,
        meaning: 'How much may be used is up to the provider.',
        doubt: 'The words are boilerplate in many terms.',
        source: { quote: said, url },
      }),
    ];
  }
  return [];
}

type Limit = ReturnType<typeof fairUseLimits>[number];

function weightOf({ pct, windowSeconds }: Limit): number {
  return pct <= 25 || (windowSeconds !== null && windowSeconds < 300) ? 0.9 : 0.4;
}

function windowWords(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** "Up to 4 cores"; of ports it is said by everybody. */
function upTo({ words }: RiskInput): Evidence[] {
  for (const { text, url } of words) {
    const said = sentencesOf(text).find((one) => /\bup to \d{1,3}(?:\.\d)? ?(?:x )?(?:v?cpus?|v?cores?|threads?)\b/i.test(one));
    if (said === undefined) continue;
    return [
      evidence({
        id: 'RM-UPTO',
        family: FAMILY,
        topic: 'cpu-up-to',
        ln: 0.3,
        value: 'up to',
        observation: `It sells "${short(said)}".`,
        meaning: '"Up to" promises no least amount.',
        doubt: 'Lists of plans use the words for their largest plan.',
        source: { quote: said, url },
      }),
    ];
  }
  return [];
}

/** A quote short enough for a sentence. */
export function short(said: string): string {
  const plain = said.replace(/\s+/g, ' ').trim();
  return plain.length > 160 ? `${plain.slice(0, 157)}…` : plain;
}
