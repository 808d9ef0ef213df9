/** What can run on a plan: its own statements before the defaults of its technology, and both kept. */
import type { PlanSpec } from '../plan.ts';
import { CAPABILITY_NAMES, type Capability, type CapabilityValue } from './capability.ts';
import type { Cell } from './knowledge.ts';
import { NAT } from './nat.ts';
import type { StatedCapability } from './stated-capability.ts';
import { knowledgeOf } from './technologies.ts';

/** One capability of a plan. */
export interface PlanCapability {
  readonly capability: Capability;
  readonly value: CapabilityValue;
  /** What the plan says itself; null: nothing. */
  readonly stated: StatedCapability | null;
  /** What its technology says; null: the technology is not known. */
  readonly technology: Cell | null;
  /** What else matters for it. */
  readonly note: string | null;
}

/** What of a plan capabilities follow from. */
export type CapablePlan = Pick<PlanSpec, 'technology' | 'guests' | 'statedCapabilities'> & {
  readonly network: Pick<PlanSpec['network'], 'natIpv4'>;
};

/** Statements of a plan: those read as such, and the systems that it names as guests. */
export function statementsOf(plan: Pick<PlanSpec, 'guests' | 'statedCapabilities'>): readonly StatedCapability[] {
  const own = plan.statedCapabilities ?? [];
  const guests = (plan.guests ?? []).flatMap((guest): StatedCapability[] => {
    const name = guest.toLowerCase();
    const capability = name === 'windows' || name === 'linux' ? name : /bsd/.test(name) ? 'bsd' : null;
    if (capability === null || own.some((one) => one.capability === capability)) return [];
    return [{ capability, value: 'yes', said: `operating systems: ${plan.guests?.join(', ')}` }];
  });
  return [
    ...own,
    ...guests.filter((one, index) => guests.findIndex(({ capability }) => capability === one.capability) === index),
  ];
}

/** Every capability of a plan. */
export function capabilitiesOf(plan: CapablePlan): readonly PlanCapability[] {
  const known = knowledgeOf(plan.technology.value);
  const statements = statementsOf(plan);
  const notes: Partial<Record<Capability, { readonly text: string }>> = plan.network.natIpv4 ? NAT.notes : {};
  return CAPABILITY_NAMES.map((capability) => {
    const stated = statements.find((one) => one.capability === capability) ?? null;
    const cell = known?.capabilities[capability] ?? null;
    const value = stated?.value ?? cell?.value ?? 'unknown';
    return { capability, value, stated, technology: cell, note: notes[capability]?.text ?? null };
  });
}

/** The values alone, as a row shows them. */
export function capabilityValues(plan: CapablePlan): Record<Capability, CapabilityValue> {
  const known = knowledgeOf(plan.technology.value);
  const values = Object.fromEntries(
    CAPABILITY_NAMES.map((capability) => [capability, known?.capabilities[capability].value ?? 'unknown']),
  ) as Record<Capability, CapabilityValue>;
  for (const { capability, value } of statementsOf(plan)) values[capability] = value;
  return values;
}
