import { usbAbsent, usbAmbiguous, usbDenied, usbOther } from '../diagnostics/catalog';
import type { UsbDevice } from '../host/facts';
import { isProduct, isThere, saysWhere, usbId, usbNode } from '../host/usb';
import { devicesOf } from '../model/device';
import type { UsbHostSource } from '../model/hostdev';
import type { Place } from '../model/place';
import { isLeftOut } from '../resolver/hostdev/usb';
import type { Check, CheckInput } from './check';

/** USB devices of the host that the guest gets. */
export const usbDevices: Check = (input) => {
  const { guest, context, skip } = input;
  const named = [
    ...devicesOf(guest, 'hostdev')
      .filter(({ source }) => source.type !== 'usb' || !isLeftOut(source, context.host.usb))
      .map(({ at, source }) => ({ at, source })),
    ...devicesOf(guest, 'interface').map(({ at, source: { passed } }) => ({ at, source: passed })),
  ];
  for (const { at, source } of named) {
    if (source?.type !== 'usb') continue;
    if (context.host.usb === undefined) skip('whether its USB devices are plugged in');
    else checkSource(at.of('source'), source, context.host.usb, input);
  }
};

function checkSource(
  at: Place,
  source: UsbHostSource,
  plugged: readonly UsbDevice[],
  input: CheckInput,
): void {
  const { report } = input.context;
  const same = plugged.filter((one) => isProduct(one, source));
  if (!saysWhere(source)) {
    if (same.length === 0) report(usbAbsent(at, idOf(source), undefined));
    if (same.length > 1) report(usbAmbiguous(at, idOf(source), same.map(placeText)));
    return same.slice(0, 1).forEach((one) => checkAccess({ at, source }, one, input));
  }
  const there = plugged.find((one) => isThere(one, source));
  if (there !== undefined) {
    if (!isProduct(there, source)) report(usbOther(at, whereOf(source), named(there)));
    else checkAccess({ at, source }, there, input);
    return;
  }
  const [moved] = source.vendor === undefined ? [] : same;
  report(usbAbsent(at, `at ${whereOf(source)}`, moved && placeText(moved)));
}

function whereOf({ bus, device, port }: UsbHostSource): string {
  return `bus ${bus}, ${device === undefined ? `port ${port}` : `device ${device}`}`;
}

/**
 * QEMU opens it for both. One by its address is part of the start, one by its product is waited for
 * (hw/usb/host-libusb.c, usb_host_realize).
 */
function checkAccess(
  { at, source }: { readonly at: Place; readonly source: UsbHostSource },
  device: UsbDevice,
  { context: { report } }: CheckInput,
): void {
  if (device.access === undefined || device.access === 'read-write') return;
  const node = usbNode(device.bus, device.device);
  report(usbDenied(at, named(device), { node, device, certain: source.device !== undefined }));
}

/** As lsusb has it. */
function idOf({ vendor, product }: UsbHostSource): string {
  return `${usbId(vendor)}:${usbId(product)}`;
}

function named({ vendor, product, name }: UsbDevice): string {
  return `${vendor}:${product}${name === undefined ? '' : ` (${name})`}`;
}

function placeText(device: UsbDevice): string {
  return `bus ${device.bus}, device ${device.device}, port ${device.port}: ${named(device)}`;
}
