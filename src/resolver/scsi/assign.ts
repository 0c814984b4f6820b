import { targetNameUnknown } from '../../diagnostics/catalog';
import { driveText, type DrivePosition } from '../../model/address';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import { hbaLimits, seenLimits } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import { driveAddressOf, hbaAt, isScsiLun, scsiLuns, type ScsiLun } from './address';
import { targetIndex } from '../target-index';
import { mapDevices } from '../map-devices';

/** Places that libvirt gives out on one controller: a narrow SCSI bus (src/conf/domain_conf.c). */
export const PLACES = 7;

/**
 * Gives an address to each SCSI disk and hostdev without one. A disk's comes from its target name; a hostdev takes
 * the next free place, after all disks. Where the profile says so, the place is one that the HBA takes.
 */
export function assignScsiAddresses(guest: Domain, context: Context): Domain {
  const luns = scsiLuns(guest);
  const open = luns.filter(({ address }) => address === undefined);
  if (open.length === 0) return guest;
  const used = new Set(luns.flatMap((lun) => driveAddressOf(lun) ?? []).map(driveText));
  const free = new FreePlaces(used, guest, context);
  const given = new Map<ScsiLun, DrivePosition>();
  const give = (lun: ScsiLun, place: DrivePosition | undefined) => {
    if (place === undefined) return;
    given.set(lun, place);
    used.add(driveText(place));
  };
  for (const lun of open) if (lun.kind === 'disk') give(lun, placeOfDisk(lun, used, free, guest, context));
  for (const lun of open) if (lun.kind === 'hostdev') give(lun, free.next(0));
  return given.size === 0 ? guest : mapDevices(guest, (device) => located(device, given));
}

function located<D extends Domain['devices'][number]>(
  device: D,
  given: ReadonlyMap<ScsiLun, DrivePosition>,
): D {
  const place = isScsiLun(device) ? given.get(device) : undefined;
  return place === undefined ? device : { ...device, address: { type: 'drive', at: device.at, ...place } };
}

/** The place that a disk's target name stands for, on the HBA that is there. */
export function placeOfName({ target }: Disk, guest: Domain, context: Context): DrivePosition | undefined {
  const index = targetIndex(target.dev);
  return index === undefined
    ? undefined
    : placesOn(Math.floor(index / PLACES), guest, context)[index % PLACES];
}

function placeOfDisk(
  disk: Disk,
  used: ReadonlySet<string>,
  free: FreePlaces,
  guest: Domain,
  context: Context,
): DrivePosition | undefined {
  const index = targetIndex(disk.target.dev);
  if (index === undefined) {
    if (disk.target.dev !== '') context.report(targetNameUnknown(disk.at.of('target/@dev'), disk.target.dev));
    return undefined;
  }
  const controller = Math.floor(index / PLACES);
  if (!context.profile.addressesFit) return { controller, bus: 0, target: 0, unit: index % PLACES };
  const wanted = placeOfName(disk, guest, context);
  if (wanted !== undefined && !used.has(driveText(wanted))) return wanted;
  return free.next(controller);
}

/** The next free place, from some controller on. Places only ever fill up, so each search goes on where it stopped. */
class FreePlaces {
  private readonly reached = new Map<number, number>();

  constructor(
    private readonly used: ReadonlySet<string>,
    private readonly guest: Domain,
    private readonly context: Context,
  ) {}

  next(from: number): DrivePosition {
    for (let controller = this.reached.get(from) ?? from; ; controller++) {
      const places = placesOn(controller, this.guest, this.context);
      const free = places.find((place) => !this.used.has(driveText(place)));
      if (free === undefined) continue;
      this.reached.set(from, controller);
      return free;
    }
  }
}

/**
 * The places to give out on a controller, in order. libvirt counts up the unit, which most HBAs take as LUN; where
 * the guest would find too few LUNs, other targets do.
 */
function placesOn(controller: number, guest: Domain, context: Context): DrivePosition[] {
  const model = hbaAt(guest, controller, context);
  const limits = model && seenLimits(hbaLimits(model, context.qemu));
  const numbers = Array.from({ length: PLACES }, (_, number) => number);
  const byTarget = limits !== undefined && !limits.unitIsTarget && limits.lun < PLACES - 1;
  if (context.profile.addressesFit && byTarget)
    return numbers.map((target) => ({ controller, bus: 0, target, unit: 0 }));
  // libvirt knows the LUNs of lsisas1068 here, and only here (virDomainSCSIDriveAddressIsUsed).
  const last = model === 'lsisas1068' ? 1 : PLACES - 1;
  return numbers.slice(0, last + 1).map((unit) => ({ controller, bus: 0, target: 0, unit }));
}
