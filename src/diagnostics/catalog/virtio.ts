import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const virtioOptionMisplaced = (at: Place, name: string) =>
  error('virtio-option', at, `'${name}' is an option of virtio devices, and this is none`, {
    help: 'remove it, or use a virtio model',
  });

/** libvirt converts such a guest without a word. */
export const virtioOptionUnused = (at: Place, name: string) =>
  warning(
    'virtio-option-unused',
    at,
    `'${name}' is left out: it is an option of virtio devices, and this is none`,
    {
      help: 'remove it, or use a virtio model',
    },
  );

export const virtioPciOnly = (at: Place, what: string, help: string) =>
  error('virtio-pci-only', at, `${what} is of virtio devices on PCI, and this one is not on it`, { help });

/** `iommu='on'` of a device that is told to speak the older virtio (QEMU hw/virtio/virtio-pci.c virtio_pci_device_plugged). */
export const virtioIommuLegacy = (at: Place, instead: string) =>
  error(
    'virtio-iommu-legacy',
    at,
    "iommu='on' is a feature of virtio 1.0, and this device is to speak the older virtio too: QEMU does not start so",
    { help: `use ${instead}, or remove it` },
  );
