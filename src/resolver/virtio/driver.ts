import type { Address } from '../../model/address';
import type { Profile } from '../../model/profile';
import { VIRTIO_MODELS, type VirtioModel } from '../../model/virtio';

/** Those that have no suffix on virtio-mmio (QEMU 7.2 and 10.0, -device help); libvirt gives them one. */
const BARE_ON_MMIO: ReadonlySet<string> = new Set(['vhost-scsi', 'vhost-user-blk', 'vhost-user-gpu']);

/** The suffix by which QEMU names the transport of a virtio device (hw/virtio: -pci, -ccw, -device for MMIO). */
function transport(base: string, address: Address | undefined, libvirtDefaults: boolean): string {
  if (address?.type === 'ccw') return '-ccw';
  if (address?.type !== 'virtio-mmio') return '-pci';
  return BARE_ON_MMIO.has(base) && !libvirtDefaults ? '' : '-device';
}

/** `virtio-balloon` -> `virtio-balloon-pci-transitional`: by where the device sits and which variant was asked for. */
export function virtioDriver(
  base: string,
  model: VirtioModel,
  address: Address | undefined,
  { libvirtDefaults }: Pick<Profile, 'libvirtDefaults'>,
): string {
  return `${base}${transport(base, address, libvirtDefaults)}${model.slice('virtio'.length)}`;
}

export function isVirtio(model: string): model is VirtioModel {
  return (VIRTIO_MODELS as readonly string[]).includes(model);
}
