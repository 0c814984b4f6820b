import type { DriveAddress } from '../../model/address';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Hostdev, HostdevSource } from '../../model/hostdev';
import type { Slot } from '../../model/slot';
import { hbaLimits, type HbaModel } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import { hbaModelOf } from '../controller/scsi-model';
import { keepLast } from '../../model/keep-last';

/** What can stand at a SCSI address. */
export type ScsiLun = Disk | Hostdev;

/** Disks on bus scsi and hostdevs of type scsi, in document order. */
export function scsiLuns(guest: Domain): ScsiLun[] {
  return guest.devices.filter(isScsiLun);
}

export function isScsiLun(device: Device): device is ScsiLun {
  if (device.kind === 'disk') return device.target.bus === 'scsi';
  return device.kind === 'hostdev' && isScsiSource(device.source);
}

/** Whether a host device is a LUN. */
export function isScsiSource({ type }: HostdevSource): boolean {
  return type === 'scsi-host' || type === 'scsi-iscsi' || type === 'scsi-reference';
}

export function driveAddressOf({ address }: ScsiLun): DriveAddress | undefined {
  return address?.type === 'drive' ? address : undefined;
}

/** Looked up once for each guest: there may be thousands of disks. */
const controllersOf = keepLast((guest: Domain): ReadonlyMap<number | undefined, Controller> => {
  const found = devicesOf(guest, 'controller').filter(({ type }) => type === 'scsi');
  return new Map(found.reverse().map((controller) => [controller.index, controller]));
});

/** `<controller type='scsi' index=>`. */
export function scsiController(guest: Domain, index: number): Controller | undefined {
  return controllersOf(guest).get(index);
}

/** The HBA model behind an address, that of the controller to come if there is none yet. */
export function hbaAt(guest: Domain, index: number, context: Context): HbaModel | undefined {
  return hbaModelOf(scsiController(guest, index), guest, context);
}

/** Where the device plugs in, in QEMU's words: `bus`, `channel`, `scsi-id`, `lun`. */
export function planScsiSlot(device: ScsiLun, guest: Domain, context: Context): Slot {
  const address = driveAddressOf(device);
  if (address === undefined) return { type: 'none' };
  const controller = scsiController(guest, address.controller);
  const model = hbaModelOf(controller, guest, context);
  const bus = `${controller?.alias ?? `scsi${address.controller}`}.0`;
  if (model !== undefined && hbaLimits(model, context.qemu).unitIsTarget)
    return { type: 'scsi', bus, scsiId: address.unit };
  const named = context.qemu.has('scsi-disk.channel');
  return {
    type: 'scsi',
    bus,
    channel: named ? address.bus : undefined,
    scsiId: address.target,
    lun: named ? address.unit : undefined,
  };
}
