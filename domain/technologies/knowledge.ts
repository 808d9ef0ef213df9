/** The forms that knowledge about a technology is written in: every sentence with what it rests on. */
import type { Technology } from '../technology.ts';
import type { Capability, CapabilityValue } from './capability.ts';
import { AS_OF, type ReferenceId } from './references.ts';

/** What a sentence rests on. `general-knowledge`: no document was looked up; to be shown as such. */
export type Basis =
  | { readonly kind: 'source'; readonly sources: readonly ReferenceId[]; readonly asOf: string }
  | { readonly kind: 'general-knowledge'; readonly sources: readonly []; readonly asOf: null };

/** One sentence. */
export interface Statement {
  readonly text: string;
  readonly basis: Basis;
}

/** What holds of one capability. */
export interface Cell {
  readonly value: CapabilityValue;
  /** Why, in a sentence. */
  readonly why: string;
  readonly basis: Basis;
}

/** The end of support of one line of a technology; `date` null: not known for the exact day. */
export interface EndOfLife {
  readonly what: string;
  readonly date: string | null;
  readonly note: string;
  readonly basis: Basis;
}

/** Technologies of which something is known. */
export type KnownTechnology = Exclude<Technology, 'unknown'>;

/** All that is known of a technology. */
export interface TechnologyKnowledge {
  readonly id: KnownTechnology;
  readonly name: string;
  /** container: shares the kernel of its node; virtual-machine: has one of its own; bare-metal: no host at all. */
  readonly kind: 'container' | 'virtual-machine' | 'bare-metal';
  readonly summary: Statement;
  readonly sharedKernel: boolean;
  readonly kernel: Statement;
  readonly endOfLife: readonly EndOfLife[];
  /** Which systems run, and which distributions still do. */
  readonly guests: Statement;
  readonly overhead: Statement;
  readonly whyProvidersChooseIt: Statement;
  readonly capabilities: Readonly<Record<Capability, Cell>>;
  /** How a provider can sell more than there is. */
  readonly overselling: {
    readonly memory: Statement;
    readonly cpu: Statement;
    readonly disk: Statement;
    readonly usualDefault: Statement;
  };
  readonly ballooning: { readonly device: 'yes' | 'no' | 'optional'; readonly limit: Statement };
  /** How to tell from inside. */
  readonly detection: {
    readonly systemdDetectVirt: string | null;
    readonly marks: readonly Statement[];
    readonly pitfalls: readonly Statement[];
  };
}

/** The basis of a sentence: its documents, or general knowledge where there are none. */
export function basisOf(sources: readonly ReferenceId[]): Basis {
  return sources.length > 0 ? { kind: 'source', sources, asOf: AS_OF } : { kind: 'general-knowledge', sources: [], asOf: null };
}

/** A sentence with its documents. */
export function say(text: string, ...sources: ReferenceId[]): Statement {
  return { text, basis: basisOf(sources) };
}

const cell =
  (value: CapabilityValue) =>
  (why: string, ...sources: ReferenceId[]): Cell => ({ value, why, basis: basisOf(sources) });

export const yes = cell('yes');
export const no = cell('no');
export const depends = cell('provider-dependent');
export const unknown = cell('unknown');
