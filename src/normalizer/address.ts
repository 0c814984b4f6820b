import type { Address } from '../model/address';
import type { DeviceBase } from '../model/device-base';
import { hex, part, type Part, type Value } from './part';

/** `<address>` of a device, as libvirt writes it; none where the guest does not see one, or the file says it otherwise. */
export function addressPart({ address }: Pick<DeviceBase, 'address'>): Part | undefined {
  if (address === undefined || isOtherwise(address)) return undefined;
  const attributes = { type: address.type, ...ATTRIBUTES[address.type](address as never) };
  return { ...part('address', attributes), decided: Object.keys(attributes) };
}

/** SCSI's own words for an address, or those of 2008: `<target address='0:0:2:5'/>`. */
function isOtherwise(address: Address): boolean {
  return address.type === 'drive' && (address.spelling === 'scsi' || address.at.path.endsWith('/@address'));
}

type Attributes = Readonly<Record<string, Value>>;

const ATTRIBUTES: {
  readonly [T in Address['type']]: (address: Extract<Address, { type: T }>) => Attributes;
} = {
  pci: ({ domain, bus, slot, function: fn, multifunction }) => ({
    domain: hex(domain, 4),
    bus: hex(bus, 2),
    slot: hex(slot, 2),
    function: hex(fn, 1),
    multifunction: multifunction === true ? 'on' : undefined,
  }),
  drive: ({ controller, bus, target, unit }) => ({ controller, bus, target, unit }),
  usb: ({ bus, port }) => ({ bus, port }),
  'virtio-serial': ({ controller, bus, port }) => ({ controller, bus, port }),
  ccw: ({ cssid, ssid, devno }) => ({ cssid: hex(cssid, 2), ssid: hex(ssid, 1), devno: hex(devno, 4) }),
  isa: ({ iobase, irq }) => ({ iobase: hex(iobase, 1), irq: hex(irq, 1) }),
  'spapr-vio': ({ reg }) => ({ reg: hex(reg, 8) }),
  ccid: ({ controller, slot }) => ({ controller, slot }),
  dimm: ({ slot, base }) => ({ slot, base: hex(base, 1) }),
  'virtio-mmio': () => ({}),
  unassigned: () => ({}),
};
