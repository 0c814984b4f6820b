import { DEVICES_CAPABILITIES } from './devices';
import { MACHINE_CAPABILITIES } from './machine';
import { OPTIONS_CAPABILITIES } from './options';
import { PERIPHERAL_CAPABILITIES } from './peripheral';
import type { CapabilityRow } from './row';
import { SCSI_CAPABILITIES } from './scsi';
import { STORAGE_CAPABILITIES } from './storage';

/** Every capability that code may ask for. A new one is a row in one of the tables. */
export const CAPABILITIES = {
  ...DEVICES_CAPABILITIES,
  ...MACHINE_CAPABILITIES,
  ...OPTIONS_CAPABILITIES,
  ...PERIPHERAL_CAPABILITIES,
  ...SCSI_CAPABILITIES,
  ...STORAGE_CAPABILITIES,
} satisfies Record<string, CapabilityRow>;

export type Capability = keyof typeof CAPABILITIES;
