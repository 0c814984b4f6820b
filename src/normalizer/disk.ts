import type { Disk } from '../model/disk';
import type { Encryption } from '../model/storage-source';
import type { KindParts } from './kind';
import { part, type Part } from './part';

export const disk: KindParts<'disk'> = (device, { given }) => {
  const { type, driver, target, readonly, source } = device;
  const hasDriver = type !== 'vhostuser';
  const moved = isMoved(device, given);
  return {
    attributes: { type, device: device.device },
    without: moved ? ['model'] : [],
    children: [
      hasDriver && {
        ...part('driver', { name: 'qemu', type: driver.type, cache: driver.cache }),
        decided: ['cache'],
        without: moved ? OF_CONTROLLER : [],
      },
      encryptionPart(source?.encryption),
      { ...part('target', { dev: target.dev, bus: target.bus }), decided: moved ? ['bus'] : [] },
      readonly && part('readonly'),
    ],
  };
};

/** It stands in the `<source>`, in old files in the disk. */
function encryptionPart(encryption: Encryption | undefined): Part | undefined {
  if (encryption === undefined) return undefined;
  const { at, engine = 'qemu' } = encryption;
  const engineOf = part('encryption', { engine });
  return at.path.endsWith('/source/encryption') ? part('source', {}, [engineOf]) : engineOf;
}

/** `--virtio-lun scsi`: on virtio the disk is a device of its own, on SCSI a LUN of a controller. */
function isMoved({ target }: Disk, given: Disk | undefined): boolean {
  return given?.target.bus !== undefined && given.target.bus !== target.bus;
}

/** What the controller has now, and what no LUN has. */
const OF_CONTROLLER = [
  'queues',
  'queue_size',
  'ioeventfd',
  'event_idx',
  'iothread',
  'iothreads',
  'iommu',
  'ats',
  'packed',
  'page_per_vq',
];
