import { usbBusMissing, usbFull, usbOff } from '../../diagnostics/catalog';
import type { UsbAddress } from '../../model/address';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device, type DeviceKind } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Hub } from '../../model/hub';
import { boardWithPci, hasUsbBus } from '../../qemu/machines/buses';
import { machineOf } from '../machine/type';
import { lacksPci } from './pci/board';
import { controllersByIndex, isCompanion } from '../controller/lookup';
import type { Context } from '../context';
import { HUB_PORTS, UsbTree } from './usb-tree';
import { mapDevices } from '../map-devices';

/**
 * USB devices by kind, in the order in which they get ports (libvirt src/conf/domain_conf.c
 * virDomainDeviceInfoIterateFlags); hubs come first.
 */
const ORDER: readonly DeviceKind[] = [
  'hub',
  'disk',
  'interface',
  'sound',
  'hostdev',
  'controller',
  'serial',
  'input',
  'filesystem',
  'redirdev',
];

/** How many ports a controller has; companions serve those of their master. */
const PORTS: Readonly<Record<string, number>> = {
  'piix3-uhci': 2,
  'piix4-uhci': 2,
  'vt82c686b-uhci': 2,
  ehci: 6,
  'ich9-ehci1': 6,
  'pci-ohci': 3,
};

/** Gives every USB device a port; adds hubs where the ports do not suffice. */
export function usbAddresses(guest: Domain, context: Context): Domain {
  if (!guest.devices.some(isUsb)) return guest;
  const off = devicesOf(guest, 'controller').some(isOff);
  if (usbControllers(guest).length === 0 || off) {
    // QEMU chooses the place
    if (!off && isUsbOnBoard(guest, context)) return guest;
    const other = lacksPci(guest, context) ? boardWithPci(context.qemu.arch) : undefined;
    for (const { at } of guest.devices.filter(isUsb)) context.report(usbOff(at, other));
    return guest;
  }
  const withHubs = addHubs(guest);
  const usb = withHubs.devices.filter(isUsb).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const tree = new UsbTree();
  for (const controller of usbControllers(guest)) tree.addBus(controller.index ?? 0, portsOf(controller));
  if (!reserve(usb, tree, context)) return guest;
  const addresses = assign(usb, tree, context);
  return mapDevices(withHubs, (device) => withAddress(device, addresses.get(device)));
}

/** libvirt knows controllers alone. */
export function isUsbOnBoard(guest: Domain, context: Context): boolean {
  return !context.profile.libvirtDefaults && hasUsbBus(machineOf(guest, context));
}

function isOff({ type, model }: Controller): boolean {
  return type === 'usb' && model === 'none';
}

function usbControllers(guest: Domain): Controller[] {
  return controllersByIndex(guest, 'usb').filter(
    (controller) => !isCompanion(controller) && !isOff(controller),
  );
}

/** xHCI has four ports of each speed where the XML does not say. */
function portsOf({ model, ports }: Controller): number {
  return PORTS[model ?? ''] ?? ports ?? 4;
}

function isUsb(device: Device): boolean {
  if (device.address !== undefined && device.address.type !== 'usb') return false;
  switch (device.kind) {
    case 'hub':
    case 'redirdev':
      return true;
    case 'hostdev':
      return device.source.type === 'usb';
    case 'disk':
      return device.target.bus === 'usb';
    case 'interface':
      return device.model === 'usb-net' || device.source.passed?.type === 'usb';
    case 'controller':
      return device.type === 'ccid';
    case 'input':
      return device.bus === 'usb';
    case 'serial':
      return device.targetType === 'usb-serial';
    case 'filesystem':
      return device.driver === 'mtp';
    case 'sound':
      return device.model === 'usb';
    default:
      return false;
  }
}

/** A hub takes a port and gives eight. */
function addHubs(guest: Domain): Domain {
  const usb = guest.devices.filter(isUsb);
  const hubs = devicesOf(guest, 'hub').length;
  const ports = usbControllers(guest).reduce(
    (sum, controller) => sum + portsOf(controller),
    hubs * HUB_PORTS,
  );
  const missing = Math.ceil((usb.length - ports + 1) / (HUB_PORTS - 1));
  if (usb.length <= ports) return guest;
  const at = usb[ports]?.at ?? guest.at; // the first device that has no port
  const added = Array.from({ length: missing }, (): Hub => ({
    kind: 'hub',
    type: 'usb',
    at,
    implicit: true,
  }));
  return { ...guest, devices: [...guest.devices, ...added] };
}

function portGiven(device: Device): UsbAddress | undefined {
  return device.address?.type === 'usb' && device.address.port !== undefined ? device.address : undefined;
}

function reserve(usb: readonly Device[], tree: UsbTree, { report }: Context): boolean {
  let good = true;
  for (const device of usb) {
    const address = portGiven(device);
    const problem = address && tree.reserve(address, device.kind === 'hub');
    if (problem === undefined) continue;
    report(problem);
    good = false;
  }
  return good;
}

function assign(usb: readonly Device[], tree: UsbTree, { report }: Context): Map<Device, UsbAddress> {
  const addresses = new Map<Device, UsbAddress>();
  for (const device of usb) {
    if (portGiven(device) !== undefined) continue;
    const named = device.address?.type === 'usb' ? device.address : undefined;
    const place = tree.next(named?.bus, device.kind === 'hub');
    if (place === undefined) {
      report(
        named === undefined || tree.hasBus(named.bus)
          ? usbFull(device.at)
          : usbBusMissing(named.at.of('@bus'), named.bus),
      );
      break;
    }
    addresses.set(device, { type: 'usb', at: named?.at ?? device.at, ...place });
  }
  return addresses;
}

function withAddress(device: Device, address: UsbAddress | undefined): Device {
  return address === undefined ? device : { ...device, address };
}
