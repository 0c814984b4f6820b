import type { CapabilityTable } from './row';

export const MACHINE_CAPABILITIES = {} as const satisfies CapabilityTable;
