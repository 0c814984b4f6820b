import type { DeviceBase } from './device-base';

/** `<devices><nvram>`: the settings of a pSeries machine's firmware. */
export interface Nvram extends DeviceBase {
  readonly kind: 'nvram';
}
