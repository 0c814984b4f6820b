import type { CapabilityTable } from './row';

export const DEVICES_CAPABILITIES = {} as const satisfies CapabilityTable;
