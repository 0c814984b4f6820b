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
}

/** Whether a device is of this vendor and product; what is not said fits all. */
export function isProduct(device: UsbDevice, { vendor, product }: UsbIdentity): boolean {
  return (
    (vendor === undefined || device.vendor === usbId(vendor)) &&
    (product === undefined || device.product === usbId(product))
  );
}

/** Whether none that is plugged in is the one that is meant. */
export function isUnplugged(plugged: readonly UsbDevice[], wanted: UsbIdentity): boolean {
  const { bus, device } = wanted;
  return !plugged.some(
    (one) =>
      isProduct(one, wanted) &&
      (bus === undefined || device === undefined || (one.bus === bus && one.device === device)),
  );
}

/** Four lower case hexadecimal digits, as lsusb has it. */
export function usbId(value: number | undefined): string {
  return (value ?? 0).toString(16).padStart(4, '0');
}
