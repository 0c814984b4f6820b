import { CAPABILITIES, type Capability } from '.';
import type { CapabilityRow } from './row';

/**
 * What the tables say of a capability. The command line has another form of this file, which reads a row when it is first
 * asked for (scripts/build/tables.mjs).
 */
export const rowOf = (capability: Capability): CapabilityRow => CAPABILITIES[capability];

/** Whether a name, of a user's or of a device, is one of the tables'. */
export const isCapability = (name: string): name is Capability => Object.hasOwn(CAPABILITIES, name);
