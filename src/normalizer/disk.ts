import type { Disk } from '../model/disk';
import type { KindParts } from './kind';
import { part } from './part';

export const disk: KindParts<'disk'> = (device, { given }) => {
  const { type, driver, target, readonly } = device;
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
      { ...part('target', { dev: target.dev, bus: target.bus }), decided: moved ? ['bus'] : [] },
      readonly && part('readonly'),
    ],
  };
};

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
