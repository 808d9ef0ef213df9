/** Whose the CPU and the memory of a plan are, from all that is known: its own words, a documented class, a typed field. */
import type { How, PlanSpec, ResourceModel } from '../plan.ts';
import { type CpuWords, readCpuWords } from './cpu-words.ts';
import { documentedClass } from './documented-classes.ts';
import { type MemoryWords, readMemoryWords } from './memory-words.ts';

/** A model with how it is known. */
export interface KnownModel {
  readonly model: ResourceModel;
  readonly how: How;
  /** The words, or the field with its value. */
  readonly said: string | null;
  /** Where they stand. */
  readonly url: string | null;
  /** Rule that read the words. */
  readonly rule: string | null;
}

/** The resource model of a plan. */
export interface PlanResources {
  readonly cpu: KnownModel & {
    /** Percent of each vCPU that is documented as guaranteed or sold. */
    readonly baselinePct: number | null;
  };
  readonly memory: KnownModel & {
    readonly guaranteedMib: number | null;
    readonly burstMib: number | null;
    readonly vswapMib: number | null;
  };
}

/** What a model is read from. */
export interface ResourceWords {
  readonly spec: Pick<PlanSpec, 'cpu' | 'memory'>;
  /** How the plan's own fields are known (`provenance` of a row), where that is known. */
  readonly origins: Readonly<
    Record<string, { readonly how: How; readonly said: string | null; readonly url: string | null } | undefined>
  >;
  /** Plan name. */
  readonly name: string | null;
  /** Name and id of the seller. */
  readonly vendor: string;
  /** Sentences about the plan, with where they stand. */
  readonly words: readonly { readonly text: string; readonly url: string | null }[];
}

const UNKNOWN: KnownModel = { model: 'unknown', how: 'unknown', said: null, url: null, rule: null };

/** Reads the model: what the plan's own field says, else its words, else what is documented for its class. */
export function resourcesOf(asked: ResourceWords): PlanResources {
  const { cpu, memory } = asked.spec;
  const known = cpuOf(asked);
  return {
    cpu: { ...known.model, baselinePct: cpu.baselinePct ?? known.baselinePct },
    memory: {
      ...memoryOf(asked),
      guaranteedMib: memory.guaranteedMib,
      burstMib: memory.burstMib,
      vswapMib: memory.vswapMib,
    },
  };
}

function cpuOf(asked: ResourceWords): { model: KnownModel; baselinePct: number | null } {
  const { cpu } = asked.spec;
  const own = asked.origins['cpu.resourceModel'];
  const found = firstWords(asked.words, readCpuWords);
  const byClass = documentedClass([asked.name, ...asked.words.map(({ text }) => text)].filter(Boolean).join('\n'), asked.vendor);
  const baselinePct = found?.words.baselinePct ?? byClass?.baselinePct ?? null;
  if (cpu.resourceModel !== 'unknown') {
    const said = cpu.said ?? own?.said ?? null;
    return {
      model: { model: cpu.resourceModel, how: own?.how ?? 'given', said, url: own?.url ?? null, rule: null },
      baselinePct,
    };
  }
  if (found && !(found.words.model === 'shared' && byClass?.model === 'burst')) return { model: stated(found), baselinePct };
  if (byClass) {
    const { model, said, url } = byClass;
    return { model: { model, how: 'provider-fact', said, url, rule: 'documented-class' }, baselinePct };
  }
  if (cpu.vcpu !== null && cpu.vcpu < 1) {
    const said = `${cpu.vcpu} vCPU`;
    return { model: { model: 'capped', how: 'inferred', said, url: null, rule: 'part-of-a-core' }, baselinePct: cpu.vcpu * 100 };
  }
  // A documented share of each vCPU without a word about bursts.
  if (cpu.baselinePct !== null && cpu.baselinePct < 100) {
    const said = own?.said ?? `baseline of ${cpu.baselinePct} %`;
    return { model: { model: 'burst', how: 'inferred', said, url: own?.url ?? null, rule: 'documented-baseline' }, baselinePct };
  }
  return { model: UNKNOWN, baselinePct };
}

function memoryOf(asked: ResourceWords): KnownModel {
  const { memory } = asked.spec;
  const own = asked.origins['memory.resourceModel'];
  if (memory.resourceModel !== 'unknown')
    return { model: memory.resourceModel, how: own?.how ?? 'given', said: own?.said ?? null, url: own?.url ?? null, rule: null };
  if (memory.burstMib !== null || memory.vswapMib !== null) {
    const said = memory.burstMib === null ? `${memory.vswapMib} MiB vSwap` : `burst memory up to ${memory.burstMib} MiB`;
    return { model: 'burst', how: 'inferred', said, url: null, rule: 'burst-memory' };
  }
  const found = firstWords(asked.words, readMemoryWords);
  return found ? stated(found) : UNKNOWN;
}

interface Found<W> {
  readonly words: W;
  readonly url: string | null;
}

function stated({ words, url }: Found<CpuWords | MemoryWords>): KnownModel {
  return { model: words.model, how: 'stated', said: words.said, url, rule: words.rule };
}

function firstWords<W>(texts: ResourceWords['words'], read: (text: string) => W | null): Found<W> | null {
  for (const { text, url } of texts) {
    const words = read(text);
    if (words !== null) return { words, url };
  }
  return null;
}
