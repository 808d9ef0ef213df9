/** Which technologies serve what a buyer needs. */
import { CAPABILITIES, CAPABILITY_NAMES, type Capability } from './capability.ts';
import type { Cell, KnownTechnology, TechnologyKnowledge } from './knowledge.ts';
import { KNOWLEDGE } from './technologies.ts';

/** `serves`: everything by itself; `depends`: the provider decides on something; `cannot`; `unknown`: not known of something. */
export const NEED_VERDICTS = ['serves', 'depends', 'cannot', 'unknown'] as const;
export type NeedVerdict = (typeof NEED_VERDICTS)[number];

/** What a technology makes of the needs. */
export interface NeedAnswer {
  readonly technology: KnownTechnology;
  readonly name: string;
  readonly verdict: NeedVerdict;
  /** Why, in a sentence. */
  readonly why: string;
  /** Need by need. */
  readonly needs: readonly ({ readonly capability: Capability } & Cell)[];
}

/** Answers for every technology but the dedicated server, those that serve first. */
export function answerNeeds(needs: readonly Capability[]): readonly NeedAnswer[] {
  const wanted = CAPABILITY_NAMES.filter((name) => needs.includes(name));
  const answers = Object.values(KNOWLEDGE)
    .filter(({ id }) => id !== 'none')
    .map((technology) => answerOf(technology, wanted));
  return answers.toSorted((a, b) => NEED_VERDICTS.indexOf(a.verdict) - NEED_VERDICTS.indexOf(b.verdict));
}

function answerOf({ id, name, capabilities }: TechnologyKnowledge, wanted: readonly Capability[]): NeedAnswer {
  const needs = wanted.map((capability) => ({ capability, ...capabilities[capability] }));
  const failing = needs.filter(({ value }) => value === 'no');
  const open = needs.filter(({ value }) => value === 'unknown');
  const deciding = needs.filter(({ value }) => value === 'provider-dependent');
  const verdict: NeedVerdict =
    failing.length > 0 ? 'cannot' : open.length > 0 ? 'unknown' : deciding.length > 0 ? 'depends' : 'serves';
  const telling = { cannot: failing, unknown: open, depends: deciding, serves: [] }[verdict];
  const first = telling[0];
  const others =
    telling.length > 1
      ? ` The same goes for: ${telling
          .slice(1)
          .map(({ capability }) => capability)
          .join(', ')}.`
      : '';
  const why = first
    ? `${name}: ${OPENING[verdict]} ${CAPABILITIES[first.capability]}. ${first.why}${others}`
    : `${name} serves: you can ${wanted.map((capability) => CAPABILITIES[capability]).join(', ')}.`;
  return { technology: id, name, verdict, why, needs };
}

const OPENING: Readonly<Record<NeedVerdict, string>> = {
  serves: 'you can',
  depends: 'the provider decides whether you can',
  cannot: 'you cannot',
  unknown: 'it is not known whether you can',
};
