import { devicesOf } from '../../model/device';
import type { Disk, DiskBus } from '../../model/disk';
import type { Domain } from '../../model/domain';
import { targetIndex } from '../target-index';
import { mapDevices } from '../map-devices';

/**
 * Sorts the disks of each bus by their target names, the buses in the order in which they first appear: where libvirt
 * would insert them (src/conf/domain_conf.c virDomainDiskInsert). It does so before it finds the bus of a disk that names
 * none: those are among themselves.
 */
export function orderDisks(guest: Domain): Domain {
  const disks = devicesOf(guest, 'disk');
  if (disks.length < 2) return guest;
  const sorted = sortDisks(disks).values();
  return mapDevices(guest, (device) => (device.kind === 'disk' ? (sorted.next().value ?? device) : device));
}

function sortDisks(disks: readonly Disk[]): Disk[] {
  const buses = new Map<DiskBus | undefined, Disk[]>();
  for (const disk of disks) {
    const { bus } = disk.target;
    const onBus = buses.get(bus);
    if (onBus) onBus.push(disk);
    else buses.set(bus, [disk]);
  }
  return [...buses.values()].flatMap((onBus) => onBus.toSorted((a, b) => position(a) - position(b)));
}

/** A name that says no position, which libvirt does not take, is the last. */
function position({ target }: Disk): number {
  return targetIndex(target.dev) ?? Number.MAX_SAFE_INTEGER;
}
