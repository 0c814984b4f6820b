import type { Address } from '../../model/address';
import { VIRTIO_MODELS, type VirtioModel } from '../../model/virtio';

/** The suffix by which QEMU names the transport of a virtio device (hw/virtio: -pci, -ccw, -device for MMIO). */
function transport(address: Address | undefined): string {
  if (address?.type === 'ccw') return '-ccw';
  return address?.type === 'virtio-mmio' ? '-device' : '-pci';
}

/** `virtio-balloon` -> `virtio-balloon-pci-transitional`: by where the device sits and which variant was asked for. */
export function virtioDriver(base: string, model: VirtioModel, address: Address | undefined): string {
  return `${base}${transport(address)}${model.slice('virtio'.length)}`;
}

export function isVirtio(model: string): model is VirtioModel {
  return (VIRTIO_MODELS as readonly string[]).includes(model);
}
