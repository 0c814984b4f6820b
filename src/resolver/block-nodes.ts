import type { Device } from '../model/device';
import { devicesOf } from '../model/device';
import type { Disk } from '../model/disk';
import type { Domain } from '../model/domain';
import type { Hostdev } from '../model/hostdev';
import type { BackingImage, StorageSource } from '../model/storage-source';

const numbered = new WeakMap<Domain, ReadonlyMap<Device, number>>();

/**
 * The number of a device's topmost image in its node names: `libvirt-N-storage`. libvirt numbers disks from the last
 * to the first, each image with its data file before the images below it, then the disk's throttle filters; SCSI
 * host devices follow in their order.
 */
export function firstNodeOf(guest: Domain, device: Disk | Hostdev): number {
  let numbers = numbered.get(guest);
  if (numbers === undefined) {
    numbers = numberNodes(guest);
    numbered.set(guest, numbers);
  }
  return numbers.get(device) ?? 1;
}

function numberNodes(guest: Domain): ReadonlyMap<Device, number> {
  const numbers = new Map<Device, number>();
  let next = 1;
  for (const disk of devicesOf(guest, 'disk').reverse()) {
    numbers.set(disk, next);
    next += nodesOf(disk);
  }
  for (const hostdev of devicesOf(guest, 'hostdev').filter(isScsi)) numbers.set(hostdev, next++);
  return numbers;
}

function isScsi({ source }: Hostdev): boolean {
  return source.type === 'scsi-host' || source.type === 'scsi-iscsi';
}

/** An empty drive takes a number, too; the board's SD card reader has no nodes. */
function nodesOf(disk: Disk): number {
  if (disk.target.bus === 'sd') return 0;
  return countImages(disk.source, disk.backing) + disk.driver.throttleFilters.length;
}

function countImages(source: StorageSource | undefined, backing: BackingImage | 'none' | undefined): number {
  const below =
    backing === undefined || backing === 'none' ? 0 : countImages(backing.source, backing.backing);
  return 1 + (source?.dataStore ? 1 : 0) + below;
}
