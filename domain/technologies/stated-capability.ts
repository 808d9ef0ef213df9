import type { Capability, CapabilityValue } from './capability.ts';

/** What a plan says of a capability itself. */
export interface StatedCapability {
  readonly capability: Capability;
  readonly value: Exclude<CapabilityValue, 'unknown'>;
  /** Its words. */
  readonly said: string;
}
