import { bootOrderMixed, bootOrderTaken, qemuLeavesOut } from '../diagnostics/catalog';
import type { Device } from '../model/device';
import type { Disk } from '../model/disk';
import type { Domain } from '../model/domain';
import type { BootDevice } from '../model/os';
import { isLeftOut } from './block-backend/available';
import type { Context } from './context';
import { takesLoadparm } from './hostdev/loadparm';
import { requires } from './requires';
import { mapDevices } from './map-devices';
import { isOtherLun } from './scsi/lookup';

/**
 * Turns `<os><boot dev=>` into an order of devices: the first disk, CD-ROM, floppy and network card of the guest each
 * get the place of their class. A guest that says nothing boots from its first disk. (libvirt
 * src/qemu/qemu_process.c qemuProcessPrepareDeviceBootorder)
 */
export function assignBootOrder(guest: Domain, context: Context): Domain {
  const ordered = guest.devices.filter(({ bootOrder }) => bootOrder !== undefined);
  if (ordered.length > 0) {
    checkOrders(ordered, guest, context);
    for (const device of ordered) checkLoadparm(device, context);
    return guest;
  }
  const places = new Map<BootDevice, number>();
  const classes: readonly BootDevice[] = guest.os.boot.length > 0 ? guest.os.boot : ['hd'];
  classes.forEach((name, index) => places.set(name, index + 1));
  return mapDevices(guest, (device) => placed(device, places, context));
}

/** The first device of a class takes its place; `places` is what is left. */
function placed<D extends Device>(device: D, places: Map<BootDevice, number>, context: Context): D {
  const name = classOf(device);
  const bootOrder = name && places.get(name);
  if (name === undefined || bootOrder === undefined) return device;
  if (name === 'hd' && device.kind === 'disk' && isNoDisk(device, context)) return device;
  places.delete(name);
  return { ...device, bootOrder };
}

function classOf(device: Device): BootDevice | undefined {
  if (device.kind === 'interface') return 'network';
  if (device.kind !== 'disk') return undefined;
  if (device.device === 'cdrom') return 'cdrom';
  return device.device === 'floppy' ? 'fd' : 'hd';
}

/** A tape or a changer as a LUN, and a disk that is left out: what is booted from comes after it. */
function isNoDisk(disk: Disk, context: Context): boolean {
  if (isLeftOut(disk.source, context)) return true;
  return disk.device === 'lun' && context.profile.scsiByTable && isOtherLun(disk, context);
}

function checkOrders(ordered: readonly Device[], guest: Domain, context: Context): void {
  const [first] = ordered;
  if (first && guest.os.boot.length > 0)
    context.report(bootOrderMixed(first.at.of('boot'), guest.os.at.of('boot')));
  const owners = new Map<number, Device>();
  for (const device of ordered) {
    const { bootOrder = 0, at } = device;
    const owner = owners.get(bootOrder);
    if (owner === undefined) owners.set(bootOrder, device);
    else context.report(bootOrderTaken(at.of('boot/@order'), bootOrder, owner.at.of('boot/@order')));
  }
}

/** Before QEMU 9.2 the machine has the one of its first boot device; before 2.10 there is none, nor on other boards. */
function checkLoadparm(device: Device, context: Context): void {
  const { at, bootOrder, loadparm } = device;
  const { qemu, report } = context;
  if (loadparm === undefined) return;
  const place = at.of('boot/@loadparm');
  if (qemu.has('virtio-ccw.loadparm')) {
    if (device.kind === 'hostdev' && !takesLoadparm(device, context))
      report(qemuLeavesOut(place, "'loadparm'", 'such a device of the host has none'));
    return;
  }
  if (qemu.arch !== 's390x')
    report(qemuLeavesOut(place, "'loadparm'", 'only machines of s390x are told what to load', false));
  else if (!qemu.has('loadparm')) requires(context, 'loadparm', place, "'loadparm'");
  else if (bootOrder !== 1)
    report(qemuLeavesOut(place, "'loadparm'", 'the machine has that of the first boot device only'));
}
