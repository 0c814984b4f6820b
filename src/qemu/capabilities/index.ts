import { BUS_CAPABILITIES } from './bus';
import { DEVICES_CAPABILITIES } from './devices';
import { MACHINE_CAPABILITIES } from './machine';
import { OPTIONS_CAPABILITIES } from './options';
import { PERIPHERAL_CAPABILITIES } from './peripheral';
import { QMP_CAPABILITIES } from './qmp';
import type { CapabilityRow } from './row';
import { SCSI_CAPABILITIES } from './scsi';
import { STORAGE_CAPABILITIES } from './storage';
import { VIDEO_CAPABILITIES } from './video';
import { VIRTIO_CAPABILITIES } from './virtio';

/** Every capability that code may ask for. A new one is a row in one of the tables. */
export const CAPABILITIES = {
  ...BUS_CAPABILITIES,
  ...DEVICES_CAPABILITIES,
  ...MACHINE_CAPABILITIES,
  ...OPTIONS_CAPABILITIES,
  ...PERIPHERAL_CAPABILITIES,
  ...QMP_CAPABILITIES,
  ...SCSI_CAPABILITIES,
  ...STORAGE_CAPABILITIES,
  ...VIDEO_CAPABILITIES,
  ...VIRTIO_CAPABILITIES,
} satisfies Record<string, CapabilityRow>;

export type Capability = keyof typeof CAPABILITIES;
