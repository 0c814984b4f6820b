import { usbTooSlow } from '../../diagnostics/catalog';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import { isCompanion } from '../controller/lookup';
import type { Context } from '../context';

/**
 * A USB 2 controller has ports for fast devices alone, its companions have those for the others: QEMU refuses a slow device
 * where there is none (QEMU hw/usb/bus.c usb_claim_port).
 */
export function checkUsbSpeed(guest: Domain, { profile, report }: Context): Domain {
  if (profile.libvirtDefaults) return guest;
  const fast = fastBuses(guest);
  for (const { at, address, ...device } of guest.devices.filter(isSlow))
    if (address?.type === 'usb' && fast.has(address.bus) && address.port?.includes('.') !== true)
      report(usbTooSlow(at, device.kind === 'hub' && device.implicit === true));
  return guest;
}

const USB2: readonly (string | undefined)[] = ['ehci', 'ich9-ehci1'];

function fastBuses(guest: Domain): ReadonlySet<number> {
  const usb = devicesOf(guest, 'controller').filter(({ type }) => type === 'usb');
  const helped = new Set(usb.filter(isCompanion).map(indexOf));
  return new Set(
    usb
      .filter((controller) => USB2.includes(controller.model) && !helped.has(indexOf(controller)))
      .map(indexOf),
  );
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
