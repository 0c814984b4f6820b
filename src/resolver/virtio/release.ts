import { virtioOptionMisplaced, virtioOptionUnused } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { VirtioOptions } from '../../model/virtio';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { requires } from '../requires';
import { isVirtio } from './driver';
import { virtioOptionsOf } from './options';

const OPTIONS: readonly (readonly [keyof VirtioOptions, string, Capability])[] = [
  ['iommu', 'iommu', 'virtio-pci-iommu-platform'],
  ['ats', 'ats', 'virtio-pci-ats'],
  ['packed', 'packed', 'virtio-packed'],
  ['pagePerVq', 'page_per_vq', 'virtio-page-per-vq'],
];

/** What every virtio device may be told, and since when: virtio 1.0 came with QEMU 2.4. */
export function validateVirtioRelease(device: Device, context: Context): void {
  const options = virtioOptionsOf(device);
  for (const [option, name, capability] of OPTIONS)
    if (options[option] !== undefined) validateOption(device, name, capability, context);
  const model = 'model' in device ? device.model : undefined;
  if (model === 'virtio-transitional' || model === 'virtio-non-transitional')
    requires(context, 'virtio-pci-disable-legacy', device.at.of('@model'), 'variants of virtio devices');
}

function validateOption(device: Device, name: string, capability: Capability, context: Context): void {
  const at = device.at.of(`driver/@${name}`);
  if (isOther(device)) context.report(misplaced(device, context)(at, name));
  else requires(context, capability, at, `'${name}'`);
}

const REFUSED: readonly string[] = ['video', 'interface', 'memory'];

/** libvirt refuses it of those only (src/qemu/qemu_validate.c qemuValidateDomainVirtioOptions). */
function misplaced(device: Device, { profile }: Context) {
  if (device.kind === 'video' && device.model === 'none') return virtioOptionUnused;
  const ignored = profile.libvirtDefaults && !REFUSED.includes(device.kind);
  return ignored ? virtioOptionUnused : virtioOptionMisplaced;
}

/** Devices of the kinds that are virtio at times only; disks and controllers say it in their own rules. */
function isOther(device: Device): boolean {
  switch (device.kind) {
    case 'input':
      return device.bus !== 'virtio';
    case 'interface':
      return !isVirtio(device.model ?? '');
    case 'memory':
      return !device.model.startsWith('virtio');
    case 'video':
    case 'sound':
      return device.model !== 'virtio';
    default:
      return false;
  }
}
