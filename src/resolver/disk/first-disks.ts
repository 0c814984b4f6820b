import { devicesOf } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import { keepLast } from '../../model/keep-last';

/** A lookup of the first disk of a guest that has a key, built once a guest: checks for doubles stay linear. */
export function firstDisks(
  keyOf: (disk: Disk) => string | undefined,
): (guest: Domain, key: string) => Disk | undefined {
  const index = keepLast((guest: Domain) => indexOf(guest, keyOf));
  return (guest, key) => index(guest).get(key);
}

function indexOf(guest: Domain, keyOf: (disk: Disk) => string | undefined): ReadonlyMap<string, Disk> {
  const index = new Map<string, Disk>();
  for (const disk of devicesOf(guest, 'disk')) {
    const key = keyOf(disk);
    if (key !== undefined && !index.has(key)) index.set(key, disk);
  }
  return index;
}
