/** Whose the memory is, from the words of a plan. Burst memory and vSwap are not guaranteed; swap of the guest's own is something else. */
import type { ResourceModel } from '../plan.ts';
import { sentencesOf } from './sentences.ts';

/** What words say about the memory. */
export interface MemoryWords {
  readonly model: Exclude<ResourceModel, 'unknown' | 'capped'>;
  /** The sentence or line. */
  readonly said: string;
  /** Name of the rule that read it. */
  readonly rule: string;
}

const RULES: readonly (readonly [MemoryWords['model'], string, RegExp])[] = [
  [
    'burst',
    'burst-memory',
    /\bburst(?:able)?[\s_-]{1,2}(?:ram|memory)\b|\b(?:ram|memory)\b.{0,30}\bburst(?:able|s)?\b|\bburst(?:able)? to \d{1,6} ?[mg]i?b\b/i,
  ],
  ['burst', 'vswap', /\bv-?swap\b/i],
  ['shared', 'shared-memory', /\bshared[\s_-]{1,2}(?:ram|memory)\b|\b(?:ram|memory) (?:is|may be|are) shared\b/i],
  [
    'dedicated',
    'dedicated-memory',
    /\b(?:dedicated|guaranteed|reserved)[\s_-]{1,2}(?:(?:ecc|ddr\d|fully)[\s-]){0,2}(?:ram|memory)\b/i,
  ],
  [
    'dedicated',
    'dedicated-memory',
    /\b(?:ram|memory)\b[^.]{0,60}\b(?:is|are|always)\s(?:always\s)?(?:allocated )?(?:fully )?(?:dedicated|guaranteed|reserved)\b/i,
  ],
  [
    'dedicated',
    'no-memory-overcommit',
    /\bno (?:ram |memory )?over-?(?:provisioning|selling|commit(?:ment|ting)?) (?:of |on )?(?:the )?(?:ram|memory)\b|\b(?:ram|memory)\b[^.]{0,30}\b(?:not|never) (?:be )?over-?(?:provisioned|sold|committed)\b|\bno (?:ram|memory) over-?(?:provisioning|selling|commit(?:ment|ting)?)\b/i,
  ],
];

/** Reads the words of a plan; null where they say nothing. Burst beats dedicated: "1 GB guaranteed, burst to 2 GB". */
export function readMemoryWords(text: string): MemoryWords | null {
  const sentences = sentencesOf(text);
  for (const [model, rule, pattern] of RULES) {
    const said = sentences.find((sentence) => pattern.test(sentence) && !/\bnot? (?:dedicated|guaranteed)\b/i.test(sentence));
    if (said !== undefined) return { model, said, rule };
  }
  return null;
}
