import type { DriveAddress, IsaAddress, PciAddress } from '../../model/address';
import type { ControllerType } from '../../model/controller';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Slot } from '../../model/slot';
import { ccwDevno } from './ccw';
import { controllerAt } from '../controller/lookup';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { isNamedIde } from '../machine/ide';
import { machineOf } from '../machine/type';
import { hasMainBusLast } from '../../qemu/machines/buses';
import { isScsiLun, planScsiSlot } from '../scsi/address';

const NONE: Slot = { type: 'none' };

/** Where a device plugs in, in QEMU's words: its address, with the bus named after the controller's id. */
export function slotOf(device: Device, guest: Domain, context: Context): Slot {
  const { address } = device;
  switch (address?.type) {
    case 'pci':
      return {
        acpiIndex: device.acpiIndex,
        zpci: hasNoZpci(device, context) ? undefined : zpciOf(address),
        ...pciSlot(address, guest, context),
      };
    case 'usb':
      return { type: 'usb', bus: usbBus(address.bus, guest), port: address.port };
    case 'drive':
      return isScsiLun(device)
        ? planScsiSlot(device, guest, context)
        : driveSlot(device, address, guest, context);
    case 'virtio-serial': {
      const { controller, bus, port = 0 } = address;
      return {
        type: 'virtio-serial',
        bus: `${busAlias('virtio-serial', controller, guest)}.${bus}`,
        nr: port,
      };
    }
    case 'ccw':
      return { type: 'ccw', devno: ccwDevno(address) };
    case 'dimm':
      // a base of 0 asks for any place
      return { type: 'dimm', slot: address.slot, base: address.base === 0 ? undefined : address.base };
    case 'isa':
      return isaSlot(address, context);
    case 'ccid':
      // in any other kind of device, libvirt passes it over
      if (device.kind !== 'smartcard') return NONE;
      return { type: 'ccid', bus: `${busAlias('ccid', address.controller, guest)}.0` };
    case 'spapr-vio':
      return { type: 'spapr-vio', reg: address.reg ?? 0 };
    default:
      return NONE;
  }
}

/** libvirt writes an I/O port of 0 for one that nobody wrote, and no interrupt of 0 (src/qemu/qemu_command.c). */
function isaSlot({ iobase, irq }: IsaAddress, { profile }: Context): Slot {
  if (!profile.libvirtDefaults) return { type: 'isa', iobase, irq };
  return { type: 'isa', iobase: iobase ?? 0, irq: irq === 0 ? undefined : irq };
}

/** libvirt reserves ids for a mediated device, but leaves them out: QEMU then chooses (src/qemu/qemu_command.c). */
function hasNoZpci(device: Device, { profile }: Context): boolean {
  return profile.libvirtDefaults && device.kind === 'hostdev' && device.source.type === 'mdev';
}

function zpciOf({ zpci }: PciAddress): { readonly uid: number; readonly fid: number } | undefined {
  const { uid, fid } = zpci ?? {};
  return uid === undefined || fid === undefined ? undefined : { uid, fid };
}

function pciSlot(address: PciAddress, guest: Domain, context: Context): Extract<Slot, { type: 'pci' }> {
  const { slot, function: fn, multifunction } = address;
  return {
    type: 'pci',
    bus: pciBus(address.bus, guest, context),
    addr: fn === 0 ? hex(slot) : `${hex(slot)}.${hex(fn)}`,
    multifunction,
  };
}

/** The bus of a root is on the board: it has QEMU's name, whatever alias the controller has. */
export function pciBus(index: number, guest: Domain, context: Context): string | undefined {
  const controller = controllerAt(guest, 'pci', index);
  const family = machineFamily(guest, context);
  // its one bus has no number (QEMU hw/pci-host/versatile.c)
  if (family === 'versatile') return 'pci';
  if (family === 'power' && index === 0 && isUnnamed(guest, context)) return undefined;
  const onBoard = family !== 'pseries' || index === 0;
  if (controller?.model === 'pci-root' && onBoard) return `pci.${index}`;
  if (controller?.model === 'pcie-root') return 'pcie.0';
  const alias = controller?.alias ?? `pci.${index}`;
  return controller?.model === 'pci-root' ? `${alias}.0` : alias;
}

function isUnnamed(guest: Domain, context: Context): boolean {
  return !context.profile.libvirtDefaults && hasMainBusLast(machineOf(guest, context));
}

function driveSlot(device: Device, address: DriveAddress, guest: Domain, context: Context): Slot {
  const bus = device.kind === 'disk' ? device.target.bus : undefined;
  const { controller, bus: channel, unit } = address;
  const family = machineFamily(guest, context);
  // q35 has its SATA controller, as others their IDE controller, on the board under the name `ide`
  const onBoard =
    controller === 0 &&
    ((bus === 'ide' && isNamedIde(guest, context)) || (bus === 'sata' && family === 'q35'));
  if (bus === 'ide')
    return { type: 'ide', bus: `${onBoard ? 'ide' : busAlias('ide', controller, guest)}.${channel}`, unit };
  if (bus === 'sata')
    return { type: 'ide', bus: `${onBoard ? 'ide' : busAlias('sata', controller, guest)}.${unit}` };
  if (bus === 'nvme') return { type: 'nvme', bus: busAlias('nvme', controller, guest), nsid: unit + 1 };
  return NONE;
}

/** Where there is no controller it is the board's own. */
function usbBus(index: number, guest: Domain): string {
  const controller = controllerAt(guest, 'usb', index);
  return controller === undefined ? `usb-bus.${index}` : `${controller.alias ?? 'usb'}.0`;
}

function busAlias(type: ControllerType, index: number, guest: Domain): string {
  return controllerAt(guest, type, index)?.alias ?? `${type}${index}`;
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
