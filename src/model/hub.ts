import type { DeviceBase } from './device-base';

/** `<hub type='usb'>`: eight more ports. */
export interface Hub extends DeviceBase {
  readonly kind: 'hub';
  readonly type: 'usb';
}
