import type { ChardevSource } from './chardev';
import type { DeviceBase } from './device-base';

/** `<redirdev>`: a USB device of somebody else's, redirected over a character device. */
export interface Redirdev extends DeviceBase {
  readonly kind: 'redirdev';
  readonly source: ChardevSource;
}

/** `<redirfilter><usbdev>`: which devices may come; undefined: any class, vendor, product or version. */
export interface RedirRule {
  readonly usbClass?: number | undefined;
  readonly vendor?: number | undefined;
  readonly product?: number | undefined;
  /** Binary-coded decimal: 1.09 is 0x0109. */
  readonly version?: number | undefined;
  readonly allow: boolean;
}
