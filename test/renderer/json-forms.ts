import type { JsonForms } from '../../src/renderer/argument';

/** What a QEMU takes that is written for people: JSON of back ends of disks alone. */
export const KEYVAL: JsonForms = {
  object: false,
  device: false,
  netdev: false,
  blockdev: true,
  audiodev: false,
  chardev: false,
};
