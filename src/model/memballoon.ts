import type { DeviceBase } from './device-base';
import type { VirtioModel, VirtioOptions } from './virtio';

/** `<memballoon>`. */
export interface Memballoon extends DeviceBase {
  readonly kind: 'memballoon';
  readonly model: VirtioModel | 'xen' | 'none';
  readonly autodeflate?: boolean | undefined;
  readonly freePageReporting?: boolean | undefined;
  /** `<stats period=>`, seconds: set at run time, no argument. */
  readonly statsPeriod?: number | undefined;
  readonly virtio: VirtioOptions;
}
