import type { UsbDevice } from '../../host/facts';
import { isUnplugged, usbNode } from '../../host/usb';
import type { UsbHostSource } from '../../model/hostdev';
import type { PlannedUsbHost } from '../../model/plan/hostdev';
import type { Context } from '../context';

/** `<source guestReset=>` -> whether a reset by the guest reaches the device, and whether every one does. */
const RESETS = {
  off: { guestReset: false },
  uninitialized: { guestReset: true, guestResetsAll: false },
  on: { guestReset: true, guestResetsAll: true },
} as const;

/**
 * Whether a guest is to start without a device that is not plugged in (libvirt docs/formatdomain, startupPolicy of USB
 * devices: `requisite` drops it only where a guest that ran goes on).
 */
export function isLeftOut(source: UsbHostSource, plugged: readonly UsbDevice[] | undefined): boolean {
  return source.startupPolicy === 'optional' && plugged !== undefined && isUnplugged(plugged, source);
}

/** A USB device of the host by its node, else by its port, which stays, or by vendor and product alone. */
export function planUsbHost(source: UsbHostSource, { qemu, resource }: Context): PlannedUsbHost {
  const { bus, device, port, vendor, product, guestReset } = source;
  const resets = guestReset === undefined ? {} : RESETS[guestReset];
  if (bus === undefined || device === undefined) {
    const where = bus === undefined || port === undefined ? {} : { hostbus: bus, hostport: port };
    return { type: 'usb-host', ...where, vendorid: vendor, productid: product, ...resets };
  }
  const node = usbNode(bus, device);
  resource({ path: node, access: 'read-write', shared: false, usedBy: 'usb-host' });
  if (qemu.has('usb-host.hostdevice')) return { type: 'usb-host', hostdevice: node, ...resets };
  return { type: 'usb-host', hostbus: bus, hostaddr: device };
}
