import type { UsbDevice } from './facts';

/** The node by which a program talks to a USB device (Linux Documentation/driver-api/usb/usb.rst). */
export function usbNode(bus: number, device: number): string {
  return `/dev/bus/usb/${padded(bus)}/${padded(device)}`;
}

function padded(value: number): string {
  return String(value).padStart(3, '0');
}

/** What tells USB devices of the host apart: numbers of vendor and product, and where it is plugged in now. */
export interface UsbIdentity {
  readonly vendor?: number | undefined;
  readonly product?: number | undefined;
  readonly bus?: number | undefined;
  readonly device?: number | undefined;
  readonly port?: string | undefined;
}

/** Whether a device is of this vendor and product; what is not said fits all. */
export function isProduct(device: UsbDevice, { vendor, product }: UsbIdentity): boolean {
  return (
    (vendor === undefined || device.vendor === usbId(vendor)) &&
    (product === undefined || device.product === usbId(product))
  );
}

/** Whether the XML says where it is plugged in: by the number that it has now, or by the port, which stays. */
export function saysWhere({ bus, device, port }: UsbIdentity): boolean {
  return bus !== undefined && (device !== undefined || port !== undefined);
}

/** Whether a device is where the XML says. */
export function isThere(one: UsbDevice, { bus, device, port }: UsbIdentity): boolean {
  return one.bus === bus && (device === undefined ? one.port === port : one.device === device);
}

/** Whether none that is plugged in is the one that is meant. */
export function isUnplugged(plugged: readonly UsbDevice[], wanted: UsbIdentity): boolean {
  return !plugged.some((one) => isProduct(one, wanted) && (!saysWhere(wanted) || isThere(one, wanted)));
}

/** Four lower case hexadecimal digits, as lsusb has it. */
export function usbId(value: number | undefined): string {
  return (value ?? 0).toString(16).padStart(4, '0');
}
