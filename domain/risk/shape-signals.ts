/** Reasons from how much is promised of each thing beside the others. */
import { sentencesOf } from '../resource-model/sentences.ts';
import type { RiskInput } from './assess-input.ts';
import { type Evidence, evidence } from './evidence.ts';

const FAMILY = 'shape';
const LIFETIME = /\blifetime\b|\bone[- ]time (?:payment|fee)\b|\bpay once\b/i;

/** Everything that the shape of a plan gives. */
export function shapeSignals(input: RiskInput): readonly Evidence[] {
  return [...unmetered(input), ...disk(input), ...cores(input), ...prepaid(input)];
}

function unmetered({ unmetered: isUnmetered, perMonthUsd, portMbps }: RiskInput): Evidence[] {
  if (!isUnmetered || perMonthUsd === null || perMonthUsd >= 10 || portMbps === null) return [];
  const ln = portMbps >= 10_000 ? 0.6 : portMbps >= 1000 ? 0.4 : portMbps <= 250 ? 0.1 : 0.2;
  return [
    evidence({
      id: 'SH-UNLIM',
      family: FAMILY,
      ln,
      value: portMbps,
      threshold: 'under 10 USD a month; more weight for faster ports',
      observation: `Unmetered transfer at ${portMbps} Mbps for ${perMonthUsd.toFixed(2)} USD a month.`,
      meaning: 'A port that is paid for by many cannot be full all the time.',
      doubt:
        portMbps <= 250 ? 'A port this small makes the promise plausible.' : 'Few customers use much, and then there is room.',
    }),
  ];
}

function disk({ storageGb, memoryMib, storageType, storagePlan }: RiskInput): Evidence[] {
  const flash = storageType === 'ssd' || storageType === 'nvme';
  if (storageGb === null || memoryMib === null || memoryMib === 0 || storagePlan || !flash) return [];
  const perGb = Math.round(storageGb / (memoryMib / 1024));
  if (perGb <= 100) return [];
  return [
    evidence({
      id: 'SH-DISK',
      family: FAMILY,
      ln: 0.4,
      value: perGb,
      threshold: 'over 100 GB of flash per GB of memory',
      observation: `${perGb} GB of ${storageType} for each GB of memory.`,
      meaning: 'That much is easiest to promise where disks are thin.',
      doubt: 'Storage plans look like that on purpose.',
    }),
  ];
}

function cores({ vcpu, memoryMib, resources }: RiskInput): Evidence[] {
  if (vcpu === null || memoryMib === null || memoryMib === 0 || resources.cpu.model === 'dedicated') return [];
  const perGb = Number((vcpu / (memoryMib / 1024)).toFixed(1));
  // One vCPU is the least that is sold.
  if (perGb <= 2 || vcpu <= 1) return [];
  return [
    evidence({
      id: 'SH-VCPU',
      family: FAMILY,
      ln: 0.3,
      value: perGb,
      threshold: 'over 2 vCPUs per GB of memory',
      observation: `${perGb} vCPUs for each GB of memory.`,
      meaning: 'vCPUs cost nothing to promise where they are shared.',
      doubt: 'Lines for computing look like that on purpose.',
    }),
  ];
}

function prepaid({ shortestTermMonths, words }: RiskInput): Evidence[] {
  for (const { text, url } of words) {
    const said = sentencesOf(text).find((sentence) => LIFETIME.test(sentence));
    if (said === undefined) continue;
    return [
      evidence({
        id: 'SH-PREPAID',
        family: FAMILY,
        ln: 1.2,
        value: 'lifetime',
        observation: `It is sold once and for all: "${said.slice(0, 120)}".`,
        comparison: 'A provider that sold servers so billed yearly fees later.',
        meaning: 'Costs go on after the payment is spent.',
        doubt: null,
        source: { quote: said, url },
      }),
    ];
  }
  if (shortestTermMonths === null || shortestTermMonths < 24) return [];
  return [
    evidence({
      id: 'SH-PREPAID',
      family: FAMILY,
      ln: 0.3,
      value: shortestTermMonths,
      threshold: 'nothing shorter than 24 months',
      observation: `It is sold for ${shortestTermMonths} months and nothing shorter.`,
      meaning: 'Money for years ahead pays for today.',
      doubt: 'Solvent providers sell such terms too.',
    }),
  ];
}
