import type { PlannedDevice } from './device';

/** A part of the command line that is about the guest as a whole, as people call it. */
export type Part =
  | 'name'
  | 'reservations'
  | 'firmware'
  | 'machine'
  | 'accelerator'
  | 'cpu'
  | 'memory'
  | 'vcpus'
  | 'iothreads'
  | 'throttle groups'
  | 'numa'
  | 'uuid'
  | 'smbios'
  | 'genid'
  | 'defaults'
  | 'serial bios'
  | 'monitor'
  | 'clock'
  | 'power'
  | 'boot'
  | 'floppy controller'
  | 'iommufd'
  | 'incoming'
  | 'vmcoreinfo'
  | 'launch security'
  | 'own words'
  | 'sandbox'
  | 'last';

/** What an argument is about: one of the guest's devices, or the guest. */
export type Subject = PlannedDevice | Part;
