import type { Value } from '../emitter/args';
import { hex } from '../model/number';
import type { Front } from './front';
import type { BusKind } from './topology';
import { scalar } from './scalar';

/** The bus that a device is on, as far as its address tells of it. */
export interface OnBus {
  readonly number?: number | undefined;
  /** The PCI domain; 0 but on the further host bridges of pseries. */
  readonly domain: number;
  /** The device that carries the bus; undefined for one of the machine itself. */
  readonly carrier?: Front | undefined;
  readonly name: string;
}

interface PlaceForm {
  /** The numbers of an address, which also order a bus's devices. */
  readonly parts: (front: Front) => readonly number[];
  /** The address as the guest's tools write it. */
  readonly text: (parts: readonly number[], bus: OnBus, front: Front) => string | undefined;
}

function numbers(...values: readonly Value[]): number[] {
  return values.map((value) => (value === undefined ? 0 : Number(value)));
}

const NOWHERE: PlaceForm = { parts: () => [], text: () => undefined };

const counted = (property: string, word: string): PlaceForm => ({
  parts: ({ properties }) => numbers(properties[property]),
  text: ([number = 0], _bus, { properties }) =>
    properties[property] === undefined ? undefined : `${word}${number}`,
});

/** Ports of the first four serial ports of a PC (QEMU hw/char/serial-isa.c). */
const ISA: PlaceForm = {
  parts: ({ properties: { iobase, index } }) => numbers(iobase ?? index),
  text: (_parts, _bus, { driver, properties: { iobase, irq, index } }) => {
    if (iobase !== undefined)
      return `0x${Number(iobase).toString(16)}${irq === undefined ? '' : ` irq ${scalar(irq) ?? ''}`}`;
    return driver === 'isa-serial' && index !== undefined ? `COM${Number(index) + 1}` : undefined;
  },
};

/** Where a device is on each kind of bus, out of its properties. */
export const PLACES: { readonly [K in BusKind]: PlaceForm } = {
  pci: {
    parts: ({ properties }) => slotAndFunction(properties['addr']),
    text: ([slot, fn = 0], { number = 0, domain }) =>
      slot === undefined
        ? undefined
        : `${domain === 0 ? '' : `${hex(domain, 4)}:`}${hex(number, 2)}:${hex(slot, 2)}.${fn.toString(16)}`,
  },
  scsi: {
    parts: ({ properties: { channel, 'scsi-id': target, lun } }) => numbers(channel, target, lun),
    text: (parts, { number = 0 }) => [number, ...parts].join(':'),
  },
  ide: {
    parts: ({ bus, properties }) => [Number(/\.(\d+)$/.exec(bus)?.[1] ?? 0), Number(properties['unit'] ?? 0)],
    text: (parts, { carrier }) =>
      carrier !== undefined && /ahci/.test(carrier.driver)
        ? `sata ${parts[0] ?? 0}`
        : `ide ${parts.join(':')}`,
  },
  usb: {
    parts: ({ properties: { port } }) =>
      port === undefined ? [] : (scalar(port) ?? '').split('.').map(Number),
    text: (ports, { number = 1 }) => `usb ${number}${ports.length === 0 ? '' : `-${ports.join('.')}`}`,
  },
  nvme: counted('nsid', 'namespace '),
  floppy: counted('unit', 'fd'),
  'virtio-serial': counted('nr', 'port '),
  hda: counted('cad', 'codec '),
  memory: counted('slot', 'slot '),
  isa: ISA,
  ccw: {
    parts: ({ properties }) =>
      (scalar(properties['devno']) ?? '').split('.').map((part) => parseInt(part, 16)),
    text: (_parts, _bus, { properties: { devno } }) => scalar(devno),
  },
  'spapr-vio': {
    parts: ({ properties }) => numbers(properties['reg']),
    text: ([reg = 0], _bus, { properties }) =>
      properties['reg'] === undefined ? undefined : `reg ${hex(reg, 8)}`,
  },
  ccid: NOWHERE,
  'virtio-mmio': NOWHERE,
  sd: NOWHERE,
  machine: NOWHERE,
};

/** `0x1.0x2`, `1f.2` or a number of the user's own -> slot and function; none where QEMU is to choose. */
function slotAndFunction(addr: Value): number[] {
  if (addr === undefined) return [];
  const [slot = '0', fn = '0'] = (scalar(addr) ?? '').split('.');
  return [parseInt(slot, 16), parseInt(fn, 16)];
}

/** Two addresses of a bus, the lower first. */
export function byPlace(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Above LUN 255 virtio-scsi uses flat space addressing, which Linux shows as it is on the wire (SAM-5 4.7.7.3). */
const FLAT_SPACE = 0x4000;

/** What a Linux guest shows for a LUN, where that is not QEMU's number. */
export function linuxLun(parts: readonly number[], { number = 0, carrier }: OnBus): string | undefined {
  const [channel = 0, target = 0, lun = 0] = parts;
  const isVirtio = carrier !== undefined && carrier.driver.startsWith('virtio-scsi');
  return isVirtio && lun > 255 ? [number, channel, target, lun + FLAT_SPACE].join(':') : undefined;
}
