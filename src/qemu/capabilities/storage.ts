import type { CapabilityTable } from './row';

export const STORAGE_CAPABILITIES = {} as const satisfies CapabilityTable;
