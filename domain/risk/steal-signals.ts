/** Reasons from the time that the host gave to others, as owners measured it. */
import type { RiskInput } from './assess-input.ts';
import { documentedShare, matches } from './documented-share.ts';
import { type Evidence, evidence } from './evidence.ts';

const FAMILY = 'measured-cpu';
const CONTAINERS = ['openvz', 'openvz6', 'openvz7', 'lxc'];

/** Steal of the middle run under load, and of the worst of the idle ones: containers do not see what their host takes. */
export function stealSignals(input: RiskInput): Evidence[] {
  const isContainer = (technology: string) => CONTAINERS.includes(technology);
  if (isContainer(input.technology.value)) return [];
  const runs = input.measurements
    .flatMap(({ steal: taken, technology, ranAt }) => (taken && !isContainer(technology.value) ? [{ ...taken, ranAt }] : []))
    .toSorted((a, b) => a.averagePct - b.averagePct);
  const loaded = runs.filter(({ underLoad }) => underLoad === true);
  const middle = loaded[loaded.length >> 1];
  const idle = runs.findLast(({ underLoad }) => underLoad !== true);
  return [...(middle ? [stealUnderLoad(middle, loaded.length, input)] : []), ...(idle ? idleSteal(idle) : [])];
}

interface StealRun {
  readonly averagePct: number;
  readonly maxPct: number;
  readonly ranAt: string | null;
}

function idleSteal({ averagePct, ranAt }: StealRun): Evidence[] {
  if (averagePct <= 1) return [];
  return [
    evidence({
      id: 'ME-STEAL-IDLE',
      family: FAMILY,
      topic: 'steal',
      ln: 0.6,
      value: averagePct,
      threshold: 'over 1 % while nothing is asked for',
      observation: `${averagePct} % of the time was taken while little was asked for.`,
      meaning: 'Even small wishes had to wait.',
      doubt: 'A single look says little.',
      observedAt: ranAt,
    }),
  ];
}

function stealUnderLoad({ averagePct, maxPct, ranAt }: StealRun, runs: number, input: RiskInput): Evidence {
  const share = documentedShare(input);
  const seen = { id: 'ME-STEAL', family: FAMILY, topic: 'steal', value: averagePct, observedAt: ranAt } as const;
  const expected = share === null ? 0 : (1 - share) * 100;
  const observation = `${averagePct} % of the time was taken under full load${runs > 1 ? `, in the middle of ${runs} runs` : ''}.`;
  if (share !== null && matches(averagePct, expected)) {
    return evidence({
      ...seen,
      ln: 0,
      observation,
      comparison: `The documented limit predicts ${Math.round(expected)} %.`,
      meaning: 'It matches what was sold.',
    });
  }
  if (averagePct > 30 && maxPct - averagePct < 2) {
    return evidence({
      ...seen,
      id: 'ME-FLAT',
      ln: share === null ? 0.9 : 0,
      observation: `${observation} It hardly changed.`,
      meaning: 'This looks like a fixed limit rather than neighbours.',
      doubt: share === null ? 'No limit is documented.' : 'A limit is documented, though another figure.',
    });
  }
  const beyond = averagePct - expected;
  const ln = beyond < 1 ? -0.9 : beyond <= 5 ? 0.2 : beyond <= 10 ? 0.9 : beyond <= 30 ? 1.8 : 2.6;
  return evidence({
    ...seen,
    ln,
    threshold: '1, 5, 10 and 30 %',
    observation,
    comparison: share === null ? 'Dedicated cores show under 1 %.' : `The documented limit explains ${Math.round(expected)} %.`,
    meaning: ln < 0 ? 'Nobody took time away.' : 'Somebody else used the CPU while it was wanted.',
    doubt: 'A throttle that nobody documents shows up as steal too.',
  });
}
