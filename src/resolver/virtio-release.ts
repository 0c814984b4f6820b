import type { Device } from '../model/device';
import type { VirtioOptions } from '../model/virtio';
import type { Capability } from '../qemu/capabilities';
import type { Context } from './context';
import { requires } from './requires';

const OPTIONS: readonly (readonly [keyof VirtioOptions, string, Capability])[] = [
  ['iommu', 'iommu', 'virtio-pci-iommu-platform'],
  ['ats', 'ats', 'virtio-pci-ats'],
  ['packed', 'packed', 'virtio-packed'],
  ['pagePerVq', 'page_per_vq', 'virtio-page-per-vq'],
];

/** What every virtio device may be told, and since when: virtio 1.0 came with QEMU 2.4. */
export function validateVirtioRelease(device: Device, context: Context): void {
  const options = optionsOf(device);
  for (const [option, name, capability] of OPTIONS)
    if (options[option] !== undefined)
      requires(context, capability, device.at.of(`driver/@${name}`), `'${name}'`);
  const model = 'model' in device ? device.model : undefined;
  if (model === 'virtio-transitional' || model === 'virtio-non-transitional')
    requires(context, 'virtio-pci-disable-legacy', device.at.of('@model'), 'variants of virtio devices');
}

function optionsOf(device: Device): VirtioOptions {
  if ('virtio' in device) return device.virtio;
  return 'driver' in device && typeof device.driver === 'object' && 'virtio' in device.driver
    ? device.driver.virtio
    : {};
}
