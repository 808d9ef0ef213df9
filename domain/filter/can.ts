/** A capability as a condition: the offer's own statement first, then what its technology says. */
import type { Capability, CapabilityValue } from '../technologies/capability.ts';
import { KNOWLEDGE } from '../technologies/technologies.ts';
import { allOf, anyOf, type Condition, notOf, UNKNOWN } from './condition.ts';

/**
 * True where it can be done, false where it cannot, unknown where nobody knows and, unless `providerDependent`, where the provider
 * decides.
 */
export function canCondition(capability: Capability, providerDependent: boolean): Condition {
  const enough: readonly CapabilityValue[] = providerDependent ? ['yes', 'provider-dependent'] : ['yes'];
  const open: readonly CapabilityValue[] = providerDependent ? ['unknown'] : ['unknown', 'provider-dependent'];
  const stated = (values: readonly CapabilityValue[]): Condition => ({
    op: 'overlaps',
    fact: 'statedCapabilities',
    values: values.map((value) => `${capability}:${value}`),
  });
  const byTechnology = anyOf(
    ...isAnyOf(technologiesWhere(capability, enough)),
    ...isAnyOf(technologiesWhere(capability, open)).map((condition) => allOf(condition, UNKNOWN)),
  );
  return anyOf(
    stated(enough),
    allOf(stated(open), UNKNOWN),
    allOf(notOf(stated(['yes', 'no', 'provider-dependent'])), byTechnology),
  );
}

function technologiesWhere(capability: Capability, values: readonly CapabilityValue[]): readonly string[] {
  return Object.values(KNOWLEDGE)
    .filter(({ capabilities }) => values.includes(capabilities[capability].value))
    .map(({ id }) => id);
}

/** No condition for no value: SQL knows that nothing is among none, a predicate does not. */
function isAnyOf(values: readonly string[]): Condition[] {
  return values.length > 0 ? [{ op: 'in', fact: 'technology', values }] : [];
}
