import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { added, addAll } from '../controller/implicit';
import { driveAddressOf, scsiLuns } from './address';
import { PLACES } from './assign';
import { targetIndex } from '../target-index';
import { withDevices } from '../../model/with-devices';

/**
 * `--virtio-lun scsi`: where QEMU no longer passes a LUN through on virtio-blk, it goes to a virtio-scsi controller of
 * its own, so that no other address changes. LUNs whose queues and threads are the same share one.
 */
export function moveVirtioLuns(guest: Domain, context: Context): Domain {
  const { options, qemu } = context;
  if (options.virtioLun !== 'scsi' || qemu.has('virtio-blk-pci.scsi')) return guest;
  const luns = devicesOf(guest, 'disk').filter(isVirtioLun);
  if (luns.length === 0) return guest;
  const places = placesOf(luns, firstFreeScsiIndex(guest));
  for (const [lun, { controller }] of places) explain(lun, controller, context);
  const devices = guest.devices.map((device): Device => {
    const place = device.kind === 'disk' ? places.get(device) : undefined;
    return device.kind === 'disk' && place !== undefined ? moved(device, place) : device;
  });
  const firsts = [...places].filter(([, { unit }]) => unit === 0);
  return addAll(
    withDevices(guest, devices),
    firsts.map(([lun, { controller }]) => controllerFor(lun, controller)),
  );
}

interface PlaceOnBus {
  readonly controller: number;
  readonly unit: number;
}

/** In the order of the disks, on controllers from the first free index. */
function placesOf(luns: readonly Disk[], first: number): ReadonlyMap<Disk, PlaceOnBus> {
  const alike = new Map<string, Disk[]>();
  for (const lun of luns) {
    const settings = JSON.stringify(settingsOf(lun));
    const known = alike.get(settings);
    if (known === undefined) alike.set(settings, [lun]);
    else known.push(lun);
  }
  return new Map(
    [...alike.values()].flatMap((group, n) =>
      group.map((lun, unit) => [lun, { controller: first + n, unit }] as const),
    ),
  );
}

function isVirtioLun({ device, target }: Disk): boolean {
  return device === 'lun' && target.bus === 'virtio';
}

/** Behind every controller that the guest has or that its disks will ask for. */
export function firstFreeScsiIndex(guest: Domain): number {
  const asked = scsiLuns(guest).map((lun) => {
    const index = lun.kind === 'disk' ? (targetIndex(lun.target.dev) ?? 0) : 0;
    return driveAddressOf(lun)?.controller ?? Math.floor(index / PLACES);
  });
  const there = devicesOf(guest, 'controller').flatMap(({ type, index }) =>
    type === 'scsi' && index !== undefined ? [index] : [],
  );
  return [...asked, ...there].reduce((last, index) => Math.max(last, index), -1) + 1;
}

/** Queues and threads were the disk's own; now they are the controller's. */
function settingsOf({ driver }: Disk): Controller['driver'] {
  const { queues, ioeventfd, iothread, iothreads, virtio } = driver;
  return { queues, ioeventfd, iothread, iothreads, virtio };
}

function controllerFor(lun: Disk, index: number): Controller {
  return { ...added('scsi', index, lun.at, 'virtio-scsi'), driver: settingsOf(lun) };
}

function moved(disk: Disk, { controller, unit }: PlaceOnBus): Disk {
  return {
    ...disk,
    model: undefined,
    target: { ...disk.target, bus: 'scsi' },
    driver: {
      ...disk.driver,
      queues: undefined,
      queueSize: undefined,
      ioeventfd: undefined,
      eventIdx: undefined,
      iothread: undefined,
      iothreads: undefined,
      virtio: {},
    },
    address: { type: 'drive', at: disk.at, controller, bus: 0, target: 0, unit },
  };
}

function explain({ target, at }: Disk, index: number, { decide }: Context): void {
  decide({
    subject: target.dev,
    value: `virtio-scsi, controller ${index}`,
    reason: '--virtio-lun scsi: this QEMU passes no LUN through on virtio-blk, which ended with 9.1',
    at,
    caveats: [
      'the guest sees a SCSI disk (sdX) instead of a virtio one (vdX), and needs the driver virtio_scsi',
      "queues and iothread are the controller's now; queue_size and event_idx have no counterpart",
    ],
  });
}
