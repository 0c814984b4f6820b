/** The node by which a program talks to a USB device (Linux Documentation/driver-api/usb/usb.rst). */
export function usbNode(bus: number, device: number): string {
  return `/dev/bus/usb/${padded(bus)}/${padded(device)}`;
}

function padded(value: number): string {
  return String(value).padStart(3, '0');
}
