import type { Device } from '../../model/device';
import type { VirtioOptions } from '../../model/virtio';

const NONE: VirtioOptions = {};

/** What a device is told of virtio, by whatever kind. */
export function virtioOptionsOf(device: Device): VirtioOptions {
  if ('virtio' in device) return device.virtio;
  return 'driver' in device && typeof device.driver === 'object' && 'virtio' in device.driver
    ? device.driver.virtio
    : NONE;
}
