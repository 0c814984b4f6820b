import { hex } from './number';
import type { Place } from './place';

interface Located {
  readonly at: Place;
}

/** `<address type='pci'>`; every part as libvirt writes it: domain, bus, slot 0-31, function 0-7. */
export interface PciAddress extends Located {
  readonly type: 'pci';
  readonly domain: number;
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
  readonly multifunction?: boolean | undefined;
  /** s390x: `<zpci uid= fid=/>`. */
  readonly zpci?: { readonly uid?: number | undefined; readonly fid?: number | undefined } | undefined;
  /** False for a bare `<address type='pci'/>`: a PCI slot is wanted, which one is ours to choose. */
  readonly given: boolean;
}

/** `<address type='drive'>`: the place on a disk controller. SCSI reads bus as channel and unit as LUN. */
export interface DriveAddress extends Located {
  readonly type: 'drive';
  readonly controller: number;
  readonly bus: number;
  readonly target: number;
  readonly unit: number;
  /** Written as `<address type='scsi' host= bus= target= lun=/>`, SCSI's own words for the same. */
  readonly spelling?: 'scsi' | undefined;
}

/** `<address type='usb' bus= port='1.2'>`. */
export interface UsbAddress extends Located {
  readonly type: 'usb';
  readonly bus: number;
  readonly port?: string | undefined;
}

export interface VirtioSerialAddress extends Located {
  readonly type: 'virtio-serial';
  readonly controller: number;
  readonly bus: number;
  readonly port?: number | undefined;
}

/** s390x channel device: devno cssid.ssid.devno. */
export interface CcwAddress extends Located {
  readonly type: 'ccw';
  readonly cssid?: number | undefined;
  readonly ssid?: number | undefined;
  readonly devno?: number | undefined;
}

export interface IsaAddress extends Located {
  readonly type: 'isa';
  readonly iobase?: number | undefined;
  readonly irq?: number | undefined;
}

export interface SpaprVioAddress extends Located {
  readonly type: 'spapr-vio';
  readonly reg?: number | undefined;
}

export interface CcidAddress extends Located {
  readonly type: 'ccid';
  readonly controller: number;
  readonly slot?: number | undefined;
}

export interface DimmAddress extends Located {
  readonly type: 'dimm';
  readonly slot: number;
  readonly base?: number | undefined;
}

export interface PlainAddress extends Located {
  readonly type: 'virtio-mmio' | 'unassigned';
}

/** `<address>` of a device: where the guest finds it. */
export type Address =
  | PciAddress
  | DriveAddress
  | UsbAddress
  | VirtioSerialAddress
  | CcwAddress
  | IsaAddress
  | SpaprVioAddress
  | CcidAddress
  | DimmAddress
  | PlainAddress;

/** `type='scsi'` is another spelling of `type='drive'`. */
export const ADDRESS_TYPES = [
  'pci',
  'drive',
  'usb',
  'virtio-serial',
  'ccw',
  'isa',
  'spapr-vio',
  'ccid',
  'dimm',
  'virtio-mmio',
  'unassigned',
  'scsi',
] as const satisfies readonly (Address['type'] | 'scsi')[];

/** A drive's place on the controllers of its bus. */
export type DrivePosition = Pick<DriveAddress, 'controller' | 'bus' | 'target' | 'unit'>;

/** 0:0:0:3: controller, bus, target and unit; for SCSI controller, channel, target and LUN. */
export function driveText({ controller, bus, target, unit }: DrivePosition): string {
  return `${controller}:${bus}:${target}:${unit}`;
}

/** Where a PCI function is. */
export type PciPlace = Pick<PciAddress, 'domain' | 'bus' | 'slot' | 'function' | 'multifunction'>;

/** 0000:06:12.5, as /sys/bus/pci/devices has it. */
export function pciText({ domain, bus, slot, function: fn }: PciPlace): string {
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${fn}`;
}
