import type { DeviceBase } from './device-base';

/** `<pstore backend='acpi-erst'>`: where a guest's kernel keeps its last words. */
export interface Pstore extends DeviceBase {
  readonly kind: 'pstore';
  readonly path?: string | undefined;
  /** bytes */
  readonly size: number;
}
