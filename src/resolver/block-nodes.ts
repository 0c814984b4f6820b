import type { Device } from '../model/device';
import { devicesOf } from '../model/device';
import type { Disk } from '../model/disk';
import type { Domain } from '../model/domain';
import type { Hostdev } from '../model/hostdev';
import type { BackingImage, StorageSource } from '../model/storage-source';
import { isScsiSource } from './scsi/address';
import { keepLast } from '../model/keep-last';

/** Where a device's numbers start. */
interface First {
  readonly node: number;
  readonly fdSet: number;
}

/**
 * The number of a device's topmost image in its node names: `libvirt-N-storage`. libvirt numbers disks from the last
 * to the first, each image with its data file before the images below it, then the disk's throttle filters; SCSI
 * host devices follow in their order.
 */
export function firstNodeOf(guest: Domain, device: Disk | Hostdev): number {
  return firstOf(guest, device).node;
}

/** The number of a device's first set of descriptors: counted in the same order. */
export function firstFdSetOf(guest: Domain, device: Disk | Hostdev): number {
  return firstOf(guest, device).fdSet;
}

/** How many sets all disks have together: those of other devices follow. */
export function diskFdSets(guest: Domain): number {
  return devicesOf(guest, 'disk').reduce(
    (sum, { source, backing }) => sum + sourcesOf(source, backing).filter(hasDescriptors).length,
    0,
  );
}

function firstOf(guest: Domain, device: Device): First {
  return numbered(guest).get(device) ?? { node: 1, fdSet: 0 };
}

const numbered = keepLast((guest: Domain): ReadonlyMap<Device, First> => {
  const numbers = new Map<Device, First>();
  let node = 1;
  let fdSet = 0;
  for (const disk of [...devicesOf(guest, 'disk')].reverse()) {
    numbers.set(disk, { node, fdSet });
    if (disk.target.bus === 'sd') continue; // the board's card reader takes a -drive
    const sources = sourcesOf(disk.source, disk.backing);
    node += sources.length + disk.driver.throttleFilters.length;
    fdSet += sources.filter(hasDescriptors).length;
  }
  for (const hostdev of devicesOf(guest, 'hostdev').filter(({ source }) => isScsiSource(source)))
    numbers.set(hostdev, { node: node++, fdSet });
  return numbers;
});

function hasDescriptors(source: StorageSource | undefined): boolean {
  return source?.fdGroup !== undefined || source?.type === 'vhostvdpa';
}

/** Every image of a chain. An empty drive counts as one. */
function sourcesOf(
  source: StorageSource | undefined,
  backing: BackingImage | 'none' | undefined,
): readonly (StorageSource | undefined)[] {
  const below = backing === undefined || backing === 'none' ? [] : sourcesOf(backing.source, backing.backing);
  return [source, ...(source?.dataStore ? [source.dataStore.source] : []), ...below];
}
