import { usbTooSlow } from '../../diagnostics/catalog';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import { companionPort } from '../controller/lookup';
import type { Context } from '../context';

/**
 * A USB 2 controller has ports for fast devices alone, its companions take some of them for the others: QEMU refuses a slow device
 * where there is none (QEMU hw/usb/bus.c usb_claim_port).
 */
export function checkUsbSpeed(guest: Domain, { profile, report }: Context): Domain {
  if (profile.libvirtDefaults) return guest;
  const isFast = fastPorts(guest);
  for (const { at, address, ...device } of guest.devices.filter(isSlow))
    if (address?.type === 'usb' && isFast(address.bus, address.port ?? '') && !address.port?.includes('.'))
      report(usbTooSlow(at, device.kind === 'hub' && device.implicit === true));
  return guest;
}

const USB2: readonly (string | undefined)[] = ['ehci', 'ich9-ehci1'];

/** Ports of a UHCI controller (QEMU hw/usb/hcd-uhci.h). */
const UHCI_PORTS = 2;

/** Whether a port of a bus belongs to a USB 2 controller, and to none of its companions. */
function fastPorts(guest: Domain): (bus: number, port: string) => boolean {
  const usb = devicesOf(guest, 'controller').filter(({ type }) => type === 'usb');
  const fast = new Set(usb.filter(({ model }) => USB2.includes(model)).map(indexOf));
  const shared = new Set(
    usb.flatMap((controller) => {
      const first = companionPort(controller);
      const ports = first === undefined ? [] : Array.from({ length: UHCI_PORTS }, (_, i) => first + i + 1);
      return ports.map((port) => `${indexOf(controller)}.${port}`);
    }),
  );
  return (bus, port) => fast.has(bus) && !shared.has(`${bus}.${port}`);
}

const indexOf = ({ index = 0 }: Controller): number => index;

/** Those that QEMU has in full speed only. */
function isSlow(device: Device): boolean {
  switch (device.kind) {
    case 'hub':
      return true;
    case 'controller':
      return device.type === 'ccid';
    case 'interface':
      return device.model === 'usb-net';
    case 'serial':
      return device.targetType === 'usb-serial';
    case 'sound':
      return device.model === 'usb';
    default:
      return false;
  }
}
