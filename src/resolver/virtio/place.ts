import type { Device, DeviceKind, DeviceOf } from '../../model/device';
import { isVirtio } from './driver';

/**
 * Which devices speak virtio and so sit on the machine's own virtio transport, where it has one beside PCI
 * (libvirt src/qemu/qemu_domain_address.c qemuDomainPrimeVirtioDeviceAddresses).
 */
const SPEAKS_VIRTIO: { readonly [K in DeviceKind]: (device: DeviceOf<K>) => boolean } = {
  disk: ({ target }) => target.bus === 'virtio',
  interface: ({ type, model = '' }) => type !== 'hostdev' && isVirtio(model),
  sound: ({ model }) => model === 'virtio',
  // no virtio, but on the same bus of s390x
  hostdev: ({ source }) =>
    source.type === 'vhost-scsi' || (source.type === 'mdev' && source.model === 'vfio-ccw'),
  video: ({ model }) => model === 'virtio',
  controller: ({ type }) => type === 'scsi' || type === 'virtio-serial',
  serial: () => false,
  parallel: () => false,
  channel: () => false,
  console: () => false,
  input: ({ bus }) => bus === 'virtio',
  watchdog: () => false,
  memballoon: ({ model }) => isVirtio(model),
  rng: ({ model }) => isVirtio(model),
  filesystem: ({ driver }) => driver !== 'mtp',
  vsock: () => true,
  smartcard: () => false,
  redirdev: () => false,
  memory: ({ model }) => model === 'virtio-mem' || model === 'virtio-pmem',
  iommu: () => false,
  pstore: () => false,
  nvram: () => false,
  tpm: () => false,
  shmem: () => false,
  crypto: () => true,
  hub: () => false,
  panic: () => false,
  graphics: () => false,
  audio: () => false,
};

/** Whether a device belongs on that transport. */
export function speaksVirtio(device: Device): boolean {
  // a device fits the function of its own kind
  const speaks = SPEAKS_VIRTIO[device.kind] as (device: Device) => boolean;
  return speaks(device);
}

/** Whether a virtio device has still to be given a place. */
export function isUnplacedVirtio(device: Device): boolean {
  return device.address === undefined && speaksVirtio(device);
}
