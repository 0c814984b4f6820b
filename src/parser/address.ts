import { addressInvalid } from '../diagnostics/catalog';
import {
  ADDRESS_TYPES,
  type Address,
  type CcwAddress,
  type DriveAddress,
  type PciAddress,
  type UsbAddress,
} from '../model/address';
import { UINT } from '../model/number';
import type { XmlElement } from './element';

/** `<address type=>`: its name -> the reader of the rest of the element. */
const ADDRESS_PARSERS = {
  pci: parsePciAddress,
  drive: (element) => ({
    type: 'drive',
    at: element.at,
    controller: number(element, '@controller'),
    bus: number(element, '@bus'),
    target: number(element, '@target'),
    unit: number(element, '@unit'),
  }),
  usb: parseUsbAddress,
  'virtio-serial': (element) => ({
    type: 'virtio-serial',
    at: element.at,
    controller: number(element, '@controller'),
    bus: number(element, '@bus'),
    port: element.integer('@port', { max: UINT }),
  }),
  ccw: parseCcwAddress,
  isa: (element) => ({
    type: 'isa',
    at: element.at,
    iobase: hexadecimal(element, '@iobase', 0xffff),
    irq: hexadecimal(element, '@irq', 0xf),
  }),
  'spapr-vio': (element) => ({ type: 'spapr-vio', at: element.at, reg: hexadecimal(element, '@reg', UINT) }),
  ccid: (element) => ({
    type: 'ccid',
    at: element.at,
    controller: number(element, '@controller'),
    slot: element.integer('@slot', { max: UINT }),
  }),
  dimm: (element) => ({
    type: 'dimm',
    at: element.at,
    slot: slotOf(element),
    base: hexadecimal(element, '@base'),
  }),
  'virtio-mmio': (element) => ({ type: 'virtio-mmio', at: element.at }),
  unassigned: (element) => ({ type: 'unassigned', at: element.at }),
  scsi: (element) => ({
    type: 'drive',
    at: element.at,
    controller: number(element, '@host'),
    bus: number(element, '@bus'),
    target: number(element, '@target'),
    unit: number(element, '@lun'),
    spelling: 'scsi',
  }),
} as const satisfies { readonly [T in (typeof ADDRESS_TYPES)[number]]: (element: XmlElement) => Address };

/** libvirt: VIR_DOMAIN_DEVICE_USB_MAX_PORT_DEPTH. */
const USB_PORT = /^\d+(\.\d+){0,3}$/;

/** The `<address>` below a device; undefined if there is none or it cannot be read. */
export function parseAddress(device: XmlElement, path = 'address'): Address | undefined {
  const element = device.child(path);
  if (element === undefined) return undefined;
  element.required('@type', 'give the address a type, such as pci or drive');
  const type = element.choice('@type', ADDRESS_TYPES);
  return type && ADDRESS_PARSERS[type](element);
}

/** Without a number it says nothing. */
function zpciOf(element: XmlElement): PciAddress['zpci'] {
  const uid = element.anyBase('@uid', { min: 1, max: 0xffff });
  const fid = element.anyBase('@fid', { max: UINT });
  return uid === undefined && fid === undefined ? undefined : { uid, fid };
}

/** The parts of a PCI address, whatever the element is called: a guest's `<address>` or a host's within `<source>`. */
export function parsePciAddress(element: XmlElement): PciAddress {
  const domain = element.anyBase('@domain', { max: UINT }) ?? 0;
  const bus = element.anyBase('@bus', { max: 0xff }) ?? 0;
  const slot = element.anyBase('@slot', { max: 0x1f }) ?? 0;
  const zpci = element.child('zpci');
  return {
    type: 'pci',
    at: element.at,
    domain,
    bus,
    slot,
    function: element.anyBase('@function', { max: 7 }) ?? 0,
    multifunction: element.on('@multifunction'),
    zpci: zpci && zpciOf(zpci),
    // 0000:00:00 is the host bridge's: written or not, it asks for any slot
    given: domain !== 0 || bus !== 0 || slot !== 0,
  };
}

/**
 * `<target address='0:0:2:5'/>` of `<hostdev mode='capability'>`: controller, channel, target and LUN in the guest, where
 * there is no `<address>`.
 */
export function parseTargetAddress(device: XmlElement): { readonly address?: DriveAddress } {
  const text = device.has('address') ? undefined : device.text('target/@address');
  if (text === undefined) return {};
  const parts = /^(\d{1,5}):(\d{1,5}):(\d{1,5}):(\d{1,5})$/.exec(text);
  if (parts === null) {
    device.invalid('target/@address', text, 'controller:channel:target:LUN, such as 0:0:2:5');
    return {};
  }
  const [controller = 0, bus = 0, target = 0, unit = 0] = parts.slice(1).map(Number);
  return { address: { type: 'drive', at: device.at.of('target/@address'), controller, bus, target, unit } };
}

function parseUsbAddress(element: XmlElement): UsbAddress {
  return { type: 'usb', at: element.at, bus: number(element, '@bus'), port: parseUsbPort(element, '@port') };
}

/** A port of the bus, and the ports of the hubs below it, of the guest or of the host. */
export function parseUsbPort(element: XmlElement, path: string): string | undefined {
  const port = element.text(path);
  if (port === undefined) return undefined;
  if (!USB_PORT.test(port))
    element.invalid(path, port, 'up to four port numbers joined by dots, such as 1.2');
  return port.replace(/\b0+(?=\d)/g, '');
}

function parseCcwAddress(element: XmlElement): CcwAddress {
  const address = {
    cssid: element.anyBase('@cssid', { max: 0xfe }),
    ssid: element.anyBase('@ssid', { max: 3 }),
    devno: element.anyBase('@devno', { max: 0xffff }),
  };
  const given = Object.values(address).filter((part) => part !== undefined).length;
  if (given !== 0 && given !== 3)
    element.report(
      addressInvalid(element.at, 'a ccw address is cssid, ssid and devno together, or none of them'),
    );
  return { type: 'ccw', at: element.at, ...address };
}

function slotOf(element: XmlElement): number {
  element.required('@slot', 'say in which slot the module sits');
  return number(element, '@slot');
}

function number(element: XmlElement, path: string): number {
  return element.integer(path, { max: UINT }) ?? 0;
}

/** Hexadecimal with or without 0x, as libvirt reads these attributes. */
export function hexadecimal(
  element: XmlElement,
  path: string,
  max = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const text = element.text(path);
  if (text === undefined) return undefined;
  const value = /^(0[xX])?[0-9a-fA-F]+$/.test(text) ? Number.parseInt(text, 16) : Number.NaN;
  if (value <= max) return value;
  element.invalid(path, text, `a hexadecimal number up to 0x${max.toString(16)}`);
  return undefined;
}
